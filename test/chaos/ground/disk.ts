import { execFile, execFileSync } from 'node:child_process';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

type Query = (sql: string) => Promise<unknown>;

/**
 * The disk under the database, which can be full. `real`: a file system of its own, in memory, filled to the last byte
 * (root on Linux may make one): tables cannot grow, and once the log of changes cannot either, the server dies and does
 * not come up before there is room. `trigger`: without that right, Postgres is made to refuse every change of three tables
 * with the very error code (53100); the server itself stays well.
 */
export interface Disk {
  readonly kind: 'real' | 'trigger';
  fill(query: Query): Promise<void>;
  free(query: Query): Promise<void>;
  remove(): Promise<void>;
  /** The same in one breath, when the process ends. */
  abandon(): void;
}

const run = promisify(execFile);
const size = '512m';

export async function smallDisk(directory: string): Promise<Disk> {
  const mounted = process.platform === 'linux' && process.getuid?.() === 0 && (await mount(directory));
  return mounted ? realDisk(directory) : triggers;
}

async function mount(directory: string): Promise<boolean> {
  await mkdir(directory, { recursive: true });
  return run('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'greenroom-chaos', directory]).then(
    () => true,
    () => false,
  );
}

function realDisk(directory: string): Disk {
  const ballast = join(directory, 'ballast');
  return {
    kind: 'real',
    async fill() {
      const file = await open(ballast, 'a');
      try {
        for (const bytes of [1 << 20, 4096]) await writeUntilFull(file.write.bind(file), Buffer.alloc(bytes));
      } finally {
        await file.close();
      }
    },
    free: () => rm(ballast, { force: true }),
    remove: async () => void (await run('umount', ['-l', directory])),
    abandon: () => void execFileSync('umount', ['-l', directory]),
  };
}

async function writeUntilFull(write: (part: Buffer) => Promise<unknown>, part: Buffer): Promise<void> {
  for (;;) {
    try {
      await write(part);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return;
      throw error;
    }
  }
}

const tables = ['event', 'delivery', 'readiness_check'];

const triggers: Disk = {
  kind: 'trigger',
  async fill(query) {
    await query(`create or replace function chaos_disk_full() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
    for (const table of tables) {
      await query(`create or replace trigger chaos_disk_full before insert or update on ${table}
        for each statement execute function chaos_disk_full()`);
    }
  },
  async free(query) {
    for (const table of tables) await query(`drop trigger if exists chaos_disk_full on ${table}`);
  },
  remove: async () => {},
  abandon: () => {},
};
