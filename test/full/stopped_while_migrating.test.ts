import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { startBot } from '../../sandbox/bot.ts';
import { startSimulators } from '../../sandbox/simulators/start_simulators.ts';
import { vaultKey } from '../e2e/stage.ts';
import { createTestDatabase } from '../harness/postgres.ts';
import { until } from '../harness/until.ts';

test('a process that is told to stop while it migrates ends after that, also while Slack is down', async () => {
  const [database, simulators] = [await createTestDatabase(), await startSimulators()];
  const otherReplica = new pg.Client(database.connection);
  await otherReplica.connect();
  await otherReplica.query(`select pg_advisory_lock(hashtext('greenroom: migrate'))`);
  simulators.slack.faults.down('503');
  const bot = await startBot(simulators, {
    transport: 'socket',
    program: [inject('program')],
    env: { DATABASE_URL: database.connectionString, VAULT_KEYS: vaultKey },
  });
  onTestFinished(async () => {
    await bot.kill();
    await simulators.stop();
    await database.drop();
  });
  const waits = `select from pg_locks join pg_database on pg_database.oid = database
    where datname = current_database() and locktype = 'advisory' and not granted`;
  await until(async () => (await database.db.query(waits)).length > 0, 'it to wait for its turn to migrate');
  const exit = bot.stop();
  await until(() => bot.output().includes('"msg":"Stopping"'), 'the end to begin');
  await otherReplica.end();
  expect(await exit).toBe(0);
  expect(simulators.slack.inspector.calls('auth.test')).toEqual([]);
});
