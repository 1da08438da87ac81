import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import pg from 'pg';
import type { Storage } from '../../config/storage.ts';
import { findBinaries } from '../../store/postgres/embedded/binaries.ts';
import { connectionTo } from '../../store/postgres/embedded/connection.ts';
import { readPostmaster } from '../../store/postgres/embedded/process/postmaster.ts';
import { ELSE_SET_URL, EmbeddedUnavailable } from '../../store/postgres/embedded/unavailable.ts';
import { readSealedSamples, type SealedSample } from '../../store/workspaces/sealed_samples.ts';
import { embeddedPlace } from '../backup/embedded.ts';

const TIMEOUT_MS = 5_000;

/** How the database can be asked now; `idle`: the embedded one, which runs only while Greenroom does. */
export type DatabaseAccess =
  | { readonly kind: 'open'; readonly connection: pg.ClientConfig }
  | { readonly kind: 'idle'; readonly version: string };

/** Starts nothing. Throws `EmbeddedUnavailable`, whose message is a sentence with the fix. */
export function findDatabase(database: Storage['database']): DatabaseAccess {
  if (database.kind === 'external')
    return { kind: 'open', connection: { connectionString: database.url.reveal() } };
  const { major } = findBinaries();
  const { dataDir } = database;
  if (!isWritable(dataDir))
    throw new EmbeddedUnavailable(
      `The folder of GREENROOM_DATA_DIR cannot be written: set it to one that can, ${ELSE_SET_URL}.`,
    );
  const running = existsSync(dataDir) ? readPostmaster(embeddedPlace(dataDir).data) : null;
  const folder = running?.socketFolder ?? null;
  return folder === null
    ? { kind: 'idle', version: major }
    : { kind: 'open', connection: connectionTo(folder) };
}

/** Can this folder be written, or made where it is not there? Makes nothing. */
export function isWritable(folder: string): boolean {
  let path = resolve(folder);
  while (!existsSync(path) && path !== dirname(path)) path = dirname(path);
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Undefined table: Greenroom never ran on this database. */
const NO_TABLE = '42P01';

/** What is stored; `unreadable`: the database is away, `idle`: the embedded one does not run now. */
export type StoredSecrets = readonly SealedSample[] | 'unreadable' | 'idle';

/** A stored secret for each key that sealed any. */
export async function sampleSecrets(access: DatabaseAccess): Promise<StoredSecrets> {
  if (access.kind === 'idle') return 'idle';
  const timeouts = { connectionTimeoutMillis: TIMEOUT_MS, query_timeout: TIMEOUT_MS };
  const client = new pg.Client({ ...access.connection, ...timeouts });
  client.on('error', () => {});
  try {
    await client.connect();
    const query = async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows;
    return await readSealedSamples({ query, traceparent: () => null });
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === NO_TABLE ? [] : 'unreadable';
  } finally {
    await client.end().catch(() => {});
  }
}
