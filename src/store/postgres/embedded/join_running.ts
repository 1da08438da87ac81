import { closeSync, constants, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from './connection.ts';
import { pollUntil } from './poll_until.ts';
import { isAlive, readPostmaster } from './process/postmaster.ts';

const PIPE = 'alive';

/** A server we keep alive, by holding its pipe open. */
export interface Server {
  /** Holds the socket and the pipe. */
  readonly folder: string;
  readonly hold: number;
}

/** Our own hold on the server that runs on this data; null when none does (any more). */
export async function joinRunning(data: string): Promise<Server | null> {
  const folder = await folderOfRunning(data);
  if (folder === null) return null;
  const hold = takeHold(folder);
  if (typeof hold === 'number') {
    await pollUntil(async () => (await answers(folder)) || readPostmaster(data) === null);
    if (readPostmaster(data)?.socketFolder === folder) return { folder, hold };
    closeSync(hold);
    return null;
  }
  const pid = readPostmaster(data)?.pid;
  if (pid === undefined) return null;
  // Its watchdog was killed: without one it would never stop. With no pipe, it is already stopping, or the pipe was removed
  // and the watchdog makes it again.
  if (hold === 'unwatched') process.kill(pid, 'SIGINT');
  let again = false;
  await pollUntil(() => {
    again = hold === 'stopping' && existsSync(join(folder, PIPE));
    return again || !isAlive(pid);
  });
  return again ? await joinRunning(data) : null;
}

async function folderOfRunning(data: string): Promise<string | null> {
  let folder: string | null = null;
  await pollUntil(() => {
    const running = readPostmaster(data);
    folder = running?.socketFolder ?? null;
    return running === null || folder !== null;
  });
  return folder;
}

/** Opens the pipe for writing, without waiting for a reader. */
export function takeHold(folder: string): number | 'unwatched' | 'stopping' {
  try {
    return openSync(join(folder, PIPE), constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENXIO') return 'unwatched';
    if (code === 'ENOENT') return 'stopping';
    throw error;
  }
}

export function answers(folder: string): Promise<boolean> {
  return ask(folder, 'select 1').then(
    () => true,
    () => false,
  );
}
