import { expect, test } from 'vitest';
import { registers, saysItIsReady } from './registration.ts';
import { keepPicture } from './screenshots.ts';
import { describeInBrowser, useBrowserStage } from './stage.ts';

describeInBrowser('a Greenroom that is late, in the browser', () => {
  const stage = useBrowserStage();

  test('in a modal Slack waits three seconds, says so in its own words, and keeps what was typed', async () => {
    const ana = await stage.opens();
    await ana.types('/zoom-app register');
    await ana.fills('Name', 'Late app');
    await ana.ticks('Admin-managed');
    await ana.controls('Freeze it');
    await ana.page.getByText('is frozen', { exact: true }).waitFor();
    await ana.presses('Next');
    await ana.page.getByRole('timer', { name: '“Next”: waiting' }).waitFor();
    await ana.reads('We had some trouble connecting. Try again?');
    await ana.page.getByRole('timer', { name: '“Next”: too late' }).waitFor();
    await keepPicture(ana.page, 'too-late');
    expect(await ana.modal.getByLabel('Name').inputValue()).toBe('Late app');

    // Frozen on purpose: the three seconds it missed are the one rule it broke.
    const { inspector } = stage.simulators.slack;
    const broken = () => inspector.violations().map(({ code }) => code);
    expect(broken()).toEqual(['not_acknowledged']);
    await ana.controls('Inspector');
    await ana.page.getByText('One rule of Slack was broken.').first().waitFor();
    await ana.controls('Control panel');
    await ana.controls('Thaw it');
    await ana.page.getByText('is running', { exact: true }).waitFor();
    // After a long sleep it may have to find its way back to Slack first.
    const ben = stage.simulators.slack.person('ben');
    await expect
      .poll(async () => (await ben.types('#zoom-integration', '/zoom-app help')).outcome)
      .toBe('acked');
    await ana.presses('Next');
    await ana.reads('Step 2 of 4');
    expect(broken().filter((code) => code !== 'late' && code !== 'not_acknowledged')).toEqual([]);
    inspector.clear();
    await ana.page.getByRole('button', { name: 'Close all' }).click();
    await ana.modal.waitFor({ state: 'detached' });
  });

  test('in real life it looks every 30 s; the next poll can be made to happen now', async () => {
    const zoe = await stage.opens();
    await zoe.becomes('Zoë');
    await zoe.controls('Create in Zoom');
    await registers(zoe);
    await saysItIsReady(zoe);
    await zoe.controls('Look every 30 s');
    await zoe.page.getByText('It looks into StackOne every 30 s.').waitFor();
    await zoe.controls('Create the profile');
    await zoe.controls('Make the next poll happen now');
    await zoe.sees('The Zoom connector profile was created');
    await zoe.page.getByText('is running', { exact: true }).waitFor();
    await zoe.page.getByText('It looks into StackOne every 30 s.').waitFor();
  });
});
