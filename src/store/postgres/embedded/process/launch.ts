import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from '../binaries.ts';
import { giveTo, SOCKETS, socketFolder } from '../data_folders.ts';
import type { ServerUser } from '../folder_access.ts';
import { answers, type Server, takeHold } from '../join_running.ts';
import { pollUntil } from '../poll_until.ts';
import { ELSE_SET_URL, EmbeddedUnavailable } from '../unavailable.ts';
import { readPostmaster } from './postmaster.ts';
import { cleanEnvironment } from './run_to_end.ts';
import { WATCHDOG } from './watchdog.ts';

export interface LaunchOptions {
  readonly data: string;
  readonly directory: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly durable: boolean;
  /** With its socket in a temporary folder: beside the data it did not work. */
  readonly elsewhere?: boolean;
}

/**
 * Starts a server and its watchdog, and waits until it answers. Throws `EmbeddedUnavailable` when the server ends first:
 * it cannot run, or another process was faster.
 */
export async function launch(options: LaunchOptions): Promise<Server> {
  giveTo(options.user, options.data);
  removeLeftSockets(options.directory);
  const folder = socketFolder(options.directory, options.user, options.elsewhere ?? false);
  const pipe = makePipe(folder, options.user);
  // For reading too: opening it for writing alone fails until the watchdog reads.
  const first = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  const logFile = join(options.directory, 'postgres.log');
  try {
    const ended = spawnServer(options, folder, logFile);
    const ours = () => readPostmaster(options.data)?.socketFolder === folder;
    await pollUntil(async () => ended() || (ours() && (await answers(folder))));
    const hold = ended() ? null : takeHold(folder);
    if (typeof hold === 'number') return { folder, hold };
    throw new EmbeddedUnavailable(
      `The embedded database did not start: ${tail(logFile)}. Fix that, ${ELSE_SET_URL}.`,
    );
  } finally {
    closeSync(first);
  }
}

/** Of servers whose machine went down; those that are just being made are left alone. */
function removeLeftSockets(directory: string): void {
  const sockets = join(directory, SOCKETS);
  if (!existsSync(sockets)) return;
  for (const name of readdirSync(sockets)) {
    const folder = join(sockets, name);
    const { mtimeMs } = statSync(folder, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs < 60_000) continue;
    const hold = takeHold(folder);
    if (typeof hold === 'number') closeSync(hold);
    else rmSync(folder, { recursive: true, force: true });
  }
}

function makePipe(folder: string, user: ServerUser): string {
  const pipe = join(folder, 'alive');
  execFileSync('mkfifo', ['-m', '600', pipe]);
  if (user !== null) chownSync(pipe, user.uid, user.gid);
  return pipe;
}

/** The answer tells whether it has ended. */
function spawnServer(options: LaunchOptions, folder: string, logFile: string): () => boolean {
  const log = openSync(logFile, 'a', 0o600);
  const server = join(options.binaries.native, 'bin', 'postgres');
  const child = spawn(
    '/bin/sh',
    ['-c', WATCHDOG, 'greenroom-postgres', folder, options.data, server, ...settings(options, folder)],
    {
      cwd: '/',
      env: cleanEnvironment(),
      // A session of its own: Ctrl-C in a terminal is for us, and we still need the database while we stop.
      detached: true,
      stdio: ['ignore', log, log],
      ...options.user,
    },
  );
  closeSync(log);
  child.unref();
  let ended = false;
  const end = () => {
    ended = true;
  };
  child.once('error', end).once('exit', end);
  return () => ended;
}

function settings(options: LaunchOptions, folder: string): string[] {
  const all = {
    listen_addresses: '',
    unix_socket_directories: folder,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '32MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Starts, stops and errors of the server. Failing statements are the application's to log, without the values in them.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...(options.durable ? {} : { fsync: 'off', full_page_writes: 'off', max_connections: '400' }),
  };
  return ['-D', options.data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-5).join(' / ');
}
