import { expect, test } from 'vitest';
import { accessibilityFaults } from '../accessible.ts';
import type { PersonAtPage } from '../person.ts';
import { registers } from '../registration.ts';
import { describeInBrowser, useBrowserStage } from '../stage.ts';
import { letPassHere, phone, toControlPanel, turnsInto } from './phone.ts';

/** In the control panel: what becomes of this person. */
async function lets(person: PersonAtPage, name: string, ...switches: readonly string[]): Promise<void> {
  const summary = person.page.getByText('Let a person leave, or join a user group');
  const chosen = person.page.locator('.control-panel').getByRole('combobox', { name: /^Person/ });
  if (!(await chosen.isVisible())) await summary.click();
  await chosen.selectOption({ label: name });
  for (const words of switches) await person.controls(words);
}

/** Asks until it is there: the sweep has done it by then. */
async function findsInHistory(person: PersonAtPage, words: RegExp): Promise<void> {
  const history = person.message('History of StackOne Integration');
  const asks = async () => {
    await person.types('/zoom-app history StackOne Integration');
    return (await history.count()) === 0 ? '' : history.innerText();
  };
  await expect.poll(asks, { timeout: 40_000, interval: 1_000 }).toMatch(words);
}

describeInBrowser('whose owners are gone, on phones', () => {
  const stage = useBrowserStage('socket', ['usergroups:read']);

  test('whoever joins a user group that owns an app may edit it', async () => {
    const zoe = await stage.opens(phone);
    await turnsInto(zoe, 'Zoë');
    await toControlPanel(zoe);
    await zoe.controls('Create in Zoom');
    await registers(zoe);
    await zoe.types('/zoom-app groups StackOne Integration');
    await zoe.reads('Whoever is in a chosen group');
    await zoe.modal.getByRole('combobox').fill('zoom');
    await zoe.offered.filter({ hasText: 'zoom-team' }).first().click();
    expect(await accessibilityFaults(zoe.page)).toEqual([]);
    await zoe.presses('Save');
    await zoe.reads('and the group zoom-team');
    await zoe.presses('Close');
    await zoe.sees(/Owners: @Zoë, and the group zoom-team/);

    await toControlPanel(zoe);
    await lets(zoe, 'Ben', 'In the user group @zoom-team');
    await letPassHere(zoe, '1 day');
    await zoe.controls('Back to Slack');
    await findsInHistory(zoe, /made @Ben an owner, by a user group/);
    const ben = await stage.opens(phone);
    await turnsInto(ben, 'Ben');
    await ben.types('/zoom-app edit StackOne Integration');
    await ben.reads('Purpose');
  });

  test('an app whose owners cannot be reached says so, and an admin takes it over with its button', async () => {
    const ana = await stage.opens(phone);
    await lets(ana, 'Zoë', 'The account is deactivated');
    await lets(ana, 'Ben', 'The account is deactivated');
    await letPassHere(ana, '1 day');
    await ana.controls('Back to Slack');
    const card = await ana.sees(/cannot reach @Zoë and @Ben since.*Nobody else owns this app/s);
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await card.getByRole('button', { name: 'Take over' }).click();
    await ana.sees(/You own StackOne Integration now/);
    await ana.sees(/Owners: @Ana, and the group zoom-team/);
    await findsInHistory(ana, /made @Ana an owner, who had taken it over/);
  });
});
