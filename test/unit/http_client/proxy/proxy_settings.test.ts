import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNoProxy } from '../../../../src/http_client/proxy/no_proxy.ts';
import { describeProxy, parseProxyUrl, proxyFor } from '../../../../src/http_client/proxy/proxy_settings.ts';

describe('the URL of a proxy', () => {
  test.each([
    ['http://proxy.example.com:3128', 'http://proxy.example.com:3128', null],
    ['http://proxy.example.com', 'http://proxy.example.com', null],
    ['https://proxy.example.com:8443/', 'https://proxy.example.com:8443', null],
    ['proxy.example.com:3128', 'http://proxy.example.com:3128', null],
    ['10.1.2.3:8080', 'http://10.1.2.3:8080', null],
    ['http://[fd00::1]:3128', 'http://[fd00::1]:3128', null],
    ['HTTP://Proxy.Example.COM:3128', 'http://proxy.example.com:3128', null],
    ['http://ana:hush@proxy:3128', 'http://proxy:3128', 'ana:hush'],
    ['ana:hush@proxy:3128', 'http://proxy:3128', 'ana:hush'],
    ['http://ana@proxy:3128', 'http://proxy:3128', 'ana:'],
    ['http://:hush@proxy:3128', 'http://proxy:3128', ':hush'],
    ['http://corp%5Cana:p%40ss%3A%2F%23@proxy:3128', 'http://proxy:3128', 'corp\\ana:p@ss:/#'],
    ['http://änne:hüsch@proxy:3128', 'http://proxy:3128', 'änne:hüsch'],
    ['http://ana:p@ss@proxy:3128', 'http://proxy:3128', 'ana:p@ss'],
  ])('%s', (text, origin, pair) => {
    const proxy = parseProxyUrl(text);
    if (!proxy.ok) throw new Error(proxy.error);
    const authorization = pair === null ? undefined : `Basic ${Buffer.from(pair).toString('base64')}`;
    expect(proxy.value.origin).toBe(origin);
    expect(proxy.value.authorization?.reveal()).toBe(authorization);
  });

  test.each([
    'http://',
    'http://proxy:port',
    'http://proxy:70000',
    'http://proxy:0',
    'ftp://proxy:21',
    'socks5://proxy:1080',
    'http://proxy:3128/path',
    'http://proxy:3128?x=1',
    'http://ana:hu/sh@proxy:3128',
    'http://ana:12#sh@proxy:3128',
    'http://ana:hu?sh@proxy:3128',
    'http://ana:hu%zzsh@proxy:3128',
    'http://proxy one:3128',
    'ana hush',
    '://',
  ])('%s is refused, and nothing of it is repeated', (text) => {
    const proxy = parseProxyUrl(text);
    expect(proxy).toMatchObject({ ok: false });
    if (!proxy.ok) expect(proxy.error).toMatch(/^(must be http:\/\/host:port|names a SOCKS proxy)/);
    if (!proxy.ok) expect(proxy.error).not.toMatch(/hu|sh\b/);
  });

  test('whatever user and password are, they reach the proxy and no text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ minLength: 1 }),
        (user, password) => {
          const url = `http://${encodeURIComponent(user)}:${encodeURIComponent(password)}@proxy:3128`;
          const proxy = parseProxyUrl(url);
          if (!proxy.ok) throw new Error(proxy.error);
          const sent = Buffer.from(proxy.value.authorization?.reveal().slice(6) ?? '', 'base64').toString();
          expect(sent).toBe(`${user}:${password}`);
          const settings = { https: proxy.value, http: proxy.value, exceptions: parseNoProxy('') };
          expect(JSON.stringify(settings)).toContain('"[secret]"');
          expect(describeProxy(settings)).toBe('http://proxy:3128 (with user and password)');
        },
      ),
    );
  });
});

