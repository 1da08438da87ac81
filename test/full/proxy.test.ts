import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bot } from '../../sandbox/bot.ts';
import { asks, channel, registers } from '../e2e/acts.ts';
import { useStage } from '../e2e/stage.ts';
import { type CaddyProxy, describeWithCaddy, startCaddy } from '../harness/caddy.ts';

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

  test('people notice nothing of it: every byte and every header of Slack arrives', async () => {
    expect(await stage.simulators.slack.verifiesUrl()).toBe(true);
    await registers(stage.person('ana'), { name: 'Pier ⚓ Ünder', credentials: stage.pair() });
    await stage.person('ana').sees(channel, /^Pier ⚓ Ünder[\s\S]*Credentials: passed/);
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
    await second.kill();
    for (let times = 0; times < 4; times += 1)
      await asks(stage.person('ben'), '/zoom-app list', /Pier ⚓ Ünder/);
  });
});
