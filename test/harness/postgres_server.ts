import { existsSync } from 'node:fs';
import { access, chmod, constants, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/store/postgres/embedded/start.ts';
import { migrate } from '../../src/store/postgres/start/migrate.ts';
import { quietLog } from './log.ts';
import { type Opened, oncePerRun } from './once_per_run.ts';
import { connectionTo } from './postgres.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
const TEMPLATE = 'greenroom_template';

/** One real Postgres for all lanes of a run, with a migrated template database; gone without a trace afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { value, close } = await oncePerRun('postgres', startServer);
  project.provide('postgres', value);
  return close;
}

async function startServer(): Promise<Opened<ProvidedContext['postgres']>> {
  const dataDir = await mkdtemp(join(await quickestFolder(), 'greenroom-test-'));
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, log: quietLog, durable: false });
  const folder = String(server.connection.host);
  const broken = await makeTemplate(folder);
  return {
    value: { folder, template: TEMPLATE, broken },
    async close() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const SHARED_MEMORY = '/dev/shm';
const ENOUGH_BYTES = 4 * 2 ** 30;

/** In memory where there is plenty: every new database is some 400 files, and a disk's file system makes them slowly. */
async function quickestFolder(): Promise<string> {
  try {
    await access(SHARED_MEMORY, constants.W_OK);
    const { bavail, bsize } = await statfs(SHARED_MEMORY);
    return bavail * bsize > ENOUGH_BYTES ? SHARED_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Says what is wrong with the migrations instead of failing: tests that don't need them can still run. */
async function makeTemplate(folder: string): Promise<string | null> {
  const client = new pg.Client(connectionTo(folder, 'postgres'));
  await client.connect();
  // Nobody misses what a test committed: the server need not wait for its log either.
  await client.query('alter role greenroom set synchronous_commit = off');
  await client.query(`create database ${TEMPLATE} template template0`);
  await client.end();
  try {
    if (existsSync(MIGRATIONS)) await migrate(connectionTo(folder, TEMPLATE), MIGRATIONS, quietLog);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
