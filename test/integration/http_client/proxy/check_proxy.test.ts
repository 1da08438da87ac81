import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { checkProxy } from '../../../../src/http_client/proxy/check_proxy.ts';
import { parseNoProxy } from '../../../../src/http_client/proxy/no_proxy.ts';
import { type ProxySettings, parseProxyUrl } from '../../../../src/http_client/proxy/proxy_settings.ts';
import { describeWithCertificates } from '../../../harness/certificates.ts';
import { type ConnectProxy, type ProxyConduct, startConnectProxy } from '../../../harness/connect_proxy.ts';
import { startTlsFront } from '../../../harness/tls_front.ts';
import { until } from '../../../harness/until.ts';

let proxy: ConnectProxy;
beforeEach(async () => {
  proxy = await startConnectProxy({ credentials: 'ana:hush hush' });
});
afterEach(() => proxy.stop());

function through(pair: string, noProxy = ''): ProxySettings {
  const read = parseProxyUrl(`http://${pair}127.0.0.1:${proxy.port}`);
  if (!read.ok) throw new Error(read.error);
  return { https: read.value, http: read.value, exceptions: parseNoProxy(noProxy) };
}

const right = 'ana:hush%20hush@';
const target = () => `http://127.0.0.1:${proxy.port}`;

test('a proxy that connects is named, without user and password, and let go of', async () => {
  expect(await checkProxy(through(right), target())).toEqual({ ok: true, value: proxy.url });
  expect(proxy.asked).toEqual([`127.0.0.1:${proxy.port}`]);
  await until(() => proxy.open() === 0);
});

test('a host that is an exception is reached directly', async () => {
  expect(await checkProxy(through(right, '127.0.0.1'), target())).toEqual({ ok: true, value: null });
  expect(await checkProxy(null, target())).toEqual({ ok: true, value: null });
  expect(proxy.asked).toEqual([]);
});

describe('what is wrong with the proxy is said in a sentence about the proxy', () => {
  const conducts: readonly (readonly [ProxyConduct, RegExp])[] = [
    [{ kind: 'silent' }, /does not answer in time when asked for a connection to slack\.com:443$/],
    [{ kind: 'answers', status: 403 }, /refuses a connection to slack\.com:443 \(403\)$/],
    [{ kind: 'answers', status: 302 }, /refuses a connection to slack\.com:443 \(302\)$/],
    [{ kind: 'answers', status: 502 }, /cannot reach slack\.com:443 \(502\)$/],
    [{ kind: 'answers', status: 503 }, /cannot reach slack\.com:443 \(503\)$/],
    [{ kind: 'closes' }, /closed the connection without an answer$/],
    [{ kind: 'babbles' }, /does not answer as an HTTP proxy does \(HPE_\w+\)$/],
  ];
  test.each(conducts)('%o', async (conduct, words) => {
    proxy.conducts(conduct);
    const checked = await checkProxy(through(right), 'https://slack.com/api/', 500);
    expect(checked).toEqual({ ok: false, error: expect.stringMatching(words) });
    if (!checked.ok) expect(checked.error.startsWith(`The proxy ${proxy.url} `)).toBe(true);
    await until(() => proxy.open() === 0);
  });

  test.each([
    ['', /asks for a user and password \(407\)/],
    ['ana:wrong@', /does not accept the user and password in its URL \(407\)$/],
  ])('a user and password that are %j', async (pair, words) => {
    const checked = await checkProxy(through(pair), 'https://slack.com/api/');
    expect(checked).toEqual({ ok: false, error: expect.stringMatching(words) });
    expect(JSON.stringify(checked)).not.toMatch(/wrong|ana/);
  });

  test('a port where nobody listens', async () => {
    const settings = through(right);
    await proxy.stop();
    const error = `The proxy ${proxy.url} cannot be reached (ECONNREFUSED)`;
    expect(await checkProxy(settings, 'https://slack.com')).toEqual({ ok: false, error });
    proxy = await startConnectProxy();
  });

  test('a proxy that speaks no TLS where its URL says so', async () => {
    const plain = { origin: proxy.url.replace('http:', 'https:'), authorization: null };
    const settings = { https: plain, http: plain, exceptions: parseNoProxy('') };
    expect(await checkProxy(settings, 'https://slack.com')).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^The proxy https:\S+ does not speak TLS \(EPROTO\)/),
    });
  });

  test('a name that does not exist', async () => {
    const none = { origin: 'http://proxy.invalid:3128', authorization: null };
    const settings = { https: none, http: none, exceptions: parseNoProxy('') };
    expect(await checkProxy(settings, 'https://slack.com')).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^The proxy http:\/\/proxy\.invalid:3128 cannot be reached/),
    });
  });
});

describeWithCertificates('a proxy that speaks TLS', () => {
  test('with a certificate of a CA that is not trusted here is told apart', async () => {
    const front = await startTlsFront({ localhost: proxy.port });
    onTestFinished(() => front.stop());
    const own = { origin: `https://localhost:${front.port}`, authorization: null };
    const settings = { https: own, http: own, exceptions: parseNoProxy('') };
    expect(await checkProxy(settings, 'https://slack.com')).toEqual({
      ok: false,
      error: expect.stringMatching(
        /^The proxy https:\/\/localhost:\d+ has a certificate that is not trusted \(\w+\): its CA belongs into NODE_EXTRA_CA_CERTS$/,
      ),
    });
    expect(proxy.asked).toEqual([]);
  });
});
