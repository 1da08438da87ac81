import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Person } from '../../../sandbox/simulators/slack/index.ts';
import { messageAt, remove } from '../../../sandbox/simulators/slack/state/messages.ts';
import {
  allIsSent,
  asks,
  attests,
  beginsToRegister,
  calmsDown,
  cardOf,
  cardsOf,
  channel,
  clockTicks,
  forgives,
  hasBaseline,
  postedMessages,
  registers,
  saying,
  whileLocked,
} from '../../e2e/acts.ts';
import { transports, useStage } from '../../e2e/stage.ts';
import { until } from '../../harness/until.ts';

describe.each(transports)('faults of Slack, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.person('ana');
  const slack = () => stage.simulators.slack;
  const faults = () => slack().faults;
  const general = '#general';

  const profileOf = (name: string) => {
    const found = stage.simulators.stackone.profiles().find((profile) => profile.name === name);
    if (found === undefined) throw new Error(`no profile ${name}`);
    return found.id;
  };
  /** Something to say in the app's channel: its profile stops working, or works again. */
  const breaks = async (name: string) => {
    stage.simulators.stackone.disableProfile(profileOf(name));
    await clockTicks(stage);
  };
  const mends = async (name: string) => {
    stage.simulators.stackone.enableProfile(profileOf(name));
    await clockTicks(stage);
  };
  const broken = (name: string) => new RegExp(`Something broke[\\s\\S]*${name}`);
  const mended = (name: string) => new RegExp(`Repaired\\.[\\s\\S]*${name}`);
  const waiting = async (kind: string) => {
    const rows = await stage.database.db.query(
      `select from delivery where state in ('queued', 'sending') and message ->> 'kind' = $1`,
      [kind],
    );
    return rows.length > 0;
  };

  /** How many messages may stand twice, as `ping` counts them. */
  const repeated = async () => {
    const answer = await asks(ana(), '/zoom-app ping', /Greenroom \S+ is here/, general);
    return Number(/May stand twice: (\d+) message/.exec(answer.text())?.[1] ?? 0);
  };

  async function goesLive(name: string, where: string): Promise<void> {
    await registers(ana(), { name, credentials: stage.pair(), where });
    await ana().sees(where, new RegExp(`^${name}[\\s\\S]*Passed:[^·\\n]*credentials`));
    await attests(stage.person('zoe'), name, where);
    await hasBaseline(stage.database, name);
    stage.simulators.stackone.createProfile({ name });
    await clockTicks(stage);
    await ana().sees(where, new RegExp(`^${name}[\\s\\S]*Development: Live`));
    await allIsSent(stage.database);
  }

  const places = { Tide: channel, Ebb: general };
  const isLive = (name: keyof typeof places) =>
    /Development: Live/.test(cardOf(ana(), name, places[name]).text());

  beforeAll(async () => {
    await slack().invitesBot(general);
    await goesLive('Tide', channel);
    await goesLive('Ebb', general);
  });

  /** Whatever the story before left behind: no faults, both channels open, both apps live, nothing on the way. */
  beforeEach(async () => {
    faults().clear();
    if (transport === 'socket') await slack().connected();
    await slack().unarchives(general);
    await slack().invitesBot(general);
    for (const name of ['Tide', 'Ebb'] as const) {
      if (isLive(name)) continue;
      await mends(name);
      await until(() => isLive(name), `${name} to be live again`);
    }
    await allIsSent(stage.database);
    await calmsDown(stage.database);
    // Within a minute, another word that a channel is open counts for nothing.
    await stage.database.db.query('update watch set opened_at = null');
  });

  test('two apps go live in two channels', async () => {
    await asks(ana(), '/zoom-app show Tide', /Development: Live/);
    await asks(ana(), '/zoom-app show Ebb', /Development: Live/, general);
  });

  test('under ordinary load everything is acknowledged in time, and no person sees a timeout', async () => {
    const people = ['ana', 'zoe', 'ben'].map((name) => stage.person(name));
    const commands = [
      '/zoom-app list',
      '/zoom-app show Tide',
      '/zoom-ready',
      '/zoom-scopes check admin user:read:user',
    ];
    const answersOf = (person: Person) =>
      person.messages(general).filter(({ ephemeral }) => ephemeral).length;
    const before = people.map(answersOf);
    const typed = people.flatMap((person) =>
      Array.from({ length: 12 }, (_, i) => person.types(general, commands[i % commands.length] ?? '')),
    );
    expect(new Set((await Promise.all(typed)).map(({ outcome }) => outcome))).toEqual(new Set(['acked']));
    for (const [at, person] of people.entries()) {
      await until(() => answersOf(person) === (before[at] ?? 0) + 12, `12 answers for ${person.name}`);
    }
    const words = people.map((person) => person.transcript(general)).join('\n');
    expect(words).not.toMatch(/did not respond|trouble connecting|operation_timeout|went wrong/);
  });

  test('what happens while Slack is down is posted when it is back, once and in order', async () => {
    const before = new Set(postedMessages(ana()).map(({ ts }) => ts));
    const since = () => postedMessages(ana()).filter(({ ts }) => !before.has(ts));
    faults().down(transport === 'socket' ? 'cut' : '503');
    await breaks('Tide');
    await until(() => waiting('regressed'), 'the regression to be noticed');
    await mends('Tide');
    await until(() => waiting('recovered'), 'the repair to be noticed');
    expect(since()).toEqual([]);
    faults().clear();
    await until(() => since().some((message) => mended('Tide').test(message.text())), 'the repair');
    await allIsSent(stage.database);
    const said = since().filter(
      ({ threadTs, text }) => threadTs === null && /Something broke|Repaired/.test(text()),
    );
    expect(said.map((message) => /Something broke/.test(message.text()))).toEqual([true, false]);
    if (transport === 'socket') await slack().connected();
    await asks(ana(), '/zoom-app show Tide', /Development: Live/);
  });

  test('an answer that Slack does not take is noted, and the next command is answered', async () => {
    await whileLocked(stage.database, 'zoom_app', async (reached) => {
      expect((await ana().types(channel, '/zoom-app list')).outcome).toBe('acked');
      await reached();
      faults().down('503');
    });
    await until(() => stage.bot.output().includes('The person could not be told'));
    faults().clear();
    if (transport === 'socket') await slack().connected();
    await asks(ana(), '/zoom-app list', /Tide/);
  });

  test('a channel that Slack slows down keeps neither another channel waiting nor a modal', async () => {
    faults().rateLimited({ channel, retryAfter: 1 });
    await breaks('Tide');
    await until(() => waiting('regressed'));
    await breaks('Ebb');
    await ana().sees(general, broken('Ebb'));
    const modal = await beginsToRegister(ana(), { name: 'Undelayed', credentials: stage.pair() });
    await modal.submit();
    await modal.sees('is registered');
    expect(modal.trouble()).toBeNull();
    await modal.close();
    const before = saying(ana(), broken('Tide')).length;
    faults().clear();
    await until(() => saying(ana(), broken('Tide')).length > before, 'the delayed message');
    await mends('Tide');
    await mends('Ebb');
    await ana().sees(general, mended('Ebb'));
    await ana().sees(channel, /^Tide[\s\S]*Development: Live/);
    await allIsSent(stage.database);
    expect(saying(ana(), broken('Tide'))).toHaveLength(before + 1);
  });

  test('a modal that Slack slows down is updated a moment later', async () => {
    const modal = await beginsToRegister(ana(), { name: 'Gentle', credentials: stage.pair() });
    faults().rateLimited({ method: 'views.update', retryAfter: 1, times: 1 });
    await modal.press('Back');
    await modal.sees('Step 3');
    await modal.close();
  });

  test('where Slack shows the answer to a form late, what comes after it stays', async () => {
    const credentials = stage.pair();
    faults().lateSubmissions(300);
    await registers(ana(), { name: 'Slack Water', credentials });
    await hasBaseline(stage.database, 'Slack Water');
    stage.simulators.stackone.createProfile({ name: 'Slack Water', credentials });
    await ana().sees(channel, /^Slack Water[\s\S]*Passed:[^·\n]*connector profile/);
    await ana().press(cardOf(ana(), 'Slack Water'), 'Prove it works');
    const modal = await ana().modal('Prove it works');
    // Longer than the form waits for: a loading view comes first.
    stage.simulators.stackone.slow(1_200);
    onTestFinished(() => stage.simulators.stackone.clearFaults());
    await modal.submit();
    await modal.sees('The link is for @Ana alone');
    faults().clear();
    await modal.close();
  });

  test('a message that Slack does not take at all is left out, and the next ones come', async () => {
    const before = [broken('Ebb'), mended('Ebb')].map((words) => saying(ana(), words, general).length);
    faults().failNext('chat.postMessage', 'msg_too_long');
    await breaks('Ebb');
    await until(() => stage.bot.output().includes('Slack refuses a message of ours'));
    await mends('Ebb');
    await until(() => saying(ana(), mended('Ebb'), general).length === (before[1] ?? 0) + 1);
    expect(saying(ana(), broken('Ebb'), general)).toHaveLength(before[0] ?? 0);
  });

  test('where the response was lost and no lookup is allowed the blind resend says so, and the order holds', async () => {
    const before = slack().inspector.calls('chat.postMessage').length;
    const repairs = saying(ana(), mended('Ebb'), general).length;
    const twice = () => saying(ana(), /You may see this twice/, general).length;
    const [twiceBefore, countedBefore] = [twice(), await repeated()];
    // What owners are told directly may be edited before it is sent again: then nothing is repeated.
    faults().loseReplies('chat.postMessage', 1, general);
    faults().loseReplies('chat.update', 1, general);
    await breaks('Ebb');
    await until(() => waiting('stage_changed'));
    await mends('Ebb');
    await until(() => saying(ana(), mended('Ebb'), general).length > repairs);
    await allIsSent(stage.database);
    // Of the channel: what its owners are told directly has an order of its own.
    const there = JSON.stringify(cardOf(ana(), 'Ebb', general).channel);
    const marks = slack()
      .inspector.calls('chat.postMessage')
      .slice(before)
      .filter(({ request }) => JSON.stringify(request).includes(there))
      .map(({ request }) => JSON.stringify(request).match(/delivery[^0-9a-f]*([0-9a-f-]{36})/)?.[1]);
    expect(marks).not.toContain(undefined);
    // Every mark's calls stand together: nothing was said between a message and its double.
    expect(marks.filter((mark, i) => mark !== marks[i - 1])).toHaveLength(new Set(marks).size);
    expect(cardOf(ana(), 'Ebb', general).text()).toMatch(/Development: Live/);
    const doubles = marks.length - new Set(marks).size;
    expect(twice() - twiceBefore).toBe(doubles);
    expect((await repeated()) - countedBefore).toBe(1);
  });

  test('a page where Slack should have answered is no answer: the message comes again, once', async () => {
    const before = saying(ana(), broken('Ebb'), general).length;
    faults().html(1);
    await breaks('Ebb');
    await until(
      () => /Development: Degraded/.test(cardOf(ana(), 'Ebb', general).text()),
      'the card that was refused',
    );
    await until(() => saying(ana(), broken('Ebb'), general).length === before + 1);
    await mends('Ebb');
    await until(() => /Development: Live/.test(cardOf(ana(), 'Ebb', general).text()));
    await allIsSent(stage.database);
    expect(saying(ana(), broken('Ebb'), general)).toHaveLength(before + 1);
  });

  test('a card that somebody deleted is posted anew, and its story goes on there', async () => {
    const [team] = slack().session.slackState.teams;
    const old = cardOf(ana(), 'Ebb', general);
    const message = team === undefined ? null : messageAt(team, old.channel, old.ts);
    if (message === null) throw new Error('the card is not there');
    remove(slack().session.slackState, message);
    await breaks('Ebb');
    await until(() =>
      cardsOf(ana(), 'Ebb', general).some((card) => /Development: Degraded/.test(card.text())),
    );
    await mends('Ebb');
    await until(() => /Development: Live/.test(cardOf(ana(), 'Ebb', general).text()));
    const fresh = cardOf(ana(), 'Ebb', general);
    expect(cardsOf(ana(), 'Ebb', general)).toHaveLength(1);
    await ana().sees(general, /Ebb.*Degraded → \*Live\*/);
    expect(
      postedMessages(ana(), general).filter(({ threadTs }) => threadTs === fresh.ts).length,
    ).toBeGreaterThan(0);
  });

  test('the owner is notified of a channel that removed Greenroom, and it gets everything after an invitation', async () => {
    await slack().removesBot(general);
    await breaks('Ebb');
    const message = await ana().sees(
      '@bot',
      /cannot post about \*Ebb\*.*not a member of the channel[\s\S]*\/invite @Greenroom/,
    );
    await asks(ana(), '/zoom-app show Ebb', /Greenroom cannot post in #general/);
    await mends('Ebb');
    await until(() => waiting('recovered'));
    await slack().invitesBot(general);
    const [breaksBefore, mendsBefore] = [broken('Ebb'), mended('Ebb')].map(
      (p) => saying(ana(), p, general).length,
    );
    const saidBefore = saying(ana(), /@Ana said that Greenroom can post about/, '@bot').length;
    await ana().press(message, 'I invited it');
    await until(() => saying(ana(), mended('Ebb'), general).length === (mendsBefore ?? 0) + 1);
    expect(saying(ana(), broken('Ebb'), general)).toHaveLength((breaksBefore ?? 0) + 1);
    await until(
      () => saying(ana(), /@Ana said that Greenroom can post about/, '@bot').length === saidBefore + 1,
    );
    expect(saying(ana(), /cannot post about/, '@bot')).toEqual([]);
    await asks(ana(), '/zoom-app show Ebb', /^Ebb(?![\s\S]*cannot post)/);
  });

  test('so does a channel that was archived for a while', async () => {
    await slack().archives(general);
    await breaks('Ebb');
    await until(() => saying(ana(), /the channel is archived/, '@bot').length === 1);
    const message = await ana().sees('@bot', /the channel is archived/);
    await slack().unarchives(general);
    const before = saying(ana(), broken('Ebb'), general).length;
    await ana().press(message, 'Try again now');
    await until(() => saying(ana(), broken('Ebb'), general).length === before + 1);
    await mends('Ebb');
    await ana().sees(general, /^Ebb[\s\S]*Development: Live/);
  });

  test('a slow Slack is only slow', async () => {
    faults().slow(250);
    await registers(ana(), { name: 'Slow', credentials: stage.pair() });
    await ana().sees(channel, /^Slow[\s\S]*Passed:[^·\n]*credentials/);
    faults().clear();
  });

  if (transport === 'http') return;

  test('a window that Slack opens too late is explained', async () => {
    faults().slow(500, 'views.open');
    const before = slack().inspector.deliveries('command').length;
    const explained = asks(ana(), '/zoom-app register Late', /did not open the window in time/);
    await until(() => slack().inspector.deliveries('command').length > before, 'the command');
    slack().advance(60_000);
    await explained;
    faults().clear();
    forgives(stage, 'expired_trigger_id');
  });

  test('a registration survives a new connection between two steps', async () => {
    await ana().types(channel, '/zoom-app register Reconnected');
    const modal = await ana().modal('Register a Zoom app');
    await modal.choose('Who manages it in Zoom?', 'Admin-managed');
    slack().refreshSockets('warning');
    await slack().connected();
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 2');
    const { clientId, clientSecret } = stage.pair();
    await modal.fill('Client ID (Development)', clientId);
    await modal.fill('Client secret (Development)', clientSecret);
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 3');
    await modal.fill('Or paste a list', 'user:read:user:admin');
    await modal.submit();
    await modal.sees('Step 4');
    await modal.submit();
    await modal.sees('is registered');
    await ana().sees(channel, /^Reconnected/);
  });

  test('a form whose opening was not confirmed is open, and no error text is sent', async () => {
    const excuses = () => ana().transcript(channel).split('did not open the window').length;
    const before = excuses();
    faults().loseReplies('views.open');
    await ana().types(channel, '/zoom-app scopes Tide');
    const modal = await ana().modal('Edit scopes');
    await until(() => slack().inspector.violations().length > 0, 'the second try');
    await asks(ana(), '/zoom-app ping', /Greenroom/);
    expect(excuses()).toBe(before);
    await modal.dismiss();
    forgives(stage, 'exchanged_trigger_id');
  });

  test('a cut connection costs no answer to a command, and nothing that was typed into a form', async () => {
    await ana().types(channel, '/zoom-app register Cut');
    const modal = await ana().modal('Register a Zoom app');
    await modal.choose('Who manages it in Zoom?', 'User-managed');
    await whileLocked(stage.database, 'draft', async (needed) => {
      const submitted = modal.submit();
      await needed();
      await whileLocked(stage.database, 'zoom_app_owner', async (reached) => {
        const shown = await stage.person('zoe').types(channel, '/zoom-app show Tide');
        expect(shown.outcome).toBe('acked');
        await reached();
        slack().dropSockets();
        expect(await submitted).toBe('unreachable');
      });
    });
    await stage.person('zoe').sees(channel, /^Tide[\s\S]*Only you can see this/);
    expect(modal.trouble()).toMatch(/trouble connecting/);
    expect(modal.value('Name')).toBe('Cut');
    await slack().connected();
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 2');
    await modal.dismiss();
    // The answer to the first try came over the new connection, to somebody who had given up.
    forgives(stage, 'late');
  });
});
