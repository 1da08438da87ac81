import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { acme } from '../../../sandbox/simulators/slack/index.ts';
import { type Simulators, startSimulators } from '../../../sandbox/simulators/start_simulators.ts';
import { requestUrlFindings, webhookFindings } from '../../../src/cli/doctor/incoming_findings.ts';
import { systemClock } from '../../../src/clock.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { createHttpClient } from '../../../src/http_client/http_client.ts';
import { createHttpReceiver } from '../../../src/slack/transport/http_receiver/http_receiver.ts';
import { noMetrics } from '../../../src/telemetry/metrics.ts';
import { parseVaultKeys } from '../../../src/vault/keys.ts';
import { createVault } from '../../../src/vault/vault.ts';
import { createStackOneWebhook } from '../../../src/web/stackone_webhook/receiver.ts';
import { sealSecrets, seedCrowd } from '../../harness/crowd.ts';
import { greenroomWith } from '../../harness/greenroom.ts';
import { quietLog } from '../../harness/log.ts';
import { createPlainDatabase, useTestDatabase } from '../../harness/postgres.ts';

type Variables = Readonly<Record<string, string>>;

const newKey = () => randomBytes(32).toString('hex');
const nowhere = 'http://127.0.0.1:9';

let simulators: Simulators;
let folder: string;
const db = useTestDatabase();
beforeAll(async () => {
  simulators = await startSimulators();
  folder = await mkdtemp(join(tmpdir(), 'greenroom-doctor-'));
});
afterAll(async () => {
  await simulators.stop();
  await rm(folder, { recursive: true });
});
afterEach(() => {
  simulators.stackone.clearFaults();
  simulators.zoom.clearFaults();
});

const whole = (): Variables => ({
  ...simulators.env,
  SLACK_APP_TOKEN: simulators.slack.appToken,
  DATABASE_URL: db.database.connectionString,
  VAULT_KEYS: newKey(),
  PORT: '0',
});

const Report = z.object({
  version: z.string(),
  status: z.enum(['ok', 'warning', 'problem']),
  findings: z.array(
    z.object({
      check: z.string(),
      status: z.enum(['ok', 'warning', 'problem']),
      what: z.string(),
      fix: z.string().nullable(),
    }),
  ),
});

async function examined(env: Variables, ...words: string[]) {
  const { code, out, err } = await greenroomWith(env, 'doctor', '--json', ...words);
  expect(err).toBe('');
  const { findings, status } = Report.parse(JSON.parse(out));
  for (const finding of findings) expect(finding.fix === null, finding.what).toBe(finding.status === 'ok');
  expect(code).toBe(status === 'problem' ? 1 : 0);
  const notOk = findings.filter((finding) => finding.status !== 'ok');
  const of = (check: string) => findings.find((finding) => finding.check === check);
  return { code, findings, notOk, of };
}

describe('an installation that is well', () => {
  it('is ok in every line, in a table and as JSON, and ends with 0', async () => {
    const { code, findings, notOk } = await examined(whole());
    expect(notOk).toEqual([]);
    expect(code).toBe(0);
    expect(findings.map(({ check }) => check)).toEqual([
      'configuration',
      'proxy',
      'port',
      'database',
      'database rights and pooler',
      'database connections',
      'database TLS',
      'clock',
      'vault key',
      'Slack bot token',
      'Slack scopes',
      'Slack app token',
      'admins',
      'StackOne key',
      'Zoom',
    ]);
    const table = await greenroomWith(whole(), 'doctor');
    expect(table).toMatchObject({ code: 0, err: '' });
    expect(table.out).toMatch(/^ok {7}configuration [\s\S]*\nAll is well\.\n$/);
  });

  it('is looked at without a change: no table, no key file, no folder', async () => {
    const database = await createPlainDatabase();
    const { VAULT_KEYS: _, ...others } = whole();
    const data = join(folder, 'data');
    const { code, of } = await examined({
      ...others,
      DATABASE_URL: database.connectionString,
      GREENROOM_DATA_DIR: data,
    });
    expect(code).toBe(0);
    expect(of('vault key')?.what).toContain('none yet');
    const made = await database.db.query("select from pg_tables where schemaname = 'public'");
    expect(made).toEqual([]);
    expect(existsSync(data)).toBe(false);
    await database.drop();
  });

  it('may bring its own Postgres, which runs only while Greenroom does', async () => {
    const { DATABASE_URL: _, VAULT_KEYS: __, ...others } = whole();
    const { code, of } = await examined({ ...others, GREENROOM_DATA_DIR: join(folder, 'own') });
    expect(code).toBe(0);
    expect(of('database')?.what).toMatch(/^embedded Postgres \d+/);
  });
});

