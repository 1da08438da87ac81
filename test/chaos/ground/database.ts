import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findBinaries, usableBinaries } from '../../../src/store/postgres/embedded/binaries.ts';
import { connectionTo, ensureDatabase } from '../../../src/store/postgres/embedded/connection.ts';
import { SHARED_PLACE, serverUser, socketFolder } from '../../../src/store/postgres/embedded/data_folders.ts';
import { initialise } from '../../../src/store/postgres/embedded/initialise.ts';
import { cleanEnvironment } from '../../../src/store/postgres/embedded/process/run_to_end.ts';
import { type Disk, smallDisk } from './disk.ts';
import { pause, within } from './wait.ts';

/** A Postgres of the run's own, to be ill-treated. */
export interface ChaosDatabase {
  /** Its unix socket: where cables are laid to. */
  readonly socket: string;
  /** How its disk is filled. */
  readonly disk: Disk['kind'];
  /** Runs a statement over a connection of its own; waits for a server that is away. */
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The server dies at once, as with its machine, and another one takes over what was committed. */
  failover(downMs: number): Promise<void>;
  /** Nothing more can be written. */
  fillDisk(ms: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startDatabase(): Promise<ChaosDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'greenroom-chaos-'));
  await chmod(directory, 0o755);
  const disk = await smallDisk(directory);
  const user = serverUser(directory);
  const binaries = usableBinaries(findBinaries(), user, user === null ? directory : SHARED_PLACE);
  const data = await initialise(directory, binaries, user, false);
  const folder = socketFolder(directory, user, true);
  const log = openSync(join(directory, 'postgres.log'), 'a', 0o600);
  let wanted = true;
  let down = false;
  let server: ChildProcess | null = null;

  /** As whatever watches over a server does: what ends is started again, until it runs. */
  const keepRunning = async () => {
    while (wanted) {
      if (down) {
        await pause(20);
        continue;
      }
      server = spawn(join(binaries.native, 'bin', 'postgres'), ['-D', data, ...settings(folder)], {
        cwd: '/',
        env: cleanEnvironment(),
        stdio: ['ignore', log, log],
        ...user,
      });
      await once(server, 'exit');
      await pause(100);
    }
  };
  const kept = keepRunning();
  // Whoever ends the run before its end leaves no server behind.
  process.once('exit', () => {
    if (wanted) server?.kill('SIGQUIT');
    if (wanted) disk.abandon();
  });

  const query = async <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> => {
    for (let tries = 0; ; tries += 1) {
      const client = new pg.Client({ ...connectionTo(folder), connectionTimeoutMillis: 2_000 });
      client.on('error', () => {});
      try {
        await client.connect();
        return (await client.query<Row>(sql, [...values])).rows;
      } catch (error) {
        if (tries > 100) throw error;
        await pause(200);
      } finally {
        await client.end().catch(() => {});
      }
    }
  };
  const started = await within(30_000, () =>
    ensureDatabase(folder).then(
      () => true,
      () => false,
    ),
  );
  if (started === null)
    throw new Error(`Postgres did not start; its log is ${join(directory, 'postgres.log')}`);

  return {
    socket: join(folder, '.s.PGSQL.5432'),
    disk: disk.kind,
    query,
    async failover(downMs) {
      down = true;
      const dying = server;
      dying?.kill('SIGQUIT');
      if (dying !== null && dying.exitCode === null) await once(dying, 'exit');
      await pause(downMs);
      down = false;
      await query('select 1');
    },
    async fillDisk(ms) {
      await disk.fill(query);
      await pause(ms);
      await disk.free(query);
      await query('select 1');
    },
    async stop() {
      wanted = false;
      server?.kill('SIGINT');
      await kept;
      await disk.remove();
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function settings(folder: string): string[] {
  const all = {
    listen_addresses: '',
    unix_socket_directories: folder,
    unix_socket_permissions: '0700',
    max_connections: '200',
    shared_buffers: '64MB',
    // Small, so that a full disk stops the log of changes too, as it does in earnest.
    min_wal_size: '32MB',
    max_wal_size: '96MB',
    timezone: 'UTC',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
