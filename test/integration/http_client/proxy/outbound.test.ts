import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createHttpClient, type HttpClient } from '../../../../src/http_client/http_client.ts';
import { createOutbound } from '../../../../src/http_client/outbound.ts';
import { parseNoProxy } from '../../../../src/http_client/proxy/no_proxy.ts';
import { parseProxyUrl } from '../../../../src/http_client/proxy/proxy_settings.ts';
import { describeWithCertificates } from '../../../harness/certificates.ts';
import { type ConnectProxy, type ProxyConduct, startConnectProxy } from '../../../harness/connect_proxy.ts';
import { recordedLog } from '../../../harness/log.ts';
import { startTlsFront } from '../../../harness/tls_front.ts';
import { until } from '../../../harness/until.ts';

let server: Server;
let port: number;
let body: string;
/** At once, at most. */
let most: number;
let proxy: ConnectProxy;
const clients: HttpClient[] = [];

beforeEach(async () => {
  body = '{"well":"done"}';
  most = 0;
  let now = 0;
  server = createServer((_request, response) => {
    now += 1;
    most = Math.max(most, now);
    setImmediate(() => {
      now -= 1;
      response.end(body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = address === null || typeof address === 'string' ? 0 : address.port;
  proxy = await startConnectProxy({ hosts: { 'zoom.test:80': port }, credentials: 'ana:hush' });
});
afterEach(async () => {
  server.closeAllConnections();
  await Promise.all(clients.splice(0).map((client) => client.close()));
  server.close();
  await proxy.stop();
});

function client(baseUrl: string, { noProxy = '', timeoutMs = 20_000, concurrency = 3 } = {}) {
  const read = parseProxyUrl(`http://ana:hush@127.0.0.1:${proxy.port}`);
  if (!read.ok) throw new Error(read.error);
  const { log, lines } = recordedLog();
  const settings = { https: read.value, http: read.value, exceptions: parseNoProxy(noProxy) };
  const made = createHttpClient({
    host: 'zoom',
    baseUrl,
    userAgent: 'Greenroom/1',
    clock: { now: () => new Date() },
    timeoutMs,
    concurrency,
    retries: 0,
    maxBodyBytes: 1_000,
    circuit: { failures: 1_000, restMs: 1 },
    log,
    outbound: createOutbound({ proxy: settings, log, proxyTimeoutMs: 400 }),
  });
  clients.push(made);
  return { ...made, lines };
}

test('a host that only the proxy knows is reached, and its connections are kept', async () => {
  const { get } = client('http://zoom.test');
  for (let times = 0; times < 10; times += 1)
    expect(await get('/x')).toMatchObject({ kind: 'reply', status: 200, json: { well: 'done' } });
  expect(new Set(proxy.asked)).toEqual(new Set(['zoom.test:80']));
  expect(proxy.asked.length).toBeLessThanOrEqual(3);
});

test('an exception goes past the proxy', async () => {
  const { get } = client(`http://127.0.0.1:${port}`, { noProxy: '10.0.0.0/8,127.0.0.0/8' });
  expect(await get('/x')).toMatchObject({ kind: 'reply', status: 200 });
  expect(proxy.asked).toEqual([]);
});

test('the limits of a client hold through the proxy: connections, and the size of a body', async () => {
  const { get } = client('http://zoom.test');
  await Promise.all(Array.from({ length: 20 }, () => get('/x')));
  expect(most).toBeLessThanOrEqual(3);
  expect(proxy.asked.length).toBeLessThanOrEqual(3);
  body = 'x'.repeat(2_000);
  expect(await get('/x')).toEqual({ kind: 'unreachable', why: 'too_large' });
});

describe('a proxy that does not connect is an outage of the network, is named in the log, and recovers', () => {
  const conducts: readonly (readonly [ProxyConduct, string, RegExp])[] = [
    [{ kind: 'silent' }, 'timeout', /does not answer in time when asked for a connection to zoom\.test/],
    [{ kind: 'answers', status: 407 }, 'network', /does not accept the user and password/],
    [{ kind: 'answers', status: 403 }, 'network', /refuses a connection to zoom\.test:80 \(403\)/],
    [{ kind: 'answers', status: 502 }, 'network', /cannot reach zoom\.test:80 \(502\)/],
    [{ kind: 'closes' }, 'network', /closed the connection without an answer/],
    [{ kind: 'babbles' }, 'network', /does not answer as an HTTP proxy does/],
  ];
  test.each(conducts)('%o', async (conduct, why, words) => {
    const { get, lines } = client('http://zoom.test');
    proxy.conducts(conduct);
    const calls = Array.from({ length: 6 }, () => get('/x'));
    for (const outcome of await Promise.all(calls)) expect(outcome).toEqual({ kind: 'unreachable', why });
    const warnings = lines.filter((line) => words.test(line));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`The proxy ${proxy.url} `);
    proxy.conducts({ kind: 'works' });
    expect(await get('/x')).toMatchObject({ kind: 'reply', status: 200 });
    await until(() => lines.some((line) => line.includes('The proxy connects to this host again')));
    expect(lines.join()).not.toMatch(/hush|YW5hOmh1c2g/);
  });

  test('a tunnel in which TLS never begins', async () => {
    const { get, lines } = client('https://zoom.test');
    proxy.conducts({ kind: 'swallows' });
    expect(await get('/x')).toEqual({ kind: 'unreachable', why: 'timeout' });
    expect(lines.join()).toContain(
      `No TLS connection to zoom.test:443 through the proxy ${proxy.url}: no answer in time`,
    );
    await until(() => proxy.open() === 0);
  });

  test('a tunnel that goes silent', async () => {
    const { get } = client('http://zoom.test', { timeoutMs: 500, concurrency: 1 });
    await until(async () => (await get('/x')).kind === 'reply');
    proxy.hold();
    expect(await get('/x')).toEqual({ kind: 'unreachable', why: 'timeout' });
    await until(async () => (await get('/x')).kind === 'reply');
    await until(() => proxy.open() <= 1);
  });
});

test('what listens behind the tunnel but speaks no TLS is said', async () => {
  await proxy.stop();
  proxy = await startConnectProxy({ hosts: { 'zoom.test:443': port }, credentials: 'ana:hush' });
  const { get, lines } = client('https://zoom.test');
  expect(await get('/x')).toEqual({ kind: 'unreachable', why: 'network' });
  expect(lines.join()).toMatch(
    /No TLS connection to zoom\.test:443 through the proxy http:\S+: .*(wrong version|packet length)/,
  );
});

describeWithCertificates('a proxy that inspects TLS', () => {
  test('and whose CA is not trusted here is named, with what to do', async () => {
    const front = await startTlsFront({ 'zoom.test': port });
    onTestFinished(() => front.stop());
    await proxy.stop();
    proxy = await startConnectProxy({ hosts: { 'zoom.test:443': front.port }, credentials: 'ana:hush' });
    const { get, lines } = client('https://zoom.test');
    expect(await get('/x')).toEqual({ kind: 'unreachable', why: 'network' });
    expect(lines.join()).toMatch(
      /No TLS connection to zoom\.test:443 through the proxy http:\S+: .*its CA belongs into NODE_EXTRA_CA_CERTS/,
    );
  });
});
