import pg from 'pg';
import { SUPERUSER } from './initialise.ts';

const DATABASE = 'greenroom';

export function connectionTo(folder: string, database: string = DATABASE): pg.PoolConfig {
  return { host: folder, port: 5432, user: SUPERUSER, database };
}

/** For libraries that want text. The host in the query wins over the one before it. */
export function connectionStringTo(folder: string, database: string = DATABASE): string {
  return `postgresql://${SUPERUSER}@localhost:5432/${database}?host=${encodeURIComponent(folder)}`;
}

/** Runs one statement on the server's own database, over a connection of its own. */
export async function ask<Row extends object>(folder: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ ...connectionTo(folder, 'postgres'), connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Makes our database when it is not there; another process may be making it too. */
export async function ensureDatabase(folder: string): Promise<void> {
  const found = await ask(folder, `select from pg_database where datname = '${DATABASE}'`);
  if (found.length > 0) return;
  await ask(folder, `create database ${DATABASE}`).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // 42P04: it exists now; 23505: it came to be at the very same moment.
    if (code !== '42P04' && code !== '23505') throw error;
  });
}