describe('NO_PROXY', () => {
  test.each([
    ['example.com', 'example.com', 443, true],
    ['example.com', 'api.example.com', 443, true],
    ['example.com', 'notexample.com', 443, false],
    ['.example.com', 'api.example.com', 443, true],
    ['.example.com', 'example.com', 443, true],
    ['*.example.com', 'a.b.example.com', 443, true],
    ['Example.COM', 'api.example.com', 443, true],
    ['example.com.', 'example.com', 443, true],
    ['example.com', 'example.com.', 443, true],
    ['bücher.example', 'xn--bcher-kva.example', 443, true],
    ['example.com:8443', 'example.com', 8443, true],
    ['example.com:8443', 'example.com', 443, false],
    ['.example.com:8443', 'api.example.com', 8443, true],
    ['*', 'anything.example', 1, true],
    ['localhost,*', 'anything.example', 1, true],
    ['a.example, b.example', 'b.example', 80, true],
    ['a.example b.example', 'b.example', 80, true],
    ['a.example,,b.example,', 'b.example', 80, true],
    ['localhost', 'localhost', 3000, true],
    ['localhost', '127.0.0.1', 3000, false],
    ['127.0.0.1', '127.0.0.1', 3000, true],
    ['127.0.0.1:3000', '127.0.0.1', 3000, true],
    ['127.0.0.1:3000', '127.0.0.1', 3001, false],
    ['10.0.0.0/8', '10.200.3.4', 443, true],
    ['10.0.0.0/8', '11.0.0.1', 443, false],
    ['10.0.0.0/8', '10.example.com', 443, false],
    ['192.168.1.0/24', '192.168.1.77', 443, true],
    ['::1', '[::1]', 443, true],
    ['[::1]', '::1', 443, true],
    ['[::1]:8443', '[::1]', 8443, true],
    ['[::1]:8443', '[::1]', 443, false],
    ['0:0:0:0:0:0:0:1', '[::1]', 443, true],
    ['fd00::/8', '[fd12::7]', 443, true],
    ['fd00::/8', '[fe80::7]', 443, false],
    ['', 'example.com', 443, false],
  ])('%s, asked about %s:%i: %s', (text, host, port, expected) => {
    const exceptions = parseNoProxy(text);
    expect(exceptions.includes(host, port)).toBe(expected);
    expect(exceptions.unreadable).toEqual([]);
  });

  test('entries that mean nothing are named, and the others count', () => {
    const exceptions = parseNoProxy('https://a.example 10.0.0.0/99 b.example ex*mple.com 1.2.3/8');
    expect(exceptions.unreadable).toEqual(['https://a.example', '10.0.0.0/99', 'ex*mple.com', '1.2.3/8']);
    expect(exceptions.includes('b.example', 443)).toBe(true);
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseNoProxy(text).includes('example.com', 443);
      }),
    );
  });
});

test('each kind of address has its proxy', () => {
  const [one, other] = ['http://one:1', 'http://other:2'].map((origin) => ({ origin, authorization: null }));
  if (one === undefined || other === undefined) throw new Error('no proxies');
  const settings = { https: one, http: other, exceptions: parseNoProxy('near.example:8443') };
  const proxy = (url: string) => proxyFor(settings, new URL(url))?.origin ?? null;
  expect(proxy('https://slack.com/api/')).toBe(one.origin);
  expect(proxy('wss://wss-primary.slack.com/link')).toBe(one.origin);
  expect(proxy('http://collector:4318')).toBe(other.origin);
  expect(proxy('ws://collector:4318')).toBe(other.origin);
  expect(proxy('https://near.example:8443')).toBe(null);
  expect(proxy('https://near.example')).toBe(one.origin);
  expect(proxyFor(null, new URL('https://slack.com'))).toBe(null);
});

describe('the line about the proxy', () => {
  const one = { origin: 'http://one:1', authorization: null };
  test.each([
    [null, 'none, hosts are reached directly'],
    [{ https: one, http: one, exceptions: parseNoProxy('') }, 'http://one:1'],
    [{ https: one, http: null, exceptions: parseNoProxy('a, b') }, 'http://one:1 for https; directly: a, b'],
    [{ https: null, http: one, exceptions: parseNoProxy('*') }, 'http://one:1 for http; directly: *'],
  ])('%#', (settings, line) => {
    expect(describeProxy(settings)).toBe(line);
  });
});
