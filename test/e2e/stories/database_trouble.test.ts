import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Bot, startBot } from '../../../sandbox/bot.ts';
import { type Simulators, startSimulators } from '../../../sandbox/simulators/start_simulators.ts';
import { createTestDatabase, type TestDatabase } from '../../harness/postgres.ts';
import { type RefusingPostgres, refusal, startRefusingPostgres } from '../../harness/refusing_postgres.ts';
import { until } from '../../harness/until.ts';
import { transports, vaultKey } from '../stage.ts';

describe.each(transports)('a start over %s with a database that cannot be used', (transport) => {
  let simulators: Simulators;
  let database: TestDatabase;
  let server: RefusingPostgres;
  let answer = refusal('57P03', 'the database system is starting up');
  beforeAll(async () => {
    simulators = await startSimulators();
    database = await createTestDatabase();
    server = await startRefusingPostgres((socket) => socket.end(answer));
  });
  afterAll(async () => {
    await simulators.stop();
    await database.drop();
    server.close();
  });
  const starts = (url: string): Promise<Bot> =>
    startBot(simulators, {
      transport,
      program: [inject('program')],
      env: { DATABASE_URL: url, VAULT_KEYS: vaultKey },
    });

  test('ends with one line and no success when the configuration is at fault', async () => {
    answer = refusal('08P01', 'unsupported startup parameter: options');
    const none = `${database.connectionString.replace(/test_\w+/, 'no_such_database')}`;
    const nobody = database.connectionString.replace('greenroom@', 'nobody_knows@');
    const faults: [string, RegExp][] = [
      [server.address, /DATABASE_URL.*\(08P01: unsupported startup parameter: options\)/],
      [none, /no such database.*createdb/],
      [nobody, /does not let this user in.*role "nobody_knows" does not exist/],
      ['postgres://u:hunter2@[fe80::1]:5432/x', /network interface/],
      ['postgres://u:hunter2@h:99999/x', /postgres:\/\/user:password@host/],
    ];
    const bots = await Promise.all(faults.map(([url]) => starts(url)));
    for (const [index, [url, fix]] of faults.entries()) {
      const bot = bots[index];
      expect([url, await bot?.exited]).toEqual([url, 1]);
      const lines = bot?.output().trim().split('\n') ?? [];
      expect(lines).toEqual(['Greenroom cannot start:', expect.stringMatching(fix)]);
      expect(bot?.output()).not.toMatch(/hunter2|is running/);
    }
  });

  test('waits after an error that passes or is unlisted, and says in /readyz why', async () => {
    answer = refusal('57P03', 'the database system is starting up');
    const bot = await starts(server.address);
    const body = async () => {
      const reply = await fetch(`${bot.url}/readyz`).catch(() => null);
      return reply === null ? '' : `${reply.status} ${await reply.text()}`;
    };
    await until(async () => (await body()).includes('57P03: the server is starting up'), 'the reason');
    expect(await body()).toMatch(/^503 .*"missing":\["database"/);
    answer = refusal('XX987', 'secret words of the server');
    await until(async () => (await body()).includes('XX987: see the log'), 'the other reason');
    expect(await body()).not.toContain('secret words');
    // What the process has written reaches the test a moment later than its HTTP answer.
    await until(() => bot.output().includes('secret words of the server'), 'the words in the log');
    expect(bot.output()).not.toContain('is running');
    expect(await bot.stop()).toBe(0);
  });
});
