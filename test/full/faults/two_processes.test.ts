import { describe, expect, test } from 'vitest';
import {
  allIsSent,
  asks,
  cardsOf,
  channel,
  firings,
  hasBaseline,
  registers,
  saying,
} from '../../e2e/acts.ts';
import { expectNothingTwice } from '../../e2e/nothing_twice.ts';
import { transports, useStage } from '../../e2e/stage.ts';
import { until } from '../../harness/until.ts';

describe.each(transports)('two processes on one database, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.person('ana');
  const lists = () => stage.simulators.stackone.requests.count('/connector_profiles');

  test('share the work: everything is said once, and StackOne is asked once a tick', async () => {
    const connections = stage.simulators.slack.connections();
    const other = await stage.replica();
    if (transport === 'socket') await stage.simulators.slack.connected(connections + 1);
    const names = ['Castor', 'Pollux', 'Helen'];
    for (const name of names) await registers(ana(), { name, credentials: stage.pair() });
    for (const name of names) {
      await ana().sees(channel, new RegExp(`^${name}[\\s\\S]*Passed:[^·\\n]*credentials`));
      await hasBaseline(stage.database, name);
    }
    for (const name of names) stage.simulators.stackone.createProfile({ name });
    for (const name of names) {
      await ana().sees(channel, new RegExp(`profile was created[\\s\\S]*${name}`));
    }
    await allIsSent(stage.database);
    expectNothingTwice(stage);
    const announced = new RegExp(`profile was created[\\s\\S]*(${names.join('|')})`);
    expect(saying(ana(), announced)).toHaveLength(3);

    const before = lists();
    const ticks = await firings(stage.database, 'poll StackOne', 2);
    expect(lists() - before).toBeLessThanOrEqual(ticks + 1);
    expect(other.output()).toMatch(/Completed task/);
    expect(stage.bot.output()).toMatch(/Completed task/);
  });

  test('when one of them is killed the other goes on, and no person notices', async () => {
    await registers(ana(), { name: 'Leda', credentials: stage.pair() });
    await hasBaseline(stage.database, 'Leda');
    const profile = stage.simulators.stackone.createProfile({ name: 'Leda' });
    await ana().sees(channel, /profile was created[\s\S]*Leda/);
    await stage.replica();
    const connections = () => stage.simulators.slack.connections();
    const before = connections();
    await stage.bot.kill();
    if (transport === 'socket') await until(() => connections() === before - 1, 'one connection less');
    stage.simulators.stackone.disableProfile(profile.id);
    await asks(ana(), '/zoom-app show Leda', /^Leda/);
    await registers(ana(), { name: 'Orphan', credentials: stage.pair() });
    await ana().sees(channel, /Something broke[\s\S]*Leda/);
    await ana().sees(channel, /^Orphan[\s\S]*Passed:[^·\n]*credentials/);
    await allIsSent(stage.database);
    expect(cardsOf(ana(), 'Orphan')).toHaveLength(1);
    expect(saying(ana(), /Something broke/)).toHaveLength(1);
  });
});
