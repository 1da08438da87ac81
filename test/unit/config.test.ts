import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Config, parseConfig } from '../../src/config/config.ts';
import type { EnvironmentVariables } from '../../src/config/parse_variables.ts';
import { parseVaultKeys, weakFirstKey } from '../../src/vault/keys.ts';

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-bot', SLACK_APP_TOKEN: 'xapp-1-app' };
const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;

function keysOf(text: string) {
  const keys = parseVaultKeys(text);
  if (!keys.ok) throw new Error(keys.error);
  return keys.value;
}

function good(env: EnvironmentVariables): Config {
  const config = parseConfig(env);
  if (!config.ok) throw new Error(config.error.map(({ line }) => line).join('\n'));
  return config.value;
}

/** The lines a person would see. */
function lines(env: EnvironmentVariables): string[] {
  const config = parseConfig(env);
  return config.ok ? [] : config.error.map(({ line }) => line);
}

describe('with two Slack tokens and nothing else', () => {
  it('everything has a default', () => {
    expect(good(SLACK)).toMatchObject({
      slack: { transport: 'socket', apiUrl: 'https://slack.com/api/' },
      zoom: { oauthUrl: 'https://zoom.us', apiUrl: 'https://api.zoom.us' },
      stackone: { apiUrl: 'https://api.stackone.com', apiKey: null },
      database: { kind: 'embedded', dataDir: '.greenroom' },
      vault: { kind: 'file', path: '.greenroom/vault.key' },
      port: 3000,
      host: null,
      metricsPort: null,
      metricsHost: null,
      tracesEndpoint: null,
      pollCron: '*/30 * * * * *',
      remindAfterMs: 86_400_000,
      outageNoticeAfterMs: 300_000,
      logLevel: 'info',
      production: false,
      warnings: [],
    });
  });

  it('a variable that this version does not use is named in a warning', () => {
    const given = { PUBLIC_URL: 'https://greenroom.example', ZOOM_ACCOUNT_ID: 'abc' };
    expect(good({ ...SLACK, ...given }).warnings).toEqual([
      'PUBLIC_URL has no effect in this version: secrets are asked for in the modal.',
      "ZOOM_ACCOUNT_ID has no effect in this version: Zoom's Marketplace API is not asked.",
    ]);
  });

  it('an empty variable counts as not set', () => {
    expect(good({ ...SLACK, PORT: '', DATABASE_URL: '  ', VAULT_KEYS: '' })).toEqual(good(SLACK));
  });

  it('other variables of the machine do not matter', () => {
    expect(good({ ...SLACK, HOME: '/home/x', PATH: undefined })).toEqual(good(SLACK));
  });
});

describe('Slack', () => {
  it('all that is missing is said at once, with where to find it', () => {
    expect(lines({})).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKEN is missing: .*OAuth & Permissions/),
      expect.stringMatching(/^SLACK_APP_TOKEN is missing: .*connections:write.*SLACK_SIGNING_SECRET/),
    ]);
  });

  it('tokens that were swapped are both named', () => {
    const swapped = { SLACK_BOT_TOKEN: SLACK.SLACK_APP_TOKEN, SLACK_APP_TOKEN: SLACK.SLACK_BOT_TOKEN };
    expect(lines(swapped)).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKEN holds an app-level token/),
      expect.stringMatching(/^SLACK_APP_TOKEN holds a bot token/),
    ]);
  });

  it('a user token is no bot token', () => {
    expect(lines({ ...SLACK, SLACK_BOT_TOKEN: 'xoxp-1' })).toEqual([expect.stringContaining('a user token')]);
  });

  it('a signing secret without an app token means HTTP', () => {
    const { slack } = good({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'shh' });
    expect(slack.transport === 'http' && slack.signingSecret.reveal()).toBe('shh');
  });

  it('an app token means Socket Mode, and a signing secret beside it is said to have no effect', () => {
    const config = good({ ...SLACK, SLACK_SIGNING_SECRET: 'shh' });
    expect(config.slack.transport).toBe('socket');
    expect(config.warnings).toEqual([expect.stringContaining('SLACK_SIGNING_SECRET has no effect')]);
  });

  it('installation through OAuth is refused in one honest line', () => {
    const oauth = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'x', SLACK_STATE_SECRET: 'y' };
    expect(lines({ ...oauth, SLACK_SIGNING_SECRET: 'shh' })).toEqual([
      'SLACK_CLIENT_ID is set, but installation through OAuth is not part of this version: set SLACK_BOT_TOKEN.',
    ]);
    expect(good({ ...SLACK, ...oauth }).warnings).toEqual([expect.stringContaining('OAuth is not part')]);
  });

  it.each([
    ['http://127.0.0.1:4000/api', 'http://127.0.0.1:4000/api/'],
    ['http://127.0.0.1:4000/api/', 'http://127.0.0.1:4000/api/'],
  ])('the API at %s is called at %s', (given, used) => {
    expect(good({ ...SLACK, SLACK_API_URL: given }).slack.apiUrl).toBe(used);
  });
});

