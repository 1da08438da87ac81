import { beforeEach, describe, expect, test } from 'vitest';
import {
  allIsSent,
  attests,
  beginsToRegister,
  cardsOf,
  channel,
  clockTicks,
  hasBaseline,
  marks,
  registers,
  saying,
  storedCheck,
  underWay,
  whileLocked,
} from '../../e2e/acts.ts';
import { expectNothingTwice } from '../../e2e/nothing_twice.ts';
import { useStage } from '../../e2e/stage.ts';
import { until } from '../../harness/until.ts';

// What a kill does to jobs and messages has nothing to do with the way Slack reaches us: one transport is enough.
describe('a process that is killed', () => {
  // It may look in Slack whether a message stands already, and when an owner may be reminded.
  const scopes = ['commands', 'chat:write', 'channels:history', 'users:read'];
  const stage = useStage('http', { slack: { scopes } });
  const ana = () => stage.person('ana');
  const faults = () => stage.simulators.slack.faults;

  beforeEach(async () => {
    faults().clear();
    stage.simulators.zoom.clearFaults();
    await allIsSent(stage.database);
  });

  test('while messages wait for Slack says each of them once, afterwards', async () => {
    faults().rateLimited({ channel, retryAfter: 1 });
    await registers(ana(), { name: 'Phoenix', credentials: stage.pair() });
    await until(
      async () => (await storedCheck(stage.database, 'Phoenix', 'credentials')).status === 'passed',
      'the first check',
    );
    expect(saying(ana(), /Phoenix/)).toEqual([]);
    await stage.restart('kill');
    faults().clear();
    await ana().sees(channel, /^Phoenix[\s\S]*Passed:[^·\n]*credentials/);
    await allIsSent(stage.database);
    expectNothingTwice(stage);
    expect(cardsOf(ana(), 'Phoenix')).toHaveLength(1);
    expect(saying(ana(), /registered \*Phoenix\*/)).toHaveLength(1);
    expect(saying(ana(), /Phoenix.*Credentials → \*Testing\*/)).toHaveLength(1);
  });

  test('between seeing a profile and saying so says it once, afterwards', async () => {
    await registers(ana(), { name: 'Second', credentials: stage.pair() });
    await ana().sees(channel, /^Second[\s\S]*Passed:[^·\n]*credentials/);
    await attests(stage.person('zoe'), 'Second');
    await hasBaseline(stage.database, 'Second');
    await allIsSent(stage.database);
    faults().rateLimited({ channel, retryAfter: 1 });
    stage.simulators.stackone.createProfile({ name: 'Second' });
    await clockTicks(stage);
    await until(async () => {
      const rows = await stage.database.db.query(`select from event where kind = 'profile_matched'`);
      return rows.length > 0;
    }, 'the profile to be seen');
    await stage.restart('kill');
    faults().clear();
    await ana().sees(channel, /The Zoom connector profile was created[\s\S]*Second/);
    await ana().sees(channel, /^Second[\s\S]*Development: Live/);
    await allIsSent(stage.database);
    expect(saying(ana(), /The Zoom connector profile was created/)).toHaveLength(1);
    expectNothingTwice(stage);
  });

  test('in the middle of asking Zoom, and of a registration, finishes both afterwards', async () => {
    const modal = await beginsToRegister(stage.person('zoe'), { name: 'Halfway', credentials: stage.pair() });
    stage.simulators.zoom.slow(60_000);
    await registers(ana(), { name: 'Interrupted', credentials: stage.pair() });
    await underWay(stage.database, 'probe_credentials');
    stage.simulators.zoom.clearFaults();
    await stage.restart('kill');
    await modal.submit();
    await modal.sees('is registered');
    await ana().sees(channel, /^Halfway[\s\S]*Passed:[^·\n]*credentials/);
    await ana().sees(channel, /^Interrupted[\s\S]*Passed:[^·\n]*credentials/);
  });

  test('between the moment Slack took a message and its note of it says it once', async () => {
    await allIsSent(stage.database);
    faults().slow(500, 'chat.postMessage');
    await registers(ana(), { name: 'Narrow', credentials: stage.pair() });
    const taken = () => marks(stage).length;
    const before = taken();
    await until(async () => {
      const rows = await stage.database.db.query(`select from delivery where state = 'sending'`);
      return rows.length > 0;
    }, 'a message on its way');
    await whileLocked(stage.database, 'delivery', async () => {
      await until(() => taken() > before, 'Slack to take it');
      await stage.bot.kill();
    });
    faults().clear();
    await stage.restart('kill');
    await ana().sees(channel, /^Narrow[\s\S]*Passed:[^·\n]*credentials/);
    await until(() => saying(ana(), /Narrow.*Credentials → \*Testing\*/).length > 0);
    await allIsSent(stage.database);
    expectNothingTwice(stage);
    expect(cardsOf(ana(), 'Narrow')).toHaveLength(1);
  });

  test('at any moment loses nothing, and says everything once', async () => {
    await allIsSent(stage.database);
    await registers(ana(), { name: 'Anytime', credentials: stage.pair() });
    await stage.restart('kill');
    await ana().sees(channel, /^Anytime[\s\S]*Passed:[^·\n]*credentials/);
    await until(() => saying(ana(), /registered \*Anytime\*/).length > 0);
    await until(() => saying(ana(), /Anytime.*Credentials → \*Testing\*/).length > 0);
    await allIsSent(stage.database);
    expect(new Set(marks(stage)).size).toBe(marks(stage).length);
  });
});
