import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Bot } from '../../sandbox/bot.ts';
import { asks, channel, registers, underWay } from '../e2e/acts.ts';
import { once } from '../e2e/once.ts';
import { useStage } from '../e2e/stage.ts';
import { type CaddyProxy, describeWithCaddy, startCaddy } from '../harness/caddy.ts';
import { startProxy, type TcpProxy } from '../harness/proxy.ts';
import { type Relay, startRelay } from '../harness/relay.ts';
import { until } from '../harness/until.ts';

describeWithCaddy('two replicas behind the proxy of compose.yaml', () => {
  const stage = useStage('http');
  let second: Bot;
  let proxy: CaddyProxy;
  beforeAll(async () => {
    second = await stage.replica();
    proxy = await startCaddy([stage.bot.url, second.url]);
    stage.simulators.slack.deliverTo(`${proxy.url}/slack/events`);
  });
  afterAll(() => proxy.stop());

  const registered = once(async () => {
    await registers(stage.person('ana'), { name: 'Pier ⚓ Ünder', credentials: stage.pair() });
    await stage.person('ana').sees(channel, /^Pier ⚓ Ünder[\s\S]*Passed:[^·\n]*credentials/);
  });

  test('people notice nothing of it: every byte and every header of Slack arrives', async () => {
    expect(await stage.simulators.slack.verifiesUrl()).toBe(true);
    await registered();
  });

  test('only what Slack calls is let in', async () => {
    const status = async (path: string) => (await fetch(`${proxy.url}${path}`)).status;
    expect(await status('/healthz')).toBe(200);
    for (const path of ['/', '/metrics', '/readyz', '/slack'])
      expect([path, await status(path)]).toEqual([path, 404]);
    const post = async (type: string) => {
      const headers = { 'content-type': type };
      return (await fetch(`${proxy.url}/slack/events`, { method: 'POST', headers, body: '{}' })).status;
    };
    expect([await post('application/json'), await post('text/plain')]).toEqual([401, 415]);
  });

  test('a command goes to the other one when a replica is killed', async () => {
    await registered();
    await second.kill();
    for (let times = 0; times < 4; times += 1)
      await asks(stage.person('ben'), '/zoom-app list', /Pier ⚓ Ünder/);
  });
});

describeWithCaddy('replicas that cannot do everything, behind the proxy of compose.yaml', () => {
  let database: TcpProxy;
  const stage = useStage('http', {
    async databaseUrl({ connection }) {
      database = await startProxy(`${connection.host}/.s.PGSQL.5432`);
      return `postgresql://${connection.user}@127.0.0.1:${database.port}/${connection.database}`;
    },
  });
  afterAll(() => database.close());
  beforeEach(() => {
    database.mend();
    stage.simulators.zoom.clearFaults();
  });

  /** Caddy in front of these replicas, and of nothing else. */
  async function behindCaddy(...replicas: readonly Bot[]) {
    const relays = await Promise.all(replicas.map(({ url }) => startRelay(url)));
    const proxy = await startCaddy(relays.map(({ url }) => url));
    onTestFinished(async () => {
      await proxy.stop();
      await Promise.all(relays.map((relay) => relay.close()));
    });
    stage.simulators.slack.deliverTo(`${proxy.url}/slack/events`);
    return relays;
  }

  /** Caddy knows how each of them is now. */
  async function checked(...relays: readonly Relay[]): Promise<void> {
    const before = relays.map((relay) => relay.ended('/servez'));
    // The first may have begun earlier; when a second one ends, the result of the first counts.
    const twice = (relay: Relay, index: number) => relay.ended('/servez') >= (before[index] ?? 0) + 2;
    await until(() => relays.every(twice), 'the health checks of Caddy');
  }

  const status = async (bot: Bot, path: string) => (await fetch(`${bot.url}${path}`)).status;

  test('with the database cut, a person reads that nothing was changed, and not that the app failed', async () => {
    const second = await stage.replica();
    const relays = await behindCaddy(stage.bot, second);
    database.cut();
    for (const bot of [stage.bot, second])
      await until(async () => (await status(bot, '/readyz')) === 503, 'the outage to be seen');
    await checked(...relays);
    const gone = /Greenroom cannot reach its database right now, so nothing was changed/;
    for (let times = 0; times < 4; times += 1) await asks(stage.person('ben'), '/zoom-app list', gone);
    database.mend();
    await until(async () => (await status(stage.bot, '/readyz')) === 200, 'the database to be back');
    await asks(stage.person('ben'), '/zoom-app list', /./);
    await second.stop();
  });

  test('one that is told to stop gets no more requests while it finishes a job', async () => {
    const leaving = stage.bot;
    // Nearly as long as Greenroom waits for Zoom: meanwhile a replica and Caddy start.
    stage.simulators.zoom.slow(9_000);
    stage.simulators.slack.deliverTo(`${leaving.url}/slack/events`);
    await registers(stage.person('ana'), { name: 'Ebb', credentials: stage.pair() });
    await underWay(stage.database, 'probe_credentials');
    const staying = await stage.replica();
    const [relay, other] = await behindCaddy(leaving, staying);
    if (relay === undefined || other === undefined) throw new Error('a relay is missing');
    const exit = leaving.stop();
    await until(() => leaving.output().includes('"msg":"Stopping"'), 'the end to begin');
    expect(await status(leaving, '/servez')).toBe(503);
    expect(await status(leaving, '/healthz')).toBe(200);
    await checked(relay, other);
    const before = relay.ended('/slack/events');
    for (let times = 0; times < 4; times += 1) await asks(stage.person('ben'), '/zoom-app list', /Ebb/);
    expect([relay.ended('/slack/events'), other.ended('/slack/events') >= 4]).toEqual([before, true]);
    expect(await exit).toBe(0);
  });
});
