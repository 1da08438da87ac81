import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '../../../sandbox/bot.ts';
import { type SimulatedSlack, startSlack } from '../../../sandbox/simulators/slack/index.ts';
import { createOutbound } from '../../../src/http_client/outbound.ts';
import { parseNoProxy } from '../../../src/http_client/proxy/no_proxy.ts';
import { parseProxyUrl } from '../../../src/http_client/proxy/proxy_settings.ts';
import { manifest } from '../../../src/slack/manifest.ts';
import type { Handlers } from '../../../src/slack/requests/handlers_by_name.ts';
import { createBolt, type Slack } from '../../../src/slack/transport/bolt_app.ts';
import { type ConnectProxy, startConnectProxy } from '../../harness/connect_proxy.ts';
import { recordedLog } from '../../harness/log.ts';
import { until } from '../../harness/until.ts';
import { configOf } from '../../integration/slack/stage.ts';

const handlers: Handlers = {
  commands: { '/zoom-app': (call) => call.reply({ text: `You said ${call.text}`, blocks: [] }) },
  actions: {},
  submits: {},
  closes: {},
  shortcuts: {},
  suggestions: {},
  channelJoined: async () => {},
  channelClosed: async () => {},
  homeOpened: async () => {},
};

let slack: SimulatedSlack;
let proxy: ConnectProxy;
let bolt: Slack;
let lines: string[];

beforeEach(async () => {
  const port = await freePort();
  slack = await startSlack({
    manifest: manifest(),
    port,
    publicUrl: 'http://slack.test/',
    limits: { timeoutMs: 60_000 },
  });
  proxy = await startConnectProxy({ hosts: { 'slack.test:80': port }, credentials: 'ana:hush' });
  const read = parseProxyUrl(`http://ana:hush@127.0.0.1:${proxy.port}`);
  if (!read.ok) throw new Error(read.error);
  const recorded = recordedLog();
  lines = recorded.lines;
  bolt = createBolt({
    config: configOf('socket', slack),
    log: recorded.log,
    backoff: { firstMs: 20, longestMs: 200 },
    outbound: createOutbound({
      proxy: { https: read.value, http: read.value, exceptions: parseNoProxy('') },
      log: recorded.log,
      proxyTimeoutMs: 1_000,
    }),
  });
  bolt.listen(handlers);
});
afterEach(async () => {
  await bolt.drain(2_000);
  await slack.stop();
  await proxy.stop();
  expect(lines.join()).not.toMatch(/hush|YW5hOmh1c2g/);
});

async function opens(): Promise<void> {
  expect((await bolt.identify()).ok).toBe(true);
  expect((await bolt.openConnection()).ok).toBe(true);
}

async function answers(word: string): Promise<void> {
  expect((await slack.person('ana').types('#general', `/zoom-app ${word}`)).outcome).toBe('acked');
  await slack.person('ana').sees('#general', `You said ${word}`);
}

const reasons = () =>
  lines.filter((line) => /Slack does not answer yet|No connection to Slack yet/.test(line));

test('Web API, WebSocket and response_url go through the proxy alone', async () => {
  await opens();
  await answers('hello');
  expect(new Set(proxy.asked)).toEqual(new Set(['slack.test:80']));
  expect(bolt.connected()).toBe(true);
});

test('a proxy that is silent at the start is the reason that is logged, and is waited for', async () => {
  proxy.conducts({ kind: 'silent' });
  const identified = bolt.identify();
  const [reason] = await until(() => (reasons().length > 0 ? reasons() : null));
  expect(reason).toContain(`The proxy ${proxy.url} does not answer in time`);
  proxy.conducts({ kind: 'works' });
  expect((await identified).ok).toBe(true);
  expect((await bolt.openConnection()).ok).toBe(true);
  await answers('late');
});

test('a WebSocket that goes silent in the proxy is given up, and a new one is opened', async () => {
  await opens();
  proxy.hold();
  await until(() => slack.inspector.calls('apps.connections.open').length > 1 && bolt.connected());
  const silence = lines.filter((line) => /pong|ping/i.test(line));
  expect(silence[0]).toContain(`"proxy":"${proxy.url}"`);
  await answers('again');
  // The peer never closes what went silent: it is destroyed on our side.
  await until(() => proxy.open() <= 4);
});

test('a proxy that refuses while the connection is renewed is named, and the connection comes back', async () => {
  await opens();
  proxy.conducts({ kind: 'answers', status: 407 });
  proxy.cut();
  await until(() => reasons().some((line) => line.includes('does not accept the user and password')));
  expect(bolt.connected()).toBe(false);
  proxy.conducts({ kind: 'works' });
  await until(() => bolt.connected());
  await answers('back');
});

test('connections that never close do not pile up, and do not hold up the end', async () => {
  await opens();
  for (let times = 1; times <= 3; times += 1) {
    proxy.hold();
    await until(() => slack.inspector.calls('apps.connections.open').length > times && bolt.connected());
  }
  await until(() => proxy.open() <= 4);
  proxy.hold();
  expect(await bolt.drain(2_000)).toBe(true);
  await until(() => proxy.open() <= 3);
});
