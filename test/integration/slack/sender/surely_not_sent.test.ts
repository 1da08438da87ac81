import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from '../../../../sandbox/bot.ts';
import { createOutbound, directOutbound, type Outbound } from '../../../../src/http_client/outbound.ts';
import { parseNoProxy } from '../../../../src/http_client/proxy/no_proxy.ts';
import { callFailureFrom } from '../../../../src/slack/sender/call_failure.ts';
import { createDeliveryClient } from '../../../../src/slack/web_api/web_clients.ts';
import { noTelemetry } from '../../../../src/telemetry/telemetry.ts';
import { type ConnectProxy, type ProxyConduct, startConnectProxy } from '../../../harness/connect_proxy.ts';
import { quietLog } from '../../../harness/log.ts';

const posted = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');

let server: Server;
let proxy: ConnectProxy;
/** Requests that reached Slack. */
let arrived: number;
let answer: (response: ServerResponse) => unknown;

beforeEach(async () => {
  arrived = 0;
  answer = posted;
  server = createServer((request, response) => {
    arrived += 1;
    request.resume().on('end', () => answer(response));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  proxy = await startConnectProxy({ hosts: { 'slack.test:80': port, 'slack.test:443': port } });
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await proxy.stop();
});

function throughProxy(): Outbound {
  const one = { origin: proxy.url, authorization: null };
  const settings = { https: one, http: one, exceptions: parseNoProxy('') };
  return createOutbound({ proxy: settings, proxyTimeoutMs: 300 });
}

/** Posts a message; each time what came of it. */
function poster(apiUrl: string, outbound: Outbound): () => Promise<unknown> {
  const client = createDeliveryClient('xoxb-test', apiUrl, quietLog, noTelemetry, outbound);
  return () => client.chat.postMessage({ channel: 'C1', text: 'Hello' }).catch(callFailureFrom);
}

const surelyNot = { kind: 'unreachable' };
const perhaps = { kind: 'unclear_end' };

describe('a message has surely not arrived', () => {
  test.each<[ProxyConduct, string]>([
    [{ kind: 'silent' }, 'http'],
    [{ kind: 'answers', status: 403 }, 'http'],
    [{ kind: 'answers', status: 407 }, 'http'],
    [{ kind: 'answers', status: 502 }, 'http'],
    [{ kind: 'closes' }, 'http'],
    [{ kind: 'babbles' }, 'http'],
    [{ kind: 'answers', status: 502 }, 'https'],
    [{ kind: 'swallows' }, 'https'],
    // What listens behind the tunnel speaks no TLS.
    [{ kind: 'works' }, 'https'],
  ])('when the proxy %o on the way to an %s address', async (conduct, protocol) => {
    proxy.conducts(conduct);
    expect(await poster(`${protocol}://slack.test/api/`, throughProxy())()).toEqual(surelyNot);
    expect(arrived).toBe(0);
  });

  test('when nobody listens at the address of the proxy', async () => {
    const post = poster('http://slack.test/api/', throughProxy());
    await proxy.stop();
    expect(await post()).toEqual(surelyNot);
    proxy = await startConnectProxy();
  });

  test('when the proxy refuses a new connection after one that worked', async () => {
    const post = poster('http://slack.test/api/', throughProxy());
    expect(await post()).toMatchObject({ ok: true });
    proxy.refuses(['slack.test:80']);
    server.closeAllConnections();
    await expect.poll(() => proxy.open()).toBe(0);
    expect(await post()).toEqual(surelyNot);
    expect(arrived).toBe(1);
  });

  test.each([
    ['nobody listens there', async () => `http://127.0.0.1:${await freePort()}/api/`],
    ['its name is not known', async () => 'http://slack.invalid/api/'],
  ])('without a proxy, when %s', async (_why, address) => {
    expect(await poster(await address(), directOutbound)()).toEqual(surelyNot);
  });
});

describe('a message may have arrived', () => {
  test('when the tunnel breaks before the answer', async () => {
    answer = () => proxy.cut();
    expect(await poster('http://slack.test/api/', throughProxy())()).toEqual(perhaps);
    expect(arrived).toBe(1);
  });

  test('when a tunnel that was used before breaks, and the proxy refuses the next one', async () => {
    const post = poster('http://slack.test/api/', throughProxy());
    expect(await post()).toMatchObject({ ok: true });
    answer = () => proxy.refuses(['slack.test:80']);
    expect(await post()).toEqual(perhaps);
    expect(arrived).toBe(2);
  });
});