describe('the address of the database', () => {
  it.each([
    ['a folder of the socket and no host', (url: string) => url.replace('@localhost:5432/', '@/')],
    ['a password besides', (url: string) => url.replace('@localhost:5432/', ':pa55-word@/')],
    ['a host that the parameter replaces', (url: string) => url.replace('@localhost:5432/', '@db.example/')],
  ])('may be whatever node-postgres takes: %s', async (_what, change) => {
    const env = whole();
    const { notOk } = await examined({ ...env, DATABASE_URL: change(env.DATABASE_URL ?? '') });
    expect(notOk).toEqual([]);
  });
});

describe('where Greenroom listens', () => {
  /** What `answer` says to every request, on a port of its own. */
  const listening = async (answer: string) => {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end(answer);
    }).listen(0);
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return { port: String(port), close: () => server.close() };
  };

  it('is a problem where another program listens, and well where a Greenroom does', async () => {
    const taken = await listening('{"alive":"no"}');
    for (const variable of ['PORT', 'METRICS_PORT']) {
      const row = (await examined({ ...whole(), [variable]: taken.port })).of('port');
      expect(row).toMatchObject({ status: 'problem', what: `Port ${taken.port} is taken` });
      expect(row?.fix).toContain(`set ${variable} to`);
    }
    taken.close();
    const ours = await listening('{"alive":true,"version":"0.1.0"}');
    const { code, of } = await examined({ ...whole(), PORT: ours.port });
    expect([code, of('port')?.what]).toEqual([0, `Greenroom listens on ${ours.port} now`]);
    ours.close();
  });

  it('is a problem where this machine has no such address', async () => {
    const env = { ...whole(), HOST: '192.0.2.1', METRICS_PORT: '0', METRICS_HOST: '192.0.2.1' };
    const { findings } = await examined(env);
    const rows = findings.filter(({ check }) => check === 'port');
    expect(rows.map(({ what }) => what)).toEqual([
      'METRICS_HOST is no address of this machine',
      'HOST is no address of this machine',
    ]);
  });

  it('takes the ports for a moment only', async () => {
    const free = await listening('');
    free.close();
    const env = { ...whole(), PORT: free.port };
    for (const time of ['first', 'second'])
      expect((await examined(env)).of('port')?.what, time).toBe(`${free.port} is free`);
  });
});

describe('a data folder that cannot be made', () => {
  it('is a problem for the database and the key that would lie there', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const { DATABASE_URL, VAULT_KEYS: _, ...others } = whole();
    const env = { ...others, GREENROOM_DATA_DIR: join(file, 'data') };
    const embedded = await examined(env);
    expect(embedded.of('database')).toMatchObject({
      status: 'problem',
      what: 'The folder of GREENROOM_DATA_DIR cannot be written',
    });
    const external = await examined({ ...env, DATABASE_URL: DATABASE_URL ?? '' });
    expect(external.of('vault key')?.status).toBe('problem');
  });
});

