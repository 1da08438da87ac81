import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { createDatabase, type Database } from '../../src/store/postgres/client/database.ts';
import { migrate } from '../../src/store/postgres/start/migrate.ts';
import { quietLog } from './log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run; `broken` says why the project's migrations could not be applied to the template. */
    postgres: { folder: string; template: string; broken: string | null };
  }
}

export interface TestDatabase {
  readonly connection: pg.PoolConfig;
  readonly connectionString: string;
  readonly db: Database;
  /** Closes `db`, ends every other connection, removes the database. */
  drop(): Promise<void>;
}

/** A database of its own with all migrations of the project and the queue's tables; about 35 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { template, broken } = inject('postgres');
  if (broken !== null) throw new Error(`The migrations of the project fail: ${broken}`);
  return await create(`template ${template} strategy file_copy`);
}

/**
 * One database for the tests of a file or a `describe`; each test finds it as the migrations left it. Emptying it is
 * several times cheaper than a new one, and the connections stay open.
 */
export function useTestDatabase(): { readonly database: TestDatabase } {
  let database: TestDatabase | null = null;
  let reset = '';
  const present = (): TestDatabase => {
    if (database === null) throw new Error('the database is not created yet');
    return database;
  };
  beforeAll(async () => {
    database = await createTestDatabase();
    reset = await resetStatement(database.db);
  });
  afterEach(async () => {
    await present().db.tx((tx) => tx.query(reset));
  });
  afterAll(() => database?.drop());
  return {
    get database() {
      return present();
    },
  };
}

/**
 * Deletes what the tests wrote, but not what the migrations filled; as a replica, or the trigger of `event` would refuse.
 * Not `truncate`: that gives every table and index a new file, and every connection plans all its statements again. The
 * locks wait for writers that a test left behind, as `truncate` would.
 */
async function resetStatement(db: Database): Promise<string> {
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker') and tablename <> '_private_tasks'`,
  );
  const empty: string[] = [];
  for (const { name } of tables) {
    const [filled] = await db.query(`select from ${name} limit 1`);
    if (filled === undefined) empty.push(name);
  }
  const sequences = await db.query<{ name: string }>(
    `select s.oid::regclass::text as name from pg_class s
     join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
     where s.relkind = 'S' and d.refobjid = any ($1::text[]::regclass[])`,
    [empty],
  );
  return [
    'set local session_replication_role = replica',
    `lock table ${empty.join(', ')} in share row exclusive mode`,
    ...empty.map((name) => `delete from ${name}`),
    ...sequences.map(({ name }) => `select setval('${name}', 1, false)`),
  ].join(';\n');
}

/** A database with only the queue's tables and the SQL files of `migrations`, or with nothing at all. */
export async function createPlainDatabase(migrations?: string): Promise<TestDatabase> {
  const database = await create('template template0');
  if (migrations !== undefined) await migrate(database.connection, migrations, quietLog);
  return database;
}

async function create(from: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(`create database ${name} ${from}`);
  const { folder } = inject('postgres');
  const connection = connectionTo(folder, name);
  // A story may hold a table for as long as it takes somebody to need it.
  const db = createDatabase({ connection, log: quietLog, idleInTransactionMs: 0 });
  return {
    connection,
    connectionString: `postgresql://greenroom@localhost:5432/${name}?host=${encodeURIComponent(folder)}`,
    db,
    async drop() {
      await db.stop();
      await onServer(`drop database if exists ${name} with (force)`);
    },
  };
}

export function connectionTo(folder: string, database: string): pg.PoolConfig {
  return { host: folder, port: 5432, user: 'greenroom', database };
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client(connectionTo(inject('postgres').folder, 'postgres'));
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
