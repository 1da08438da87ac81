import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Who the server runs as; null: as ourselves. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

const EXECUTE = 0o1;
const READ = 0o4;

/**
 * The first thing that keeps this user from using `path`: the path itself, or a folder above it that the user may not
 * enter. null: nothing does. Asks the permission bits, so it also answers for another user.
 */
export function obstacle(path: string, user: ServerUser): string | null {
  if (user === null) return null;
  const real = realpathSync(path);
  if (!allows(real, user, READ | EXECUTE)) return real;
  for (let folder = dirname(real); ; folder = dirname(folder)) {
    if (!allows(folder, user, EXECUTE)) return folder;
    if (folder === dirname(folder)) return null;
  }
}

function allows(path: string, user: { uid: number; gid: number }, wish: number): boolean {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & wish) === wish;
}
