import { describe, expect, test } from 'vitest';
import {
  asks,
  cardOf,
  channel,
  noMore,
  registers,
  saying,
  stackoneTrouble,
  storedCheck,
  timePasses,
  underWay,
} from '../../e2e/acts.ts';
import { once } from '../../e2e/once.ts';
import { useStage } from '../../e2e/stage.ts';
import { until } from '../../harness/until.ts';

/** Greenroom waits 10 s for an answer. */
const tooSlow = 10_500;

describe('Zoom and StackOne take too long', () => {
  const stage = useStage('socket');
  const ana = () => stage.person('ana');
  const tries = () => stage.simulators.zoom.requests.count('/oauth/token');

  const givenUp = once(async () => {
    stage.simulators.zoom.slow(tooSlow);
    stage.simulators.stackone.slow(tooSlow);
    await registers(ana(), { name: 'Snail', credentials: stage.pair() });
    await ana().sees(channel, /Snail[\s\S]*Greenroom is asking Zoom/);
    for (const press of ['one', 'two', 'three']) {
      expect(await ana().press(cardOf(ana(), 'Snail'), 'Check now'), press).toBe('acked');
    }
    await underWay(stage.database, 'probe_credentials');
    await asks(ana(), '/zoom-app list', /Snail/);
    await asks(ana(), '/zoom-app ping', /OK.*Slack: answers/);
    await asks(ana(), '/zoom-ready', /Snail/);
    // What was asked already stays slow.
    stage.simulators.zoom.clearFaults();
    stage.simulators.stackone.clearFaults();
    await ana().sees(channel, /Snail[\s\S]*Credentials: could not look.*Zoom did not answer in time/);
    const noted = () =>
      stage.database.db.query(
        `select from event where kind = 'stackone_trouble' and detail ->> 'trouble' = 'timeout'`,
      );
    await until(async () => (await noted()).length === 1, 'StackOne to be given up');
    await noMore(stage.database, 'probe_credentials');
    // The one under way, one more, and the proof that goes with the first accepted pair.
    expect(tries()).toBeLessThanOrEqual(3);
  });

  test('no other request waits with them, and pressing again costs at most one more try', () => givenUp());

  test('both are looked at again when they are back, and nothing was called failed meanwhile', async () => {
    await givenUp();
    await timePasses(stage.database, '6 minutes');
    await ana().sees(channel, /Snail[\s\S]*Passed:[^·\n]*credentials/);
    await asks(ana(), '/zoom-app check Snail', /Looking at everything|only a moment ago/);
    await until(async () => (await storedCheck(stage.database, 'Snail', 'credentials')).status === 'passed');
    await until(async () => (await stackoneTrouble(stage.database)).answeredAt !== null, 'the first list');
    stage.simulators.stackone.createProfile({ name: 'Snail' });
    await ana().sees(channel, 'The Zoom connector profile was created');
    expect(saying(ana(), /failed|Something broke|cannot look into StackOne/i)).toEqual([]);
  });
});
