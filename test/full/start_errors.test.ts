import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBot, type Transport } from '../../sandbox/bot.ts';
import { type Simulators, startSimulators } from '../../sandbox/simulators/start_simulators.ts';
import { vaultKey } from '../e2e/stage.ts';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.ts';

const program = [inject('program')];

type Variables = Readonly<Record<string, string>>;

describe('a process that cannot start', () => {
  let simulators: Simulators;
  let database: TestDatabase;
  beforeAll(async () => {
    simulators = await startSimulators();
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await simulators.stop();
    await database.drop();
  });

  const starts = async (env: Variables, transport: Transport = 'socket') => {
    const bot = await startBot(simulators, {
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
    const elsewhere = await starts({ HOST: '192.0.2.1' });
    server.close();
    expect([bot.code, app.code, http.code, taken.code]).toEqual([1, 1, 1, 1]);
    expect(bot.said).toMatch(/^ {2}Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)\. Copy it again/m);
    expect(http.said).toMatch(/^ {2}Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)\. Copy it again/m);
    expect(app.said).toMatch(/^ {2}Slack refuses SLACK_APP_TOKEN \(invalid_auth\)\. Copy it again/m);
    for (const { code, said, line } of [
      { ...taken, line: new RegExp(`^  Port ${port} is taken: set PORT to a free one`) },
      { ...elsewhere, line: /^ {2}HOST is no address of this machine/ },
    ]) {
      expect([code, said.trimEnd().split('\n')]).toEqual([
        1,
        ['Greenroom cannot start:', expect.stringMatching(line)],
      ]);
    }
    expect(bot.said + app.said + http.said).not.toMatch(/xoxb-nobody|xapp-nobody|at .*\.ts:/);
  });
});
