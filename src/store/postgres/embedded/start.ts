import { closeSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import type { Log } from '../../../log.ts';
import { findBinaries, usableBinaries } from './binaries.ts';
import { connectionStringTo, connectionTo, ensureDatabase } from './connection.ts';
import { dataFolder, SHARED_PLACE, serverUser } from './data_folders.ts';
import { initialise } from './initialise.ts';
import { joinRunning, type Server } from './join_running.ts';
import { pollUntil } from './poll_until.ts';
import { type LaunchOptions, launch } from './process/launch.ts';

export interface EmbeddedOptions {
  /** Made when it is not there. */
  readonly dataDir: string;
  readonly log: Log;
  /** false is for tests: faster, and data may be lost when the machine (not the process) dies. Default true. */
  readonly durable?: boolean;
  /** Where a root process puts what the server's user could not reach otherwise. Default /var/lib/greenroom. */
  readonly sharedPlace?: string;
}

export interface EmbeddedPostgres {
  readonly connection: pg.PoolConfig;
  readonly connectionString: string;
  /** Lets go of the server, which stops when no other process holds it. Close your own connections first. */
  stop(): Promise<void>;
}

/**
 * A running Postgres with its data below `dataDir`: the one that runs there already, or a new one. It lives until the
 * last process that started or joined it has stopped or died. Throws `EmbeddedUnavailable`, whose message holds the fix.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const shared = options.sharedPlace ?? SHARED_PLACE;
  const user = serverUser(options.dataDir);
  const directory = dataFolder(options.dataDir, user, shared);
  if (directory !== resolve(options.dataDir)) {
    options.log.warn(
      { folder: directory },
      'The database user cannot enter the data folder: its data is here instead',
    );
  }
  const binaries = usableBinaries(findBinaries(), user, user === null ? directory : shared);
  const durable = options.durable ?? true;
  const data = await initialise(directory, binaries, user, durable);
  const server = await joinOrLaunch({ data, directory, binaries, user, durable });
  await ensureDatabase(server.folder);
  let leaving: Promise<void> | undefined;
  return {
    connection: connectionTo(server.folder),
    connectionString: connectionStringTo(server.folder),
    stop() {
      leaving ??= leave(server);
      return leaving;
    },
  };
}

/** Of several processes that launch at once Postgres lets one win; the others find it at their next look. */
async function joinOrLaunch(options: LaunchOptions): Promise<Server> {
  let lastFailure: unknown;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const running = await joinRunning(options.data);
    if (running !== null) return running;
    try {
      // Some file systems hold no sockets.
      return await launch({ ...options, elsewhere: attempt > 1 });
    } catch (failure) {
      lastFailure = failure;
    }
  }
  throw lastFailure;
}

/** Waits for the server to be gone, unless others hold it: then its watchdog leaves the pipe where it is. */
async function leave(server: Server): Promise<void> {
  closeSync(server.hold);
  const last = await pollUntil(() => !existsSync(join(server.folder, 'alive')), 1_000).then(
    () => true,
    () => false,
  );
  if (last) await pollUntil(() => !existsSync(server.folder));
}