describe('each variable that is wrong gets one line with the fix', () => {
  const short = `k1:${randomBytes(16).toString('base64')}`;
  it.each<[string, string, RegExp]>([
    ['SLACK_API_URL', 'https://slack.com/', /must end with \/api\//],
    ['SLACK_API_URL', 'slack', /must be a URL/],
    ['ZOOM_API_URL', 'api.zoom.us', /must be a URL/],
    ['STACKONE_API_URL', 'ftp://stackone', /must be a URL/],
    ['PUBLIC_URL', 'https://x.example/?a=b', /must be a URL/],
    ['ZOOM_OAUTH_URL', 'https://:word@zoom.example', /must be a URL/],
    ['PORT', '70000', /0 to 65535/],
    ['PORT', 'http', /0 to 65535/],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318', /must be a URL/],
    ['METRICS_PORT', '-1', /0 to 65535/],
    ['METRICS_PORT', '3000', /must differ from PORT/],
    ...[
      'http://127.0.0.1',
      '127.0.0.1:3000',
      '[::1]:3000',
      '127.0.0.256',
      '10.1',
      '*',
      'a b',
      '-a',
      'a..b',
      'x/y',
    ].flatMap((host): [string, string, RegExp][] => [
      ['HOST', host, /an address or a name of this machine alone/],
      ['METRICS_HOST', host, /an address or a name of this machine alone/],
    ]),
    ['POLL_CRON', 'every minute', /cron expression/],
    ['POLL_CRON', '*/99 * * * * * *', /cron expression/],
    ['REMIND_AFTER', '24', /24h, 30m or 90s/],
    ['REMIND_AFTER', '0s', /longer than nothing/],
    ['OUTAGE_NOTICE_AFTER', 'soon', /24h, 30m or 90s/],
    ['DATABASE_URL', 'mysql://x', /postgres:\/\//],
    ['VAULT_KEYS', short, /key 1 is not 32 bytes/],
    ['VAULT_KEYS', 'no-colon', /id:base64key/],
    ['VAULT_KEYS', `${key('a')},${key('a')}`, /key 2 has the id of an earlier key/],
    ['VAULT_KEYS', key('with space'), /key 1 has an id other than/],
    ['HISTORY_RETENTION', '30', /24h, 30m or 90s/],
    ['HISTORY_RETENTION', '23h', /a day to a hundred years/],
    ['HISTORY_RETENTION', '36501d', /a day to a hundred years/],
    ['SUPPORT_CONTACT', 'x'.repeat(101), /at most 100 characters/],
    ['SUPPORT_CONTACT', `https://x.example/${'x'.repeat(200)}`, /at most 200 characters/],
    ['GREENROOM_ADMINS', 'ana@acme.example', /Slack user ids/],
    ['GREENROOM_ADMINS', '@ana', /Slack user ids/],
    ['GREENROOM_ADMINS', 'U012ABCDEF, C012ABCDEF', /Slack user ids/],
    ['GREENROOM_ADMINS', ' , ', /Slack user ids/],
    ['GREENROOM_ADMINS', Array.from({ length: 51 }, (_, i) => `U${i}`).join(), /at most 50 people/],
    ['LOG_LEVEL', 'loud', /debug/],
    ['NODE_ENV', 'staging', /development, test or production/],
  ])('%s=%s', (variable, value, fix) => {
    const found = lines({ ...SLACK, [variable]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(fix);
    expect(found[0]?.startsWith(`${variable} `)).toBe(true);
    expect(found[0]?.includes('\n')).toBe(false);
  });

  it('and all of them come together', () => {
    expect(lines({ PORT: 'x', POLL_CRON: 'x', NODE_ENV: 'x' }).map((line) => line.split(' ')[0])).toEqual(
      expect.arrayContaining(['PORT', 'POLL_CRON', 'NODE_ENV', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']),
    );
  });

  it('and none repeats what was given, which may be a secret', () => {
    const secrets = [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'DATABASE_URL',
      'VAULT_KEYS',
      'NODE_ENV',
      'PORT',
      'PUBLIC_URL',
    ];
    const env = Object.fromEntries(secrets.map((name) => [name, `pasted-by-mistake-${name}`]));
    expect(lines(env)).toHaveLength(secrets.length);
    expect(lines(env).join()).not.toContain('pasted');
  });
});

describe('the support contact', () => {
  it.each([
    ['U012ABCDEF', { kind: 'person', userId: 'U012ABCDEF' }],
    ['W012ABCDEF', { kind: 'person', userId: 'W012ABCDEF' }],
    ['<@UANA>', { kind: 'person', userId: 'UANA' }],
    ['<@U012ABCDEF|ana>', { kind: 'person', userId: 'U012ABCDEF' }],
    ['C012ABCDEF', { kind: 'channel', channelId: 'C012ABCDEF' }],
    ['<#C012ABCDEF|help-zoom>', { kind: 'channel', channelId: 'C012ABCDEF' }],
    ['help@acme.example', { kind: 'email', address: 'help@acme.example' }],
    ['mailto:help@acme.example', { kind: 'email', address: 'help@acme.example' }],
    ['https://acme.example/help?team=zoom', { kind: 'url', url: 'https://acme.example/help?team=zoom' }],
    ['#help-zoom', { kind: 'text', text: '#help-zoom' }],
    ['UPSTAIRS', { kind: 'text', text: 'UPSTAIRS' }],
    ['CHANNEL', { kind: 'text', text: 'CHANNEL' }],
    ['http://acme.example', { kind: 'text', text: 'http://acme.example' }],
    ['https://ana:word@acme.example', { kind: 'text', text: 'https://ana:word@acme.example' }],
    ['https://acme.example/a b', { kind: 'url', url: 'https://acme.example/a%20b' }],
    ['<!channel>', { kind: 'text', text: '<!channel>' }],
    ['das Büro, Tür 7 ☎', { kind: 'text', text: 'das Büro, Tür 7 ☎' }],
  ])('%s', (given, contact) => {
    expect(good({ ...SLACK, SUPPORT_CONTACT: given }).supportContact).toEqual(contact);
  });

  it('is nobody when it is not given', () => {
    expect(good(SLACK).supportContact).toBeNull();
    expect(good({ ...SLACK, SUPPORT_CONTACT: '  ' }).supportContact).toBeNull();
  });
});

describe('the admins', () => {
  it.each([
    ['U012ABCDEF', ['U012ABCDEF']],
    ['U012ABCDEF,W012ABCDEF', ['U012ABCDEF', 'W012ABCDEF']],
    [' U012ABCDEF ;  <@UANA|ana>\n<@UZOE> ', ['U012ABCDEF', 'UANA', 'UZOE']],
    ['UANA, UANA,', ['UANA']],
  ])('%s', (given, ids) => {
    expect(good({ ...SLACK, GREENROOM_ADMINS: given }).admins).toEqual(ids);
  });

  it('are nobody when none is given', () => {
    expect(good(SLACK).admins).toEqual([]);
    expect(good({ ...SLACK, GREENROOM_ADMINS: ' ' }).admins).toEqual([]);
  });
});

describe('an address of a database', () => {
  it.each<[string, RegExp]>([
    ['postgres://u:p@[fe80::1]:5432/x', /interface.*\?host=fe80::1%25eth0/],
    ['postgres://u:p@[fe80::1%25eth0]:5432/x', /interface/],
    ['postgres://u:p@[fe80::1%eth0]:5432/x', /interface/],
    ['postgres://u:p@[FEBF:0::1]/x', /interface/],
    ['postgres://u:p@h:99999/x', /can be read/],
    ['postgres://u:p@h:5432:5/x', /can be read/],
    ['postgres://u:p@h:abc/x', /can be read/],
    ['postgres://u:p#x@h/x', /percent-encoded/],
    ['postgres://u:p/x@h/x', /percent-encoded/],
    ['postgres://u:p@[::1/x', /can be read/],
    ['postgres://u:p@h:0/x', /port other than 1 to 65535/],
    ['postgres://h/x?port=abc', /port other than 1 to 65535/],
    ['postgres://h/x?port=70000', /port other than 1 to 65535/],
    ['postgres://u:p@h1,h2/x', /several hosts/],
    ['postgres://h/x?host=a,b', /several hosts/],
    [`postgres:///x?host=/${'a'.repeat(100)}`, /too long/],
    ['postgres://h/x?sslmode=verify-full&sslrootcert=/not/there', /sslrootcert.*cannot be read \(ENOENT\)/],
    ['postgres://h/x?sslmode=verify-full&sslkey=/', /cannot be read \(EISDIR\)/],
    ['postgres:/h/x', /begin with postgres:\/\//],
    ['postgres://u:p @h/x', /spaces/],
  ])('%s is refused in one line', (url, fix) => {
    const found = lines({ ...SLACK, DATABASE_URL: url });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(fix);
    expect(found[0]).toMatch(/^DATABASE_URL [^\n]*\.$/);
    expect(found[0]).not.toContain('u:p');
  });

  it.each([
    'postgres://u:p@h/x',
    'postgres://u:p@h:6543/x',
    'postgresql://u:p%40%2F%23@db.example/x?sslmode=no-verify',
    'postgres://u:p@@h/x',
    'postgres://u:p@[::1]:5432/x',
    'postgres://u:p@[2001:db8::1]/x',
    'postgres:///x?host=fe80::1%25eth0',
    'postgres:///x?host=/var/run/postgresql',
    'postgres://u@%2Fvar%2Frun%2Fpostgresql/x',
    'postgres://localhost',
    'postgres://u:p@h/x?application_name=greenroom',
  ])('%s is taken', (url) => {
    const { database } = good({ ...SLACK, DATABASE_URL: url });
    expect(database.kind === 'external' && database.url.reveal()).toBe(url);
  });
});

describe('where the ports listen', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['0.0.0.0', '0.0.0.0'],
    ['::1', '::1'],
    ['[::1]', '::1'],
    ['::', '::'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['localhost', 'localhost'],
    ['greenroom-1.internal', 'greenroom-1.internal'],
    ['my_host', 'my_host'],
  ])('HOST=%s is taken', (given, host) => {
    expect(good({ ...SLACK, HOST: given })).toMatchObject({ host, metricsHost: host });
  });

  it('metrics may have an address of their own, and then the same port', () => {
    const both = { ...SLACK, HOST: '10.0.0.1', METRICS_HOST: '127.0.0.1', METRICS_PORT: '3000' };
    expect(good(both)).toMatchObject({ host: '10.0.0.1', metricsHost: '127.0.0.1', metricsPort: 3000 });
    const onAll = { ...SLACK, METRICS_HOST: '127.0.0.1', METRICS_PORT: '3000' };
    expect(lines(onAll)).toEqual([expect.stringMatching(/^METRICS_PORT must differ from PORT/)]);
  });
});

describe('durations', () => {
  it.each([
    ['2s', 2_000],
    ['1.5s', 1_500],
    ['250ms', 250],
    ['30m', 1_800_000],
    ['24h', 86_400_000],
    ['2d', 172_800_000],
  ])('%s is %d ms', (text, ms) => {
    expect(good({ ...SLACK, REMIND_AFTER: text }).remindAfterMs).toBe(ms);
  });
});

describe('production', () => {
  const production = { ...SLACK, NODE_ENV: 'production' };

  it('needs a database and keys of its own, and says how to make them', () => {
    expect(lines(production)).toEqual([
      expect.stringMatching(/^DATABASE_URL is missing: .*postgres:\/\//),
      expect.stringMatching(/^VAULT_KEYS is missing: .*dist\/main\.js key/),
    ]);
  });

  it('is content with both', () => {
    const config = good({ ...production, DATABASE_URL: 'postgres://u:p@h/d', VAULT_KEYS: key('k1') });
    expect(config.production).toBe(true);
    expect(config.database.kind === 'external' && config.database.url.reveal()).toBe('postgres://u:p@h/d');
    expect(config.vault.kind === 'keys' && config.vault.keys.map(({ id }) => id)).toEqual(['k1']);
  });
});

describe('a key of the vault that can be guessed', () => {
  const of = (bytes: Buffer, id = 'k1') => `${id}:${bytes.toString('base64')}`;
  const counting = (step: number, from = 0) =>
    Buffer.from(Array.from({ length: 32 }, (_, n) => (from + n * step) & 255));
  it.each<[string, Buffer]>([
    ['zeros', Buffer.alloc(32)],
    ['one byte', Buffer.alloc(32, 0xff)],
    ['sevens', Buffer.alloc(32, 7)],
    ['counting up', counting(1)],
    ['counting down', counting(-1, 200)],
    ['counting by seven', counting(7, 3)],
    ['two bytes by turns', Buffer.alloc(32, Buffer.from([1, 200]))],
    ['a pattern of eight', Buffer.alloc(32, Buffer.from('0123456789abcdef', 'hex'))],
    ['one half twice', Buffer.alloc(32, randomBytes(16))],
    ['a password', Buffer.from('correct horse battery staple 123')],
    ['hex as text', Buffer.from(randomBytes(16).toString('hex'))],
    ['mostly zeros', Buffer.concat([Buffer.alloc(24), randomBytes(8)])],
  ])('%s is refused in front, in one line, and still opens behind another', (_what, bytes) => {
    const found = lines({ ...SLACK, VAULT_KEYS: of(bytes) });
    expect(found).toEqual([
      expect.stringMatching(/^VAULT_KEYS must not be guessable.*dist\/main\.js key[^\n]*\.$/),
    ]);
    expect(found[0]).not.toContain(bytes.toString('base64'));
    const { warnings, vault } = good({ ...SLACK, VAULT_KEYS: `${key('k2')},${of(bytes, 'old')}` });
    expect(vault.kind === 'keys' && vault.keys.map(({ id }) => id)).toEqual(['k2', 'old']);
    expect(warnings).toEqual([expect.stringMatching(/key old can be guessed.*rotate/)]);
  });

  it('is none of many random ones', () => {
    for (let times = 0; times < 5_000; times += 1)
      expect(weakFirstKey(keysOf(of(randomBytes(32))))).toBeNull();
  });
});

describe('an outside address in production', () => {
  const production = {
    ...SLACK,
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://u:p@h/d',
    VAULT_KEYS: key('k1'),
  };
  const names = ['SLACK_API_URL', 'ZOOM_OAUTH_URL', 'ZOOM_API_URL', 'STACKONE_API_URL', 'PUBLIC_URL'];
  const hosts = [
    'zoom.example',
    '10.0.0.1',
    '[2001:db8::1]',
    'localhost.example',
    '128.0.0.1',
    '[::2]',
    '[::ffff:8.8.8.8]',
  ];
  it.each(names)('%s must be https', (name) => {
    for (const host of hosts)
      expect(lines({ ...production, [name]: `http://${host}/api/` })).toEqual([
        `${name} must begin with https:// in production: secrets are sent there.`,
      ]);
    expect(lines({ ...production, [name]: 'HTTP://zoom.example/api/' })).toHaveLength(1);
    expect(lines({ ...production, [name]: 'https://zoom.example/api/' })).toEqual([]);
    expect(lines({ ...SLACK, [name]: 'http://zoom.example/api/' })).toEqual([]);
  });

  it.each(['localhost', '127.0.0.1', '127.1', '[::1]', 'slack.localhost', '[::ffff:127.0.0.1]'])(
    'may be http on %s, which is this machine',
    (host) => {
      const env = Object.fromEntries(names.map((name) => [name, `http://${host}:4000/api/`]));
      expect(lines({ ...production, ...env })).toEqual([]);
    },
  );
});

it('a configuration shows no secret when it is printed', () => {
  const secrets = {
    STACKONE_API_KEY: 'v1.eu1.shh',
    DATABASE_URL: 'postgres://u:shh@h/d',
    VAULT_KEYS: key('k1'),
  };
  const config = good({ ...SLACK, ...secrets });
  const print = inspect(config, { depth: 9 }) + JSON.stringify(config);
  for (const shown of ['shh', '1-bot', '1-app', secrets.VAULT_KEYS.slice(3)])
    expect(print).not.toContain(shown);
});

describe('CLOCK_OFFSET, with which days pass in a sandbox,', () => {
  const simulated = { ...SLACK, SLACK_API_URL: 'http://127.0.0.1:4001/api/' };

  it.each([
    ['30d', 30 * 86_400_000],
    ['0d', 0],
    ['36h', 36 * 3_600_000],
  ])('is taken beside a simulated Slack: %s', (offset, ms) => {
    const config = good({ ...simulated, CLOCK_OFFSET: offset });
    expect(config.clockAheadMs).toBe(ms);
    expect(config.warnings.join()).toContain(offset);
  });

  it.each([
    ['in production', { ...simulated, NODE_ENV: 'production' }],
    ['beside the real Slack', SLACK],
    ['beside GovSlack', { ...SLACK, SLACK_API_URL: 'https://slack-gov.com/api/' }],
    [
      'beside a host that is only named like this machine',
      { ...SLACK, SLACK_API_URL: 'http://127.0.0.1.example/api/' },
    ],
  ])('is refused %s', (_where, env) => {
    const said = lines({ ...env, CLOCK_OFFSET: '30d' }).filter((line) => line.includes('CLOCK_OFFSET'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('sandbox only');
  });

  it.each(['-1d', '30', '11000d', 'soon'])('must be a time of ten years at most: %s', (offset) => {
    expect(lines({ ...simulated, CLOCK_OFFSET: offset }).join()).toContain('CLOCK_OFFSET');
  });

  it('is none unless it is set', () => {
    expect(good(SLACK).clockAheadMs).toBe(0);
  });
});

describe('whether client secrets are taken', () => {
  it.each([
    [undefined, 'ask'],
    ['', 'ask'],
    ['ask', 'ask'],
    ['never', 'never'],
  ])('SECRETS=%s means %s', (text, policy) => {
    expect(good({ ...SLACK, SECRETS: text }).secrets).toBe(policy);
  });

  it.each(['Never', 'no', 'false', '0'])(
    '%s is refused, so that nobody believes that none is taken',
    (text) => {
      expect(parseConfig({ ...SLACK, SECRETS: text }).ok).toBe(false);
    },
  );
});
