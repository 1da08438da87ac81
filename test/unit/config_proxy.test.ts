import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import type { EnvironmentVariables } from '../../src/config/parse_variables.ts';
import { describeProxy } from '../../src/http_client/proxy/proxy_settings.ts';

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-bot', SLACK_APP_TOKEN: 'xapp-1-app' };

function configOf(env: EnvironmentVariables) {
  const config = parseConfig({ ...SLACK, ...env });
  if (!config.ok) throw new Error(config.error.map(({ line }) => line).join('\n'));
  return config.value;
}

describe('which proxy counts', () => {
  const cases: readonly (readonly [EnvironmentVariables, string])[] = [
    [{}, 'none, hosts are reached directly'],
    [{ NO_PROXY: 'localhost' }, 'none, hosts are reached directly'],
    [{ HTTPS_PROXY: '', HTTP_PROXY: ' ' }, 'none, hosts are reached directly'],
    [{ HTTPS_PROXY: 'http://one:1' }, 'http://one:1 for https'],
    [{ https_proxy: 'http://one:1' }, 'http://one:1 for https'],
    [{ https_proxy: 'http://one:1', HTTPS_PROXY: 'http://two:2' }, 'http://one:1 for https'],
    [{ https_proxy: '', HTTPS_PROXY: 'http://two:2' }, 'http://two:2 for https'],
    [{ HTTP_PROXY: 'http://one:1' }, 'http://one:1'],
    [
      { HTTP_PROXY: 'http://one:1', HTTPS_PROXY: 'http://two:2' },
      'http://two:2 for https; http://one:1 for http',
    ],
    [{ http_proxy: 'http://one:1', HTTP_PROXY: 'http://two:2' }, 'http://one:1'],
    [{ HTTP_PROXY: 'one:1', no_proxy: 'a', NO_PROXY: 'b' }, 'http://one:1; directly: a'],
    [
      { HTTPS_PROXY: 'http://ana:hush@one:1', NO_PROXY: 'a,b' },
      'http://one:1 (with user and password) for https; directly: a, b',
    ],
  ];
  test.each(cases)('%o', (env, line) => {
    const config = configOf(env);
    expect(describeProxy(config.proxy)).toBe(line);
    expect(inspect(config, { depth: 9 }) + JSON.stringify(config)).not.toMatch(/hush/);
  });
});

test.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])(
  'a proxy that cannot be read is one line that names %s and repeats nothing',
  (name) => {
    const config = parseConfig({ ...SLACK, [name]: 'http://ana:hu/sh@one:1' });
    expect(config).toEqual({
      ok: false,
      error: [{ variable: name, line: expect.stringMatching(/^\w+ must be http:/) }],
    });
    expect(JSON.stringify(config)).not.toMatch(/ana|hu\/sh/);
  },
);

test('a proxy with a password can come from a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'greenroom-')), 'proxy');
  writeFileSync(file, 'http://ana:hush@one:1\n');
  expect(describeProxy(configOf({ HTTPS_PROXY_FILE: file }).proxy)).toMatch(/^http:\/\/one:1 \(with user/);
});

test('what has no effect is named at the start', () => {
  const env = {
    HTTPS_PROXY: 'one:1',
    NO_PROXY: 'a.example,10.0.0.0/99,http://ana:hush@one:1',
    ALL_PROXY: 'socks5://ana:hush@two:2',
    NODE_EXTRA_CA_CERTS: '/nowhere/ca.pem',
  };
  expect(describeProxy(configOf(env).proxy)).not.toContain('hush');
  expect(configOf(env).warnings).toEqual([
    'NO_PROXY: 10.0.0.0/99 is no host, address or network, and has no effect.',
    'NO_PROXY: [secret]@one:1 is no host, address or network, and has no effect.',
    'ALL_PROXY has no effect: set HTTPS_PROXY.',
    'NODE_EXTRA_CA_CERTS names a file that cannot be read (ENOENT): it has no effect.',
  ]);
});

describe('files for the TLS of the collector of traces', () => {
  const files = {
    OTEL_EXPORTER_OTLP_CERTIFICATE: '/ca.pem',
    OTEL_EXPORTER_OTLP_TRACES_CLIENT_KEY: '/key.pem',
  };
  const warningsOf = (env: EnvironmentVariables) => configOf({ ...files, ...env }).warnings;
  const [collector, proxied] = [
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://traces.example' },
    { HTTPS_PROXY: 'one:1' },
  ];

  test('have no effect behind a proxy, which the start says', () => {
    expect(warningsOf({ ...collector, ...proxied })).toEqual([
      'OTEL_EXPORTER_OTLP_CERTIFICATE, OTEL_EXPORTER_OTLP_TRACES_CLIENT_KEY has no effect, because the collector is reached through a proxy: its CA belongs into NODE_EXTRA_CA_CERTS.',
    ]);
  });

  test.each<EnvironmentVariables>([
    collector,
    proxied,
    { ...collector, ...proxied, NO_PROXY: 'traces.example' },
    { ...collector, HTTPS_PROXY: undefined, NO_PROXY: '*' },
  ])('are nothing to warn of with %o', (env) => {
    expect(warningsOf(env)).toEqual([]);
  });
});
