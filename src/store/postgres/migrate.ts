import { runMigrations } from 'graphile-worker';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import type { Log } from '../../log.ts';
import { workerLogger } from './worker_logger.ts';

/**
 * Brings the database up to date: the queue's own tables, then the SQL files of `dir` in the order of their names
 * (forward only, all in one transaction). Replicas that start together wait for each other.
 */
export async function migrate(connection: pg.ClientConfig, dir: string, log: Log): Promise<void> {
  const client = new pg.Client({ ...connection, statement_timeout: 0 });
  client.on('error', (error) => log.warn({ reason: error.message }, 'Lost the connection of the migration'));
  await client.connect();
  try {
    // Held until the connection ends. graphile-worker's own way with two at a time is to try twice.
    await client.query(`select pg_advisory_lock(hashtext('greenroom: migrate'))`);
    await migrateQueue(connection, log);
    await runner({
      dbClient: client,
      dir,
      direction: 'up',
      migrationsTable: 'migration',
      // The default is to fail when another replica is at it.
      advisoryLockMode: 'wait',
      singleTransaction: true,
      logger: quiet(log),
    });
  } finally {
    await client.end();
  }
}

/** The queue's tables live in schema `graphile_worker` and are graphile-worker's own business. */
async function migrateQueue(connection: pg.ClientConfig, log: Log): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 1 });
  pool.on('error', (error) => log.warn({ reason: error.message }, 'Lost the connection of the migration'));
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await runMigrations({ pgPool: pool, logger: workerLogger(log) });
  } finally {
    await pool.end();
  }
}

function quiet(log: Log) {
  return {
    debug: (message: string) => log.debug(message),
    info: (message: string) => log.debug(message),
    warn: (message: string) => log.warn(message),
    error: (message: string) => log.error(message),
  };
}
