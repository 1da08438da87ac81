import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { obstacle, type ServerUser } from './folder_access.ts';
import { ELSE_SET_URL, EmbeddedUnavailable } from './unavailable.ts';

/** Where a root process puts what its own folders would hide from the server's user. */
export const SHARED_PLACE = '/var/lib/greenroom';

/** The folder of everything, made when it is not there; another one when the server's user cannot get to it. */
export function dataFolder(dataDir: string, user: ServerUser, elsewhere: string): string {
  const wished = resolve(dataDir);
  makeFolder(wished, user);
  const blocked = obstacle(wished, user);
  if (blocked === null) return wished;
  const mark = createHash('sha256').update(wished).digest('hex').slice(0, 8);
  const directory = join(elsewhere, `${basename(wished).replace(/^\.+/, '')}-${mark}`);
  makeFolder(directory, user);
  if (obstacle(directory, user) === null) return directory;
  throw new EmbeddedUnavailable(
    `The embedded database's user (uid ${user?.uid}) cannot enter ${blocked}: set GREENROOM_DATA_DIR to a folder it can enter, ${ELSE_SET_URL}.`,
  );
}

function makeFolder(folder: string, user: ServerUser): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    // Postgres refuses to run as root, so another user must get through this folder (its own part stays 0700).
    if (user !== null) chmodSync(folder, statSync(folder).mode | 0o055);
  } catch (cause) {
    throw new EmbeddedUnavailable(
      `${folder} cannot be written: set GREENROOM_DATA_DIR to a folder that can, ${ELSE_SET_URL}.`,
      { cause },
    );
  }
}

/**
 * Root may not run Postgres: then the user who owns the data, or a user id without an account. Not `nobody`: any
 * process of that user could connect as superuser. Without root the server runs as the current user.
 */
export function serverUser(dataDir: string): ServerUser {
  if (process.getuid?.() !== 0) return null;
  const own = unusedUser() ?? initUser();
  const existing = join(resolve(dataDir), 'postgres');
  if (!existsSync(existing)) return own;
  const { uid, gid } = statSync(existing);
  return uid === 0 || uid === NOBODY ? own : { uid, gid };
}

/** Who may run initdb, which insists on an entry in /etc/passwd; null: ourselves. */
export function initUser(): ServerUser {
  if (process.getuid?.() !== 0) return null;
  const line = accounts('/etc/passwd').find(([, , uid]) => uid === String(NOBODY));
  if (line === undefined) {
    throw new EmbeddedUnavailable(
      'Postgres refuses to run as root, and there is no user nobody (65534) to make its data: start Greenroom as another user, or set DATABASE_URL.',
    );
  }
  return { uid: NOBODY, gid: Number(line[3]) };
}

const NOBODY = 65534;
/** Between those that systemd gives away (systemd.io/UIDS-GIDS) these numbers are reserved for nothing. */
const UNUSED = Array.from({ length: 100 }, (_, index) => 61_000 + index);

/** A number that is no account here and that this process may become; null in a container with few numbers. */
function unusedUser(): ServerUser {
  const taken = new Set(['/etc/passwd', '/etc/group'].flatMap(accounts).map(([, , id]) => id));
  const free = UNUSED.find((id) => !taken.has(String(id)));
  const maps = ['/proc/self/uid_map', '/proc/self/gid_map'];
  if (free === undefined || !maps.every((map) => isMapped(free, map))) return null;
  return { uid: free, gid: free };
}

/** Lines: first number inside, first number outside, how many. Without user namespaces there is no such file. */
function isMapped(id: number, map: string): boolean {
  if (!existsSync(map)) return true;
  const ranges = readFileSync(map, 'utf8').trim().split('\n');
  return ranges.some((line) => {
    const [first = 0, , count = 0] = line.trim().split(/\s+/).map(Number);
    return id >= first && id < first + count;
  });
}

function accounts(file: string): string[][] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
}

/** Gives the data to the server's user: made by initdb, or by a Greenroom that ran it as `nobody`. */
export function giveTo(user: ServerUser, folder: string): void {
  if (user === null || statSync(folder).uid === user.uid) return;
  // The folder itself comes last: when this is cut off, it is done again.
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, path), user.uid, user.gid);
  chownSync(folder, user.uid, user.gid);
}

/**
 * A new private folder with a path short enough for a unix socket (107 bytes with the socket's own name): beside the data,
 * where no cleaner of temporary files comes by, or, if need be, or `elsewhere`, in a temporary one.
 */
export function socketFolder(directory: string, user: ServerUser, elsewhere: boolean): string {
  const own = join(directory, SOCKETS);
  for (const parent of [...(elsewhere ? [] : [own]), tmpdir(), '/tmp', '/var/tmp']) {
    if (Buffer.byteLength(parent) > 70) continue;
    if (parent === own) makePrivate(own, user);
    else if (!existsSync(parent) || obstacle(parent, user) !== null) continue;
    const folder = mkdtempSync(join(parent, 'greenroom-'));
    if (user !== null) chownSync(folder, user.uid, user.gid);
    return folder;
  }
  throw new EmbeddedUnavailable(
    `There is no temporary folder for the database's socket: set TMPDIR, ${ELSE_SET_URL}.`,
  );
}

/** In the folder of everything: the sockets of each server in a folder of its own. */
export const SOCKETS = 'run';

function makePrivate(folder: string, user: ServerUser): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user !== null) chownSync(folder, user.uid, user.gid);
}
