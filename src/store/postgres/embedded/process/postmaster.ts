import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The server that runs on a data folder, as its `postmaster.pid` says. */
export interface Postmaster {
  readonly pid: number;
  /** null in the first moments of its life. */
  readonly socketFolder: string | null;
}

/** The server that runs on this data folder. A `postmaster.pid` left by a server that was killed does not count. */
export function readPostmaster(data: string): Postmaster | null {
  const file = join(data, 'postmaster.pid');
  const text = readOrNull(file);
  if (text === null) return null;
  // Lines: pid, data folder, start time, port, socket folder, address, shared memory, status.
  const [first = '', , , , socketFolder = ''] = text.split('\n');
  const pid = Number.parseInt(first, 10);
  if (!Number.isInteger(pid) || !isAlive(pid)) return null;
  if (!isPostgres(pid)) {
    // The number went to another program, and Postgres would take that for a running server.
    if (readOrNull(file) === text) rmSync(file, { force: true });
    return null;
  }
  return { pid, socketFolder: socketFolder.startsWith('/') ? socketFolder : null };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isPostgres(pid: number): boolean {
  try {
    const name =
      readOrNull(`/proc/${pid}/comm`) ?? execFileSync('ps', ['-o', 'comm=', '-p', String(pid)]).toString();
    return name.includes('postgres');
  } catch {
    return false;
  }
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
