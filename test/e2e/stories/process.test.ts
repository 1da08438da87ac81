import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Bot, startBot, type Transport } from '../../sandbox/bot.ts';
import { startWorlds, type Worlds } from '../../sandbox/simulators/start_simulators.ts';
import { type Cable, layCable } from '../harness/cable.ts';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.ts';
import { until } from '../harness/until.ts';
import { asks, channel, registers, saying, storedCheck, underWay, whileLocked } from './acts.ts';
import { transports, useStage, vaultKey } from './stage.ts';

const program = [inject('program')];

type Variables = Readonly<Record<string, string>>;

/** `status` is 0 while nobody answers. */
async function look(bot: Bot, path: string): Promise<{ status: number; missing: unknown }> {
  const response = await fetch(`${bot.url}${path}`).catch(() => null);
  if (response === null) return { status: 0, missing: null };
  const body: unknown = await response.json();
  const missing = typeof body === 'object' && body !== null && 'missing' in body ? body.missing : null;
  return { status: response.status, missing };
}

describe('a process that cannot start', () => {
  let worlds: Worlds;
  let database: TestDatabase;
  beforeAll(async () => {
    worlds = await startWorlds();
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await worlds.stop();
    await database.drop();
  });

  const starts = async (env: Variables, transport: Transport = 'socket') => {
    const bot = await startBot(worlds, {
      transport,
      program,
      env: { DATABASE_URL: database.connectionString, VAULT_KEYS: vaultKey, ...env },
    });
    return { code: await bot.exited, said: bot.output() };
  };

  test('says what is wrong with each variable, all at once, and never repeats a value', async () => {
    const wrong: Variables = {
      SLACK_BOT_TOKEN: 'xoxp-of-a-person',
      SLACK_APP_TOKEN: 'xoxb-of-the-bot',
      SLACK_API_URL: 'https://slack.example/',
      STACKONE_API_URL: 'stackone',
      DATABASE_URL: 'mysql://root:hunter2@db/greenroom',
      VAULT_KEYS: 'k1:c2hvcnQ=',
      PORT: '99999',
      POLL_CRON: 'sometimes',
      OUTAGE_NOTICE_AFTER: 'soon',
      LOG_LEVEL: 'loud',
      NODE_ENV: 'prod',
    };
    const { code, said } = await starts(wrong);
    expect(code).toBe(1);
    const lines = said.trim().split('\n').slice(1);
    expect(lines.map((line) => line.trim().split(' ')[0]).toSorted()).toEqual(Object.keys(wrong).toSorted());
    for (const line of lines) expect(line).toMatch(/^ {2}[A-Z_]+ .*\.$/);
    expect(said).not.toMatch(/xoxp-of|xoxb-of|hunter2|c2hvcnQ|sometimes|loud/);
  });

  test('names what is missing, in production the database and the keys too', async () => {
    const nothing = { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', DATABASE_URL: '', VAULT_KEYS: '' };
    const [plain, production] = await Promise.all([
      starts(nothing),
      starts({ ...nothing, NODE_ENV: 'production' }),
    ]);
    expect([plain.code, production.code]).toEqual([1, 1]);
    const named = (said: string) =>
      said.match(/^ {2}[A-Z_]+ is missing: /gm)?.map((line) => line.trim().split(' ')[0]);
    expect(named(plain.said)).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']);
    expect(named(production.said)).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'DATABASE_URL',
      'VAULT_KEYS',
    ]);
  });

  test('says in one sentence that Slack refuses a token, or that the port is taken', async () => {
    const server = createServer().listen(0);
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const [bot, app, http, taken] = await Promise.all([
      starts({ SLACK_BOT_TOKEN: 'xoxb-nobody' }),
      starts({ SLACK_APP_TOKEN: 'xapp-nobody' }),
      starts({ SLACK_BOT_TOKEN: 'xoxb-nobody' }, 'http'),
      starts({ PORT: String(port) }),
    ]);
    server.close();
    expect([bot.code, app.code, http.code, taken.code]).toEqual([1, 1, 1, 1]);
    expect(bot.said).toMatch(/^ {2}Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)\. Copy it again/m);
    expect(http.said).toMatch(/^ {2}Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)\. Copy it again/m);
    expect(app.said).toMatch(/^ {2}Slack refuses SLACK_APP_TOKEN \(invalid_auth\)\. Copy it again/m);
    expect(taken.said).toContain(`Port ${port} is taken: set PORT to a free one`);
    expect(bot.said + app.said + http.said).not.toMatch(/xoxb-nobody|xapp-nobody|at .*\.ts:/);
  });
});

describe.each(transports)('a process that starts in bad weather, over %s', (transport) => {
  let worlds: Worlds;
  let database: TestDatabase;
  let cable: Cable;
  let bot: Bot;
  beforeAll(async () => {
    worlds = await startWorlds({ limits: { patienceMs: 20_000 } });
    database = await createTestDatabase();
    cable = await layCable(`${database.connection.host}/.s.PGSQL.5432`);
    cable.cut();
    worlds.slack.weather.down();
    bot = await starts();
  });
  afterAll(async () => {
    await bot.stop();
    await worlds.stop();
    await cable.close();
    await database.drop();
  });
  const starts = () => {
    const { user, database: name } = database.connection;
    const DATABASE_URL = `postgresql://${user}@127.0.0.1:${cable.port}/${name}`;
    return startBot(worlds, { transport, program, env: { DATABASE_URL, VAULT_KEYS: vaultKey } });
  };

  test('is alive and says what it waits for', async () => {
    await until(async () => (await look(bot, '/healthz')).status === 200, 'a sign of life');
    expect(await look(bot, '/readyz')).toEqual({ status: 503, missing: ['database', 'slack'] });
  });

  test('gives up waiting when it is asked to stop', async () => {
    await until(() => bot.output().includes('The database does not answer yet'));
    expect(await bot.stop()).toBe(0);
    bot = await starts();
    await until(async () => (await look(bot, '/healthz')).status === 200);
  });

  test('becomes ready by itself, step by step', async () => {
    cable.mend();
    await until(
      async () => JSON.stringify((await look(bot, '/readyz')).missing) === '["slack"]',
      'the database',
    );
    expect((await look(bot, '/readyz')).status).toBe(503);
    worlds.slack.weather.clear();
    await bot.ready();
    await asks(worlds.slack.person('ana'), '/zoom-app help', /register/);
  });
});

