import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { CommandError } from '../command_error.ts';
import { databaseError } from '../database_error.ts';
import { copyFile } from './durable_copy.ts';
import type { Filled } from './folder.ts';
import { checkTool, runTool } from './postgres_tool.ts';

const DUMP = 'database.dump';

/** Dumps the database as it is at this moment, while Greenroom runs, into the folder of a backup. */
export async function dumpExternal(url: string, backup: string): Promise<Filled> {
  return await connected(url, async (client) => {
    const server = await majorOf(client);
    await checkTool('pg_dump', server);
    const draft = join(backup, `${DUMP}.draft`);
    await runTool('pg_dump', ['--format=custom', '--no-owner', '--no-privileges', `--file=${draft}`], url);
    const copied = await copyFile(draft, join(backup, DUMP));
    await rm(draft);
    return {
      database: { kind: 'external', postgres: String(server) },
      folders: [],
      files: [{ path: DUMP, ...copied }],
    };
  });
}

/** Fills an empty database, all or nothing. */
export async function restoreExternal(backup: string, url: string): Promise<string[]> {
  return await connected(url, async (client) => {
    await checkTool('pg_restore', await majorOf(client));
    // A Greenroom that starts meanwhile waits with its migrations (store/postgres/start/migrate.ts).
    await client.query(`select pg_advisory_lock(hashtext('greenroom: migrate'))`);
    await refuseOccupied(client);
    const whole = ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges'];
    await runTool('pg_restore', [...whole, `--dbname=${client.database}`, join(backup, DUMP)], url);
    return [`The database ${client.database} is back.`];
  });
}

async function refuseOccupied(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select from pg_tables where schemaname not in ('pg_catalog', 'information_schema') limit 1`,
  );
  if (rows.length === 0) return;
  throw new CommandError(
    `The database ${client.database} is not empty, and is never overwritten. Make a new one (createdb), and restore with DATABASE_URL set to it.`,
  );
}

async function majorOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  return rows[0]?.version ?? 0;
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw databaseError(error);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