describe('one thing that is wrong', () => {
  it.each<[string, (env: Variables) => Variables, Readonly<Record<string, string>>]>([
    [
      'Slack is away',
      (env) => ({ ...env, SLACK_API_URL: `${nowhere}/api/` }),
      { 'Slack bot token': 'problem', 'Slack app token': 'problem' },
    ],
    ['StackOne is away', (env) => ({ ...env, STACKONE_API_URL: nowhere }), { 'StackOne key': 'problem' }],
    ['Zoom is away', (env) => ({ ...env, ZOOM_OAUTH_URL: nowhere }), { Zoom: 'problem' }],
    [
      'the database is away',
      (env) => ({ ...env, DATABASE_URL: 'postgres://u:hunter22@127.0.0.1:9/x' }),
      { database: 'problem', 'vault key': 'warning' },
    ],
    [
      'there is no such database',
      (env) => ({ ...env, DATABASE_URL: (env.DATABASE_URL ?? '').replace(/\/\w+\?/, '/none_such?') }),
      { database: 'problem', 'vault key': 'warning' },
    ],
    [
      'the bot token is refused',
      (env) => ({ ...env, SLACK_BOT_TOKEN: 'xoxb-none' }),
      { 'Slack bot token': 'problem' },
    ],
    [
      'the app token is refused',
      (env) => ({ ...env, SLACK_APP_TOKEN: 'xapp-none' }),
      { 'Slack app token': 'problem' },
    ],
    [
      'the StackOne key is refused',
      (env) => ({ ...env, STACKONE_API_KEY: 'v1.eu1.none' }),
      { 'StackOne key': 'problem' },
    ],
    ['there is no StackOne key', (env) => ({ ...env, STACKONE_API_KEY: '' }), { 'StackOne key': 'warning' }],
    [
      'a variable that nothing else needs',
      (env) => ({ ...env, POLL_CRON: 'sometimes' }),
      { configuration: 'problem' },
    ],
    [
      'the bot token is missing',
      (env) => ({ ...env, SLACK_BOT_TOKEN: '' }),
      { configuration: 'problem', 'Slack bot token': 'warning' },
    ],
    [
      'the address of the database cannot be read',
      (env) => ({ ...env, DATABASE_URL: 'mysql://x' }),
      { configuration: 'problem', database: 'warning', 'vault key': 'warning' },
    ],
    [
      'the keys cannot be read',
      (env) => ({ ...env, VAULT_KEYS: 'short' }),
      { configuration: 'problem', 'vault key': 'warning' },
    ],
    [
      'a variable has no effect',
      (env) => ({ ...env, SLACK_SIGNING_SECRET: 'a signing secret' }),
      { configuration: 'warning' },
    ],
  ])('is named with what to do, and hides nothing else: %s', async (_what, change, expected) => {
    const { notOk, findings } = await examined(change(whole()));
    expect(Object.fromEntries(notOk.map(({ check, status }) => [check, status]))).toEqual(expected);
    expect(findings.filter(({ status }) => status === 'ok').length).toBeGreaterThanOrEqual(6);
  });

  it('is said for each part when everything is wrong at once', async () => {
    const { notOk } = await examined({
      ...whole(),
      SLACK_API_URL: `${nowhere}/api/`,
      STACKONE_API_URL: nowhere,
      ZOOM_OAUTH_URL: nowhere,
      DATABASE_URL: 'postgres://127.0.0.1:9/x',
      REMIND_AFTER: 'soon',
    });
    expect(notOk.map(({ check }) => check)).toEqual([
      'configuration',
      'database',
      'vault key',
      'Slack bot token',
      'Slack app token',
      'StackOne key',
      'Zoom',
    ]);
  });

  it.each([
    [503, 'problem'],
    [404, 'ok'],
    [302, 'ok'],
  ] as const)(
    'is not what Zoom answers to a request without credentials, unless it is an outage: %i',
    async (status, expected) => {
      simulators.zoom.answer({ status, body: '' });
      expect((await examined(whole())).of('Zoom')?.status).toBe(expected);
    },
  );
});

describe('the rights of the StackOne key', () => {
  it.each([
    ['Platform API: Read', ['platform:read'], 'ok', /reads connector profiles/],
    ['Platform API: Write, too', ['platform:read', 'platform:write'], 'ok', /reads connector profiles/],
    ['nothing', [], 'problem', /may not read connector profiles \(403\)/],
    ['other things', ['actions:execute'], 'problem', /may not read connector profiles \(403\)/],
  ] as const)('are told by reading only: %s', async (name, scopes, status, words) => {
    const key = `v1.eu1.${name.replaceAll(/\W/g, '')}`;
    simulators.stackone.addKey(key, scopes);
    const row = (await examined({ ...whole(), STACKONE_API_KEY: key })).of('StackOne key');
    expect(row).toMatchObject({ status, what: expect.stringMatching(words) });
  });
});