describe.each(transports)('a process that is asked to stop, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.person('ana');

  test('finishes what people and jobs are doing, and ends with 0', async () => {
    await ana().types(channel, '/zoom-app register Sequel');
    const modal = await ana().modal('Register a Zoom app');
    await modal.choose('Who manages it in Zoom?', 'Admin-managed');
    stage.worlds.zoom.slow(1_000);
    await registers(stage.person('zoe'), { name: 'Finale', credentials: stage.pair() });
    await underWay(stage.database, 'probe_credentials');
    let stopped: Promise<number | null> = Promise.resolve(null);
    let submitted: Promise<string> = Promise.resolve('');
    await whileLocked(stage.database, 'draft', async (reached) => {
      submitted = modal.submit();
      await reached();
      stopped = stage.bot.stop();
      await until(() => stage.bot.output().includes('"msg":"Stopping"'));
    });
    expect(await submitted).toBe('updated');
    expect(await stopped).toBe(0);
    expect((await storedCheck(stage.database, 'Finale', 'credentials')).status).toBe('passed');
    const held = 'select from graphile_worker.jobs where locked_at is not null';
    expect(await stage.database.db.query(held)).toEqual([]);
    stage.worlds.zoom.clearWeather();
    expect(stage.bot.output()).not.toMatch(/"level":(50|60)/);
  });

  test('has lost nothing when it is started again', async () => {
    await stage.restart('stop');
    await ana().sees(channel, /^Finale[\s\S]*Credentials: passed/);
    expect(saying(ana(), /registered \*Finale\*/)).toHaveLength(1);
    await ana().topModal()?.dismiss();
    await ana().types(channel, '/zoom-app register');
    const offer = await ana().modal('Register a Zoom app');
    expect(offer.text()).toMatch(/You began to register \*Sequel\*/);
    await offer.dismiss();
  });

  if (transport === 'socket') return;

  test('answers the question whether it is the right address, and nobody without the signature', async () => {
    expect(await stage.worlds.slack.verifiesUrl()).toBe(true);
    const now = Math.floor(Date.now() / 1000);
    const send = async (at: number, secret: string, body = 'payload=%7B%7D') => {
      const signed = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
      const response = await fetch(`${stage.bot.url}/slack/events`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': String(at),
          'x-slack-signature': `v0=${signed}`,
        },
      });
      return response.status;
    };
    const { signingSecret } = stage.worlds.slack;
    const command = new URLSearchParams({
      command: '/zoom-app',
      text: 'help',
      team_id: stage.worlds.slack.id,
      user_id: ana().id,
      channel_id: stage.worlds.slack.channelId(channel),
      response_url: 'http://127.0.0.1:9/',
      trigger_id: '1.2.3',
    }).toString();
    expect(await send(now, signingSecret, command)).toBe(200);
    expect(await send(now, 'somebody elses secret', command)).toBe(401);
    expect(await send(now - 6 * 60, signingSecret, command)).toBe(401);
    expect(await send(now + 6 * 60, signingSecret, command)).toBe(401); // T10
    const unsigned = async (type: string) => {
      const headers = { 'content-type': type };
      return (await fetch(`${stage.bot.url}/slack/events`, { method: 'POST', body: command, headers }))
        .status;
    };
    expect(await unsigned('application/x-www-form-urlencoded')).toBe(401);
    expect(await unsigned('text/plain')).toBe(415);
    expect((await fetch(`${stage.bot.url}/slack/install`)).status).toBe(404);
  });
});

describe('without a database of its own', () => {
  let worlds: Worlds;
  let dataDir: string;
  beforeAll(async () => {
    worlds = await startWorlds({ limits: { patienceMs: 20_000 } });
    dataDir = await mkdtemp(join(tmpdir(), 'greenroom-e2e-'));
  });
  afterAll(async () => {
    await worlds.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const starts = async (): Promise<Bot> => {
    const bot = await startBot(worlds, {
      transport: 'socket',
      program,
      env: { GREENROOM_DATA_DIR: dataDir },
    });
    await bot.ready();
    return bot;
  };
  const postgres = () =>
    Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const lives = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };

  test('Greenroom brings its own, which survives a kill and leaves nothing running', async () => {
    const ana = worlds.slack.person('ana');
    const first = await starts();
    await registers(ana, { name: 'Cabin', credentials: worlds.zoom.addApp() });
    await ana.sees(channel, /^Cabin[\s\S]*Credentials: passed/);
    const orphan = postgres();
    await first.kill();
    const second = await starts();
    await asks(ana, '/zoom-app show Cabin', /Credentials: passed/);
    expect(saying(ana, /^Cabin/)).toHaveLength(1);
    const last = postgres();
    expect(lives(last)).toBe(true);
    expect(await second.stop()).toBe(0);
    expect([orphan, last].filter(lives)).toEqual([]);
    expect(worlds.slack.inspector.violations()).toEqual([]);
  });
});
