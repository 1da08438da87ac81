import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../../../src/store/postgres/start/migrate.ts';
import { quietLog } from '../../../../harness/log.ts';
import { createPlainDatabase, createTestDatabase } from '../../../../harness/postgres.ts';
import { MIGRATIONS } from '../migrations.ts';

async function plain() {
  const database = await createPlainDatabase();
  onTestFinished(() => database.drop());
  return database;
}

async function folder(files: Record<string, string>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'greenroom-migrations-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  for (const [name, sql] of Object.entries(files)) await writeFile(join(dir, name), sql);
  return dir;
}

it('replicas that start together on an empty database all succeed, and each file runs once', async () => {
  const { connection, db } = await plain();
  await Promise.all([1, 2, 3, 4].map(() => migrate(connection, MIGRATIONS, quietLog)));
  const names = await db.query<{ name: string }>('select name from migration order by id');
  expect(names.map((row) => row.name)).toEqual(['0001_note', '0002_schedule_run']);
});

it('jobs can be added after it', async () => {
  const { connection, db } = await plain();
  await migrate(connection, MIGRATIONS, quietLog);
  const [row] = await db.query(
    `select to_regprocedure('graphile_worker.add_job(text, json, text, timestamptz, int, text, int, text[], text)') is not null as there`,
  );
  expect(row).toEqual({ there: true });
});

it('an empty folder is fine', async () => {
  const { connection } = await plain();
  await migrate(connection, await folder({}), quietLog);
});

it('a file that fails leaves nothing of its batch behind, and the corrected file runs later', async () => {
  const { connection, db } = await plain();
  const good = { '0001_a.sql': 'create table a (id int)' };
  await expect(
    migrate(connection, await folder({ ...good, '0002_b.sql': 'create tabel b' }), quietLog),
  ).rejects.toThrow('syntax error');
  expect(await db.query(`select to_regclass('a') is null as gone`)).toEqual([{ gone: true }]);
  await migrate(connection, await folder({ ...good, '0002_b.sql': 'create table b (id int)' }), quietLog);
  expect(await db.query(`select to_regclass('b') is not null as there`)).toEqual([{ there: true }]);
});

it('the migrations of the project apply to an empty database', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  expect(await database.db.healthy()).toBe(true);
});
