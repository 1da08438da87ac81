import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLog } from '../src/log.ts';
import { createDatabase, type Database } from '../src/store/postgres/client/database.ts';
import { startEmbeddedPostgres } from '../src/store/postgres/embedded/start.ts';
import { migrate } from '../src/store/postgres/start/migrate.ts';
import type { Server } from './processes.ts';
import { startStub } from './servers.ts';

/** A fresh, migrated database, a stub of Slack, Zoom and StackOne, and whatever servers a measure starts. */
export interface Stage {
  readonly databaseUrl: string;
  readonly db: Database;
  readonly stub: Server;
  /** Ends with the stage. */
  keep(starting: Promise<Server>): Promise<Server>;
}

export async function withStage<T>(work: (stage: Stage) => Promise<T>): Promise<T> {
  const log = createLog({ level: 'silent' });
  const dataDir = await mkdtemp(join(tmpdir(), 'greenroom-bench-'));
  const { connection, connectionString, stop } = await startEmbeddedPostgres({ dataDir, log });
  const db = createDatabase({ connection, log });
  const servers: Server[] = [];
  const keep = async (starting: Promise<Server>) => {
    const server = await starting;
    servers.push(server);
    return server;
  };
  try {
    await migrate(connection, fileURLToPath(new URL('../migrations', import.meta.url)), log);
    const stub = await keep(startStub());
    return await work({ databaseUrl: connectionString, db, stub, keep });
  } finally {
    for (const server of servers.reverse()) await server.stop();
    await db.stop();
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
