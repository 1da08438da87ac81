import { describe, expect, test } from 'vitest';
import type { MessageHandle } from '../../../sandbox/simulators/slack/index.ts';
import { allIsSent, asks, cardOf, channel, firings, noMore, registers, saying } from '../../e2e/acts.ts';
import { transports, useStage } from '../../e2e/stage.ts';
import { until } from '../../harness/until.ts';

/** Reminders and sweeps come every second instead of daily, so that a closed channel sees as many as in weeks. */
describe.each(transports)('a channel that is closed for a while, over %s', (transport) => {
  const stage = useStage(transport, { env: { REMIND_AFTER: '1s' } });
  const ana = () => stage.person('ana');
  const slack = () => stage.simulators.slack;
  const apps = ['Tide', 'Ebb', 'Flow'];
  const elsewhere = '#general';

  /** What Greenroom told an owner of the channel: every direct message that stands. */
  const messages = () => saying(ana(), /#zoom-integration/, '@bot');
  const reports = (words: RegExp): Promise<MessageHandle> =>
    until(
      () => messages().find((message) => words.test(message.text())) ?? null,
      `a direct message: ${words}`,
    );
  const remindersIn = (name: string) => saying(ana(), new RegExp(`does Local Test of \\*?${name}`));
  const count = async (sql: string) => {
    const [row] = await stage.database.db.query<{ count: number }>(sql);
    return row?.count ?? 0;
  };
  const waitingReminders = () =>
    count(`select count(*)::int as count from delivery
           where state in ('queued', 'sending') and message ->> 'kind' in ('ask_again', 'stopped_asking')`);
  const remindersAsked = () =>
    count(`select count(*)::int as count from event where kind in ('asked_again', 'stopped_asking')`);
  const pausedWatches = () => count('select count(*)::int as count from watch where paused_at is not null');
  const openedWatches = () => count('select count(*)::int as count from watch where opened_at is not null');

  /** A minute passes: before, another word that the channel is open counts for nothing. */
  const mayBeSaidAgain = () => stage.database.db.query('update watch set opened_at = null');

  async function waitsForZoom(name: string): Promise<void> {
    await registers(ana(), { name, credentials: stage.pair() });
    await ana().sees(channel, new RegExp(`^${name}[\\s\\S]*Passed:[^·\\n]*credentials`));
    await ana().press(cardOf(ana(), name), 'It is set');
    await ana().sees(channel, new RegExp(`^${name}[\\s\\S]*Passed:[^·\\n]*redirect URL`));
    await saysNotReady(cardOf(ana(), name));
  }
  async function changesPurpose(name: string, purpose: string): Promise<void> {
    await ana().types(elsewhere, `/zoom-app edit ${name}`);
    const modal = await ana().modal('Edit a Zoom app');
    await modal.fill('Purpose', purpose);
    await modal.submit();
    await modal.sees('is saved');
    await modal.close();
  }
  async function saysNotReady(card: MessageHandle): Promise<void> {
    await ana().press(card, 'Not ready yet');
    const modal = await ana().modal('Not ready yet');
    await modal.tick('Missing', ['Links']);
    await modal.submit();
    await modal.sees('Noted on the card');
    await modal.close();
  }

  test('one direct message reports it and is edited; reminders neither pile up nor come in a burst', async () => {
    for (const name of apps) await waitsForZoom(name);
    for (const name of apps) await until(() => remindersIn(name).length > 0, `a reminder about ${name}`);

    await slack().archives(channel);
    const message = await reports(/cannot post about[\s\S]*archived/);
    await until(async () => (await pausedWatches()) === apps.length, 'every watch to pause');
    for (const name of apps) expect(message.text()).toContain(name);

    // Weeks of reminders, changes of several apps, and processes that come and go.
    // A sweep that began before the pause may still ask.
    await noMore(stage.database, 'sweep');
    const asked = await remindersAsked();
    for (const how of ['kill', 'stop'] as const) {
      await stage.restart(how);
      await firings(stage.database, 'sweep', 3);
      for (const name of apps) await changesPurpose(name, `Changed before the next ${how}`);
      expect(await waitingReminders()).toBeLessThanOrEqual(apps.length);
    }
    expect(await remindersAsked()).toBe(asked);
    expect(messages().map(({ ts }) => ts)).toEqual([message.ts]);

    // Somebody says that it was mended, and it was not: the same message says so again, with the cause of today.
    await mayBeSaidAgain();
    await ana().press(message, 'Try again now');
    // Slack refuses again within moments: the words in between may be replaced before they are sent.
    await until(async () => (await openedWatches()) > 0, 'Greenroom to try again');
    await until(async () => (await pausedWatches()) === apps.length, 'every watch to pause again');
    await reports(/cannot post about[\s\S]*archived/);
    await slack().removesBot(channel);
    await slack().unarchives(channel);
    await mayBeSaidAgain();
    const closed = await reports(/cannot post about/);
    // Another try may have found meanwhile that Greenroom is no member any more.
    const label = /archived/.test(closed.text()) ? 'Try again now' : 'I invited it';
    await ana().press(closed, label);
    const again = await reports(/cannot post about[\s\S]*not a member/);
    expect(again.ts).toBe(message.ts);
    const before = apps.map((name) => remindersIn(name).length);
    await slack().invitesBot(channel);
    await mayBeSaidAgain();
    await ana().press(again, 'I invited it');
    await until(async () => (await pausedWatches()) === 0, 'every watch to go on');

    // It is over, and says so; what was said of the apps meanwhile is in their threads, each reminder once at most.
    await until(
      () => messages().every((message) => !/cannot post/.test(message.text())),
      'the message to end',
    );
    expect(messages().map(({ ts }) => ts)).toEqual([message.ts]);
    // Seven in a row that change nothing, then one last word, and silence.
    for (const name of apps) {
      await until(
        () => saying(ana(), new RegExp(`stops asking about .*${name}`)).length === 1,
        `the last word about ${name}`,
      );
    }
    await allIsSent(stage.database);
    await firings(stage.database, 'sweep', 3);
    expect(await waitingReminders()).toBe(0);
    const pong = await asks(ana(), '/zoom-app ping', /is here/, elsewhere);
    expect(pong.text()).not.toMatch(/cannot post/);
    apps.forEach((name, place) => {
      expect(remindersIn(name).length - (before[place] ?? 0)).toBeLessThanOrEqual(7);
      expect(saying(ana(), new RegExp(`stops asking about .*${name}`))).toHaveLength(1);
    });
  });
});
