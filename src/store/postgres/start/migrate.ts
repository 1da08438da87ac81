import { runMigrations } from 'graphile-worker';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { retry } from '../../../concurrency/retry.ts';
import type { Log } from '../../../log.ts';
import { endClient } from '../client/end_client.ts';
import { workerLogger } from '../jobs/worker_logger.ts';

/**
 * A migration that waits for a table blocks every later query of it. So it gives up after this, and before Postgres looks for a
 * deadlock (1 s), whose victim may be a person's change in an older process.
 */
const LOCK_MS = 500;
/** A statement may take as long as it takes, so TCP notices a server that is gone: after 20 s without a sign of life. */
const WATCHED = { connectionTimeoutMillis: 10_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000 };
const BACKOFF = { firstMs: 200, longestMs: 5_000 };
/** Postgres, appendix A: lock not available, deadlock. */
const BUSY = new Set(['55P03', '40P01']);

/**
 * Brings the database up to date: the queue's own tables, then the SQL files of `dir` in the order of their names
 * (forward only, all in one transaction). Replicas that start together wait for each other; what an older replica or a
 * backup holds is waited for in many short tries. `aborted` ends the waiting.
 */
export async function migrate(
  connection: pg.ClientConfig,
  dir: string,
  log: Log,
  aborted?: AbortSignal,
): Promise<void> {
  await retry(() => migrateOnce(connection, dir, log), {
    delay: BACKOFF,
    retryIf: isBusy,
    ...(aborted === undefined ? {} : { signal: aborted }),
    onRetry: (error) =>
      log.warn({ reason: String(error) }, 'The migration waits for a table that is in use, and tries again'),
  });
}

function isBusy(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && BUSY.has(String(error.code));
}

async function migrateOnce(connection: pg.ClientConfig, dir: string, log: Log): Promise<void> {
  const client = new pg.Client({ ...connection, ...WATCHED });
  client.on('error', (error) => log.warn({ reason: error.message }, 'Lost the connection of the migration'));
  const complaints: string[] = [];
  await client.connect();
  try {
    // A limit of the role or the database is not meant for migrations.
    await client.query('set statement_timeout = 0');
    // Held until the connection ends. graphile-worker's own way with two at a time is to try twice.
    await client.query(`select pg_advisory_lock(hashtext('greenroom: migrate'))`);
    await migrateQueue(connection, log);
    await client.query(`set lock_timeout = ${LOCK_MS}`);
    await runner({
      dbClient: client,
      dir,
      direction: 'up',
      migrationsTable: 'migration',
      // The default is to fail when another replica is at it.
      advisoryLockMode: 'wait',
      singleTransaction: true,
      logger: quiet(log, complaints),
    });
  } catch (error) {
    if (!isBusy(error)) for (const complaint of complaints) log.error(complaint);
    throw error;
  } finally {
    await endClient(client);
  }
}

/** The queue's tables live in schema `graphile_worker` and are graphile-worker's own business. */
async function migrateQueue(connection: pg.ClientConfig, log: Log): Promise<void> {
  const pool = new pg.Pool({ ...connection, ...WATCHED, max: 1 });
  pool.on('error', (error) => log.warn({ reason: error.message }, 'Lost the connection of the migration'));
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await runMigrations({ pgPool: pool, logger: workerLogger(log) });
  } finally {
    await pool.end();
  }
}

/** An error of a migration holds the whole file: it is logged when the file is at fault, not when a lock is only waited for. */
function quiet(log: Log, complaints: string[]) {
  const debug = (message: string) => log.debug(message);
  return { debug, info: debug, warn: debug, error: (message: string) => void complaints.push(message) };
}
