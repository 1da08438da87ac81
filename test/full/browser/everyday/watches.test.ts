import { expect, test } from 'vitest';
import { accessibilityFaults } from '../accessible.ts';
import type { PersonAtPage } from '../person.ts';
import { registers } from '../registration.ts';
import { describeInBrowser, useBrowserStage } from '../stage.ts';
import { goesByMenu, phone, readsDirectMessages, toControlPanel } from './phone.ts';

/** Greenroom is in #general, which watches an app of another channel. */
async function watchesInGeneral(ana: PersonAtPage): Promise<void> {
  await ana.controls('Create in Zoom');
  await registers(ana);
  await goesByMenu(ana, 'general');
  await membership(ana, 'Add Greenroom');
  await ana.types('/zoom-app watch StackOne Integration');
  await ana.sees('#general watches StackOne Integration: everything');
  await ana.sees(/Greenroom edits this card/);
}

const membership = (ana: PersonAtPage, button: 'Add Greenroom' | 'Remove Greenroom') =>
  ana.page.locator('.channel-head').getByRole('button', { name: button }).click();

/** For the channel on the screen, and back. */
async function turnsInSlack(ana: PersonAtPage, ...acts: (() => Promise<void>)[]): Promise<void> {
  await toControlPanel(ana);
  for (const act of acts) await act();
  await ana.controls('Back to Slack');
}

/** In the app's own channel: there is something to post. */
async function saysItIsSet(ana: PersonAtPage): Promise<void> {
  await goesByMenu(ana, 'zoom-integration');
  await (await ana.sees(/Passed:[^·\n]*credentials/)).getByRole('button', { name: 'It is set' }).click();
  await ana.sees(/Passed:[^·\n]*redirect URL/);
}

/** As they are now. */
async function listsWatches(ana: PersonAtPage): Promise<string> {
  const lists = ana.page.locator('.message', { hasText: '1 watch.' });
  const before = await lists.count();
  await ana.types('/zoom-app watches');
  await expect.poll(() => lists.count(), { timeout: 10_000 }).toBeGreaterThan(before);
  return lists.last().innerText();
}

const presses = async (ana: PersonAtPage, words: string, button: string) =>
  (await ana.sees(words)).getByRole('button', { name: button }).click();

async function opensMyWatches(ana: PersonAtPage): Promise<void> {
  await goesByMenu(ana, 'Greenroom');
  await ana.page.getByRole('button', { name: 'Home', exact: true }).click();
  await ana.page.getByRole('button', { name: 'My watches' }).click();
}

async function changes(ana: PersonAtPage, to: string): Promise<void> {
  await ana.modal.getByRole('combobox').first().click();
  await ana.offered.filter({ hasText: to }).click();
}

describeInBrowser('a channel that is archived, where Slack says so', () => {
  const stage = useBrowserStage('http', 'all');

  test('is paused, which the list and a message say; the button of the message opens it again', async () => {
    const ana = await stage.opens(phone);
    await watchesInGeneral(ana);
    await turnsInSlack(ana, () => ana.controls('Archive #general'));
    await readsDirectMessages(ana);
    await ana.sees(/cannot post about StackOne Integration in #general: the channel is archived/);
    await presses(ana, 'cannot post about', 'Try again now');
    await ana.sees('should Slack still not take it');
    await saysItIsSet(ana);
    await readsDirectMessages(ana);
    await ana.sees(/cannot post about.*the channel is archived/);
    await opensMyWatches(ana);
    await ana.reads(/Paused/);
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.presses('Close');

    await goesByMenu(ana, 'general');
    await turnsInSlack(ana, () => ana.controls('Unarchive #general'));
    await readsDirectMessages(ana);
    await presses(ana, 'cannot post about', 'Try again now');
    await ana.sees(/Greenroom (posts|can post) about StackOne Integration in #general again/);
    await goesByMenu(ana, 'general');
    await ana.sees(/Passed:[^·\n]*redirect URL/);
    // Out and in, and again, before anybody has looked.
    for (const button of ['Remove', 'Add', 'Remove', 'Add'] as const)
      await membership(ana, `${button} Greenroom`);
    await expect.poll(() => listsWatches(ana), { timeout: 10_000 }).not.toContain('Paused');
  });
});

describeInBrowser('a channel that Greenroom is removed from, where Slack says nothing', () => {
  const stage = useBrowserStage('socket');

  test('is paused with the next message; its watches go to the person, who changes and ends them', async () => {
    const ana = await stage.opens(phone);
    const letsRefuse = () => ana.page.getByText('Let Slack refuse something').click();
    await watchesInGeneral(ana);
    await turnsInSlack(
      ana,
      letsRefuse,
      () => ana.page.getByLabel(/Refuse messages in/).fill('restricted_action'),
      () => ana.controls('Refuse'),
    );
    await saysItIsSet(ana);
    await readsDirectMessages(ana);
    await ana.sees(/cannot post about.*only some people may post there.*restricted_action/);
    await goesByMenu(ana, 'general');
    await membership(ana, 'Remove Greenroom');
    await turnsInSlack(ana, letsRefuse, () => ana.controls('Stop refusing'));
    await readsDirectMessages(ana);
    await presses(ana, 'cannot post about', 'Try again now');
    await ana.sees(/cannot post about.*it is not a member of the channel.*then press I invited it/);
    await presses(ana, 'cannot post about', 'Send them to me instead');
    await ana.sees('1 watch of #general goes to you as direct messages from now on');
    await ana.sees(/@Ana ended the watch of StackOne Integration in #general/);

    await ana.types('/zoom-app watch all failures');
    await ana.sees('You watch every Zoom app: failures');
    await opensMyWatches(ana);
    await ana.reads('2 watches.');
    await changes(ana, 'Milestones');
    await ana.reads(/You watch every Zoom app: milestones/);
    await ana.presses('End several');
    await ana.ticks('2. StackOne Integration as direct messages');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.presses('End them');
    await ana.reads('1 watch ended.');
    await changes(ana, 'End this watch');
    await ana.reads(/You no longer watch every Zoom app/);
    await ana.reads('you have set none elsewhere');
  });
});
