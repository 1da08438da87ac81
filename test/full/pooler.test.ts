import { afterAll, expect, inject, onTestFinished, test } from 'vitest';
import { startBot } from '../../sandbox/bot.ts';
import { startSimulators } from '../../sandbox/simulators/start_simulators.ts';
import { channel, registers } from '../e2e/acts.ts';
import { transports, useStage, vaultKey } from '../e2e/stage.ts';
import { describeWithPgBouncer, type PgBouncer, startPgBouncer } from '../harness/pgbouncer.ts';
import { createTestDatabase } from '../harness/postgres.ts';

describeWithPgBouncer.each(transports)('behind a pooler in session mode, over %s', (transport) => {
  let pooler: PgBouncer | null = null;
  const stage = useStage(transport, {
    env: { LOG_LEVEL: 'info' },
    databaseUrl: async (database) => {
      pooler = await startPgBouncer(database.connection, 'session');
      return pooler.address;
    },
  });
  afterAll(() => pooler?.stop());

  test('an app is registered, checked and shown, new jobs are started at once, and no warning is printed', async () => {
    const ana = stage.person('ana');
    await registers(ana, { name: 'Pooled', credentials: stage.pair() });
    await ana.sees(channel, /^Pooled[\s\S]*Passed:[^·\n]*credentials/);
    const [listening] = await stage.database.db.query<{ count: number }>(
      `select count(*)::int from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
    );
    expect(listening?.count).toBeGreaterThanOrEqual(2);
    expect(stage.bot.output()).not.toMatch(/"level":[456]0/);
  });
});

describeWithPgBouncer('behind a pooler that shares connections', () => {
  test.each(['transaction', 'statement'] as const)(
    'in %s mode the start ends with one line that says what to do',
    async (mode) => {
      const database = await createTestDatabase();
      const [simulators, pooler] = [await startSimulators(), await startPgBouncer(database.connection, mode)];
      onTestFinished(async () => {
        await simulators.stop();
        await pooler.stop();
        await database.drop();
      });
      const bot = await startBot(simulators, {
        transport: 'http',
        program: [inject('program')],
        env: { DATABASE_URL: pooler.address, VAULT_KEYS: vaultKey },
      });
      expect(await bot.exited).toBe(1);
      expect(bot.output().trim().split('\n')).toEqual([
        'Greenroom cannot start:',
        expect.stringMatching(/connection pooler.*pool_mode=session/),
      ]);
    },
  );
});