describe('the scopes of the Slack app', () => {
  it.each([
    [['commands', 'chat:write', 'users:read'], 'ok', /^all that are needed, without the optional ones$/],
    [['commands', 'chat:write', 'users:read', 'im:history'], 'ok', /with im:history$/],
    [['commands', 'chat:write'], 'warning', /lacks the scope users:read \(/],
    [['commands', 'users:read'], 'problem', /lacks the scope chat:write \(/],
    [['commands', 'chat:write', 'users:read', 'files:read'], 'ok', /with files:read$/],
    [['commands', 'chat:write', 'users:read', 'pins:read'], 'ok', /; not used: pins:read$/],
  ] as const)('are compared with those of the manifest: %j', async (scopes, status, words) => {
    const other = await startSimulators({ scopes });
    const row = (await examined({ ...whole(), ...other.env, SLACK_APP_TOKEN: other.slack.appToken })).of(
      'Slack scopes',
    );
    await other.stop();
    expect(row).toMatchObject({ status, what: expect.stringMatching(words) });
  });
});

describe('the admins', () => {
  const admins = async (scopes: readonly string[], named: (id: (name: string) => string) => string) => {
    const first = acme();
    const gone = { name: 'gone', realName: 'Gone', isDeactivated: true };
    const workspace = { ...first, people: [...first.people, gone] };
    const other = await startSimulators({ scopes, workspaces: [workspace] });
    const env = { ...whole(), ...other.env, SLACK_APP_TOKEN: other.slack.appToken };
    const GREENROOM_ADMINS = named((name) => other.slack.person(name).id);
    const row = (await examined({ ...env, GREENROOM_ADMINS })).of('admins');
    const asked = other.slack.inspector.calls('users.info');
    await other.stop();
    if (!scopes.includes('users:read')) expect(asked).toEqual([]);
    return row;
  };
  const all = ['commands', 'chat:write', 'users:read'];
  const few = ['commands', 'chat:write'];

  it.each<[string, readonly string[], (id: (name: string) => string) => string, string, RegExp]>([
    ['nobody, where Slack names them', all, () => '', 'ok', /admins and owners of the Slack workspace/],
    ['nobody, where Slack does not', few, () => '', 'warning', /^Nobody is named as an admin/],
    ['two people', all, (id) => `${id('ana')}, ${id('ben')}`, 'ok', /names 2$/],
    ['somebody of whom Slack says nothing', few, (id) => id('ana'), 'ok', /names 1$/],
    [
      'somebody who left',
      all,
      (id) => `${id('ana')},${id('gone')}`,
      'warning',
      /whose account is deactivated/,
    ],
    ['nobody whom Slack knows', all, () => 'U0NOBODY', 'warning', /U0NOBODY, whom Slack does not know/],
  ])('are looked up: the configuration names %s', async (_who, scopes, named, status, words) => {
    expect(await admins(scopes, named)).toMatchObject({ status, what: expect.stringMatching(words) });
  });
});

describe('the keys of the vault', () => {
  const sealWith = async (keys: string) => {
    const parsed = parseVaultKeys(keys);
    if (!parsed.ok) throw new Error(parsed.error);
    await seedCrowd(db.database.connection, { workspaceId: 'T0ACME', apps: 3, channels: 1, live: 0 });
    await sealSecrets(db.database.db, createVault(parsed.value), 'T0ACME');
  };

  it('open what is stored, also behind a newer one', async () => {
    const key = newKey();
    await sealWith(key);
    for (const VAULT_KEYS of [key, `${newKey()},${key}`]) {
      const row = (await examined({ ...whole(), VAULT_KEYS })).of('vault key');
      expect(row).toMatchObject({ status: 'ok', what: expect.stringMatching(/opens what is stored \(3\)$/) });
    }
  });

  it('are a problem when what is stored was sealed with another one', async () => {
    await sealWith(`k1:${newKey()}`);
    const other = (await examined({ ...whole(), VAULT_KEYS: `k2:${newKey()}` })).of('vault key');
    expect(other).toMatchObject({
      status: 'problem',
      what: '3 stored secrets sealed with key k1, which is not in VAULT_KEYS',
    });
    const sameId = (await examined({ ...whole(), VAULT_KEYS: `k1:${newKey()}` })).of('vault key');
    expect(sameId).toMatchObject({
      status: 'problem',
      what: '3 stored secrets sealed with another key k1 than the one in VAULT_KEYS',
    });
  });

  it('are a problem when the key file is gone, can be read by others, or is damaged', async () => {
    await sealWith(`k1:${newKey()}`);
    const { VAULT_KEYS: _, ...others } = whole();
    const env = { ...others, GREENROOM_DATA_DIR: folder };
    const file = join(folder, 'vault.key');
    const row = async () => (await examined(env)).of('vault key');
    expect(await row()).toMatchObject({
      status: 'problem',
      what: expect.stringContaining('which is not in'),
    });
    await writeFile(file, 'k1:half', { mode: 0o600 });
    expect(await row()).toMatchObject({ status: 'problem', what: expect.stringContaining('vault.key') });
    await rm(file);
    await writeFile(file, `k1:${newKey()}`, { mode: 0o644 });
    expect(await row()).toMatchObject({ status: 'problem', what: expect.stringContaining('read by others') });
    await rm(file);
  });
});

describe('the request URL', () => {
  const asks = async (signingSecret: string | null, ours: string) => {
    const receiver = signingSecret === null ? null : createHttpReceiver({ signingSecret, log: quietLog });
    const server = createServer((request, response) => {
      if (receiver === null) response.writeHead(200).end('<html>');
      else receiver.handle(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const baseUrl = `http://127.0.0.1:${port}`;
    const client = createHttpClient({ host: 'slack', baseUrl, userAgent: 'test', clock: systemClock });
    const findings = await requestUrlFindings(client, `${baseUrl}/slack/events`, new Secret(ours));
    await client.close();
    server.close();
    return findings[0];
  };

  it('is ok when a Greenroom with the same signing secret answers there', async () => {
    expect(await asks('shared secret', 'shared secret')).toMatchObject({ status: 'ok' });
    expect(await asks('one secret', 'another secret')).toMatchObject({
      status: 'problem',
      what: expect.stringContaining('refuses the signature'),
    });
    expect(await asks(null, 'shared secret')).toMatchObject({
      status: 'problem',
      what: expect.stringContaining('not as Greenroom does'),
    });
  });

  it('is asked only when its address is given, which must be https', async () => {
    const { SLACK_APP_TOKEN: _, ...others } = whole();
    const env = { ...others, SLACK_SIGNING_SECRET: simulators.slack.signingSecret };
    const { code, of } = await examined(env);
    expect(code).toBe(0);
    expect(of('Slack request URL')?.what).toContain('not asked');
    const asked = (await examined(env, '--url', 'https://127.0.0.1:9')).of('Slack request URL');
    expect(asked).toMatchObject({ status: 'problem', what: expect.stringContaining('cannot be reached') });
    expect(await greenroomWith(env, 'doctor', '--url', 'http://x.example')).toMatchObject({
      code: 1,
      out: '',
    });
  });
});

describe("StackOne's webhook", () => {
  const asks = async (theirs: readonly string[], ours: readonly string[]) => {
    const secretsOf = (all: readonly string[]) => all.map((one) => new Secret(one));
    const receiver = createStackOneWebhook({ secrets: secretsOf(theirs), log: quietLog, metrics: noMetrics });
    receiver.listen(async () => 0);
    const server = createServer((request, response) => {
      if (receiver.handle === null) response.writeHead(404).end();
      else receiver.handle(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    const client = createHttpClient({
      host: 'stackone',
      baseUrl: origin,
      userAgent: 'test',
      clock: systemClock,
    });
    const findings = await webhookFindings(secretsOf(ours), { origin, client });
    await client.close();
    server.close();
    return findings[0];
  };

  it('is ok when a Greenroom with the same secret takes it, and changes nothing there', async () => {
    expect(await asks(['the secret'], ['the secret'])).toMatchObject({ status: 'ok' });
    expect(await asks(['the old one', 'the new one'], ['the new one', 'the old one'])).toMatchObject({
      status: 'ok',
      what: expect.stringContaining('two secrets'),
    });
    expect(await asks(['another secret'], ['the secret'])).toMatchObject({
      status: 'problem',
      what: expect.stringContaining('refuses the signature'),
    });
    expect(await asks([], ['the secret'])).toMatchObject({ status: 'warning' });
    expect(await webhookFindings([], null)).toEqual([]);
  });
});

describe('a secret', () => {
  it('is never printed, neither of a good configuration nor of a bad one, from variables or files', async () => {
    const file = join(folder, 'secret');
    await writeFile(file, 'postgres://user:pa55-word-of-mine@127.0.0.1:9/name');
    const env = whole();
    const { DATABASE_URL: _, ...others } = env;
    const names = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'STACKONE_API_KEY', 'VAULT_KEYS'];
    const secrets = [...names.map((name) => env[name] ?? ''), 'pa55-word-of-mine'];
    const bad = {
      ...others,
      DATABASE_URL_FILE: file,
      GREENROOM_DATA_DIR: env.VAULT_KEYS ?? '',
      POLL_CRON: 'x',
    };
    for (const variables of [env, bad]) {
      const { out, err } = await greenroomWith(variables, 'doctor');
      expect(secrets.filter((secret) => secret !== '' && (out + err).includes(secret))).toEqual([]);
    }
  });
});
