import { expect, test } from 'vitest';
import type { Simulators } from '../../../sandbox/simulators/start_simulators.ts';
import { registers as registersAtOnce } from '../../e2e/acts.ts';
import { accessibilityFaults } from './accessible.ts';
import { registers, saysItIsReady } from './registration.ts';
import { keepPicture } from './screenshots.ts';
import { describeInBrowser, useBrowserStage } from './stage.ts';

describeInBrowser('looking around in the browser', () => {
  const stage = useBrowserStage();

  test('commands are offered while one types, and walked through with arrows', async () => {
    const ana = await stage.opens();
    const box = ana.page.locator('.main-place .composer textarea');
    await box.pressSequentially('/zoom-r');
    await ana.offered.filter({ hasText: /zoom-ready.*The readiness board/ }).waitFor();
    await keepPicture(ana.page, 'commands');
    await box.press('Tab');
    expect(await box.inputValue()).toBe('/zoom-ready ');
    await box.press('Enter');
    await ana.sees('Only visible to you');
    await box.press('ArrowUp');
    expect(await box.inputValue()).toBe('/zoom-ready');
  });

  test('two profiles at once are a question, answered by a person', async () => {
    const ana = await stage.opens();
    await ana.controls('Create in Zoom');
    await registers(ana);
    await saysItIsReady(ana);
    stage.simulators.stackone.createProfile({ name: 'Zoom A' });
    stage.simulators.stackone.createProfile({ name: 'Zoom B' });
    const question = await ana.sees('Which Zoom app is this profile for?');
    await keepPicture(question, 'profile-question');
    await question
      .getByRole('button', { name: /StackOne Integration/ })
      .first()
      .click();
    await ana.sees('The Zoom connector profile was created');
    await ana.sees(/Passed:[^·\n]*connector profile/);
  });

  test('the board and App Home show where everything stands', async () => {
    const ana = await stage.opens();
    await moreApps(stage.simulators);
    await ana.types('/zoom-ready');
    await keepPicture(await ana.sees(/Zoom readiness.*4 environments by stage/s), 'board');
    await ana.goesTo('Greenroom');
    await ana.page.getByText('My Zoom apps').waitFor();
    await keepPicture(ana.page, 'app-home');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
  });

  test('what only Ana may see, Zoë does not see; and Globex sees nothing', async () => {
    const ana = await stage.opens();
    await ana.types('/zoom-app help');
    await ana.sees('Only visible to you');
    await ana.becomes('Zoë');
    await ana.sees(/Passed:[^·\n]*connector profile/);
    expect(await ana.message('Only visible to you').count()).toBe(0);
    await ana.types('/zoom-app edit StackOne Integration');
    await keepPicture(ana.page, 'two-people');
  });

  test('in a workspace without Greenroom nothing of it is there, and Slack itself answers its commands', async () => {
    const gil = await stage.opens();
    await gil.page.getByRole('button', { name: 'Globex' }).click();
    await gil.page.getByText('Greenroom is not installed here.').waitFor();
    expect(await gil.page.locator('.message').count()).toBe(0);
    expect(await gil.page.getByText('Greenroom is here').count()).toBe(0);
    const box = gil.page.locator('.main-place .composer textarea');
    await box.pressSequentially('/zoom');
    expect(await gil.offered.count()).toBe(0);
    const before = stage.simulators.slack.inspector.deliveries('command').length;
    await gil.types('/zoom-app list');
    await gil.sees('/zoom-app is not a valid command.');
    expect(stage.simulators.slack.inspector.deliveries('command')).toHaveLength(before);
    expect(await gil.page.getByRole('timer').count()).toBe(0);
    await keepPicture(gil.page, 'two-workspaces');
    expect(await accessibilityFaults(gil.page)).toEqual([]);
    await gil.controls('Go to Acme');
    await gil.sees(/Passed:[^·\n]*connector profile/);
  });

  test('the inspector shows every request, and what a message is made of', async () => {
    const ana = await stage.opens();
    const card = await ana.sees(/Passed:[^·\n]*connector profile/);
    await card.hover();
    await card.getByRole('button', { name: 'Raw blocks' }).click();
    await ana.page.getByRole('heading', { name: 'Blocks' }).waitFor();
    await ana.page
      .getByRole('button', { name: /^request/ })
      .first()
      .click();
    await ana.page.getByText('Greenroom asked Slack').waitFor();
    await ana.page.getByRole('button', { name: 'All requests' }).click();
    await ana.page.getByText('No rule of Slack was broken').waitFor();
    await keepPicture(ana.page, 'inspector');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
  });

  test('the faults of the simulators are laid out in the control panel, and stay within it', async () => {
    const ana = await stage.opens({ viewport: { width: 1440, height: 2400 } });
    const panel = ana.page.locator('.control-panel');
    for (const fault of [
      'Let Zoom answer something else',
      'Let a list be wrong',
      'Let Slack refuse something',
    ])
      await panel.getByText(fault).click();
    await panel.getByLabel('Its list of accounts').selectOption('has a row twice');
    await panel.getByLabel('Refuse messages in #zoom-integration with').fill('message_limit_exceeded');
    await panel.getByRole('button', { name: 'Refuse', exact: true }).click();
    await panel.getByRole('button', { name: 'Stop refusing' }).waitFor();
    await keepPicture(panel, 'faults');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await panel.getByRole('button', { name: 'Stop refusing' }).click();
    await panel.getByRole('button', { name: 'Stop refusing' }).waitFor({ state: 'detached' });
    await panel.getByLabel('Its list of accounts').selectOption('is right');
    await expect.poll(() => panel.getByLabel('Its list of accounts').inputValue()).toBe('');
  });

  test('is readable in the dark and on a phone, and axe finds nothing', async () => {
    const dark = await stage.opens({ colorScheme: 'dark' });
    await (await dark.sees(/Passed:[^·\n]*connector profile/)).scrollIntoViewIfNeeded();
    await keepPicture(dark.page, 'dark');
    expect(await accessibilityFaults(dark.page)).toEqual([]);
    const phone = await stage.opens({ viewport: { width: 390, height: 844 } });
    await phone.page.getByRole('button', { name: 'Back to Slack' }).click();
    await (await phone.sees(/Passed:[^·\n]*connector profile/)).scrollIntoViewIfNeeded();
    await keepPicture(phone.page, 'phone');
    expect(await accessibilityFaults(phone.page)).toEqual([]);
  });
});

/** Zoom apps of other people, in other stages. */
async function moreApps({ slack, zoom }: Simulators): Promise<void> {
  const zoe = slack.person('zoe');
  const refused = { ...zoom.addApp(), clientSecret: 'x'.repeat(32) };
  await registersAtOnce(zoe, { name: 'Calendar Sync', credentials: zoom.addApp() });
  await registersAtOnce(zoe, { name: 'Webinar Archive', credentials: zoom.addApp() });
  await registersAtOnce(slack.person('ben'), { name: 'HR Dashboard', credentials: refused });
  await zoe.sees('#zoom-integration', /Webinar Archive[\s\S]*Passed:[^·\n]*credentials/);
  await zoe.sees('#zoom-integration', /HR Dashboard[\s\S]*Credentials: failed/);
}
