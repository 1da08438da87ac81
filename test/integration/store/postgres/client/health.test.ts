import pg from 'pg';
import { expect, inject, it, onTestFinished } from 'vitest';
import { createDatabase, type Database } from '../../../../../src/store/postgres/client/database.ts';
import { createHealthCheck } from '../../../../../src/store/postgres/client/health.ts';
import { quietLog } from '../../../../harness/log.ts';
import { connectionTo, createPlainDatabase, type TestDatabase } from '../../../../harness/postgres.ts';
import { until } from '../../../../harness/until.ts';

async function databaseOfOneConnection(): Promise<{ test: TestDatabase; db: Database }> {
  const test = await createPlainDatabase();
  const db = createDatabase({ connection: test.connection, log: quietLog, poolSize: 1 });
  onTestFinished(async () => {
    await db.stop();
    await test.drop();
  });
  return { test, db };
}

it('asks the database once a second at most, however many want to know, at once or one after the other', async () => {
  const { db } = await databaseOfOneConnection();
  let questions = 0;
  db.pool.on('acquire', () => {
    questions += 1;
  });
  const began = performance.now();
  expect(await Promise.all(Array.from({ length: 500 }, () => db.healthy()))).not.toContain(false);
  for (let turn = 0; turn < 500; turn += 1) expect(await db.healthy()).toBe(true);
  expect(questions).toBeGreaterThan(0);
  expect(questions).toBeLessThanOrEqual(1 + (performance.now() - began) / 1_000);
});

it('does not answer from before when a connection was lost meanwhile', async () => {
  const { test, db } = await databaseOfOneConnection();
  expect(await db.healthy()).toBe(true);
  let lost = false;
  db.pool.on('error', () => {
    lost = true;
  });
  const other = new pg.Client(connectionTo(inject('postgres').folder, 'postgres'));
  await other.connect();
  await other.query(`alter database ${test.connection.database} allow_connections false`);
  await other.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    test.connection.database,
  ]);
  await until(async () => lost, 'the loss to be known');
  expect(await db.healthy()).toBe(false);
  await other.query(`alter database ${test.connection.database} allow_connections true`);
  await other.end();
  await until(() => db.healthy(), 'a healthy database');
});

it('says no of a database that takes the question and never answers, and asks nothing more meanwhile', async () => {
  let questions = 0;
  const health = createHealthCheck(() => {
    questions += 1;
    return new Promise(() => {});
  });
  expect(await Promise.all(Array.from({ length: 20 }, health.trouble))).not.toContain(null);
  expect(await health.trouble()).toBe('no answer in time');
  expect(questions).toBe(1);
});

it('is right again after a failed question', async () => {
  const answers = [Promise.reject(new Error('away')), Promise.resolve()];
  const health = createHealthCheck(() => answers.shift() ?? Promise.resolve());
  expect(await health.trouble()).not.toBeNull();
  await until(async () => (await health.trouble()) === null, 'the next question');
  expect(answers).toEqual([]);
});
