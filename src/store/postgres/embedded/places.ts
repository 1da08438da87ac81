import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { obstacle, type ServerUser } from './reach.ts';
import { ELSE_SET_URL, EmbeddedUnavailable } from './unavailable.ts';

/** Where a root process puts what its own folders would hide from the server's user. */
export const SHARED_PLACE = '/var/lib/greenroom';

/** The folder of everything, made when it is not there; another one when the server's user cannot get to it. */
export function dataRoom(dataDir: string, user: ServerUser, elsewhere: string): string {
  const wished = resolve(dataDir);
  makeFolder(wished, user);
  const blocked = obstacle(wished, user);
  if (blocked === null) return wished;
  const mark = createHash('sha256').update(wished).digest('hex').slice(0, 8);
  const room = join(elsewhere, `${basename(wished).replace(/^\.+/, '')}-${mark}`);
  makeFolder(room, user);
  if (obstacle(room, user) === null) return room;
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
 * Root may not run Postgres: then the user who owns the data, or `nobody` (65534; initdb insists on an entry in
 * /etc/passwd). Anyone else runs it as themselves.
 */
export function serverUser(dataDir: string): ServerUser {
  if (process.getuid?.() !== 0) return null;
  const existing = join(resolve(dataDir), 'postgres');
  if (existsSync(existing)) {
    const { uid, gid } = statSync(existing);
    if (uid !== 0) return { uid, gid };
  }
  const line = passwd().find(([, , uid]) => uid === '65534');
  if (line === undefined) {
    throw new EmbeddedUnavailable(
      'Postgres refuses to run as root, and there is no user nobody (65534) to run it as: start Greenroom as another user, or set DATABASE_URL.',
    );
  }
  return { uid: 65534, gid: Number(line[3]) };
}

function passwd(): string[][] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
}

/** A new private folder with a path short enough for a unix socket (107 bytes with the socket's own name). */
export function socketFolder(user: ServerUser): string {
  for (const parent of [tmpdir(), '/tmp', '/var/tmp']) {
    if (parent.length > 70 || !existsSync(parent) || obstacle(parent, user) !== null) continue;
    const folder = mkdtempSync(join(parent, 'greenroom-'));
    if (user !== null) chownSync(folder, user.uid, user.gid);
    return folder;
  }
  throw new EmbeddedUnavailable(
    `There is no temporary folder for the database's socket: set TMPDIR, ${ELSE_SET_URL}.`,
  );
}
