import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { giveTo, initUser } from './data_folders.ts';
import type { ServerUser } from './folder_access.ts';
import { isAlive } from './process/postmaster.ts';
import { runToEnd } from './process/run_to_end.ts';
import { ELSE_SET_URL, EmbeddedUnavailable } from './unavailable.ts';

export const SUPERUSER = 'greenroom';
export const DRAFT = 'postgres.init-';
/** What a restore has put aside. */
export const KEPT = 'postgres.before-';

/**
 * The data folder of the server, made when it is not there. initdb works in a folder of its own that is renamed when it
 * is whole: a killed initdb leaves nothing that looks like a database, and of several at once one wins.
 */
export async function initialise(
  directory: string,
  binaries: Binaries,
  user: ServerUser,
  durable: boolean,
): Promise<string> {
  const data = join(directory, 'postgres');
  await removeLeftovers(directory);
  if (!existsSync(data)) {
    refuseHalfRestored(directory, data);
    await create(directory, data, binaries, { runs: user, makes: initUser() }, durable);
  }
  refuseForeign(data, binaries);
  return data;
}

/** `runs`: whose the data will be; `makes`: who runs initdb. */
async function create(
  directory: string,
  data: string,
  binaries: Binaries,
  { runs, makes }: { readonly runs: ServerUser; readonly makes: ServerUser },
  durable: boolean,
) {
  const draft = mkdtempSync(join(directory, `${DRAFT}${process.pid}-`));
  try {
    if (makes !== null) chownSync(draft, makes.uid, makes.gid);
    const { code, output } = await runToEnd(
      join(binaries.native, 'bin', 'initdb'),
      [
        `--pgdata=${draft}`,
        `--username=${SUPERUSER}`,
        '--auth-local=trust',
        '--auth-host=reject',
        '--encoding=UTF8',
        // Unicode's upper and lower case, the same on every machine.
        ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      makes,
    );
    if (code !== 0) {
      throw new EmbeddedUnavailable(
        `The embedded database could not be made: ${output.trim()} Fix that, ${ELSE_SET_URL}.`,
      );
    }
    giveTo(runs, draft);
    renameUnlessThere(draft, data);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function renameUnlessThere(draft: string, data: string): void {
  try {
    renameSync(draft, data);
  } catch (error) {
    if (!existsSync(join(data, 'PG_VERSION'))) throw error;
  }
}

/** Drafts of processes that are gone. */
async function removeLeftovers(directory: string): Promise<void> {
  for (const name of readdirSync(directory)) {
    const owner = name.startsWith(DRAFT) ? Number.parseInt(name.slice(DRAFT.length), 10) : 0;
    if (owner === 0 || isAlive(owner)) continue;
    // Its initdb may still be writing for a moment.
    await rm(join(directory, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

/** A restore died between putting the old data aside and the new in its place: an empty database would look like a loss. */
function refuseHalfRestored(directory: string, data: string): void {
  const kept = readdirSync(directory).filter((name) => name.startsWith(KEPT));
  const newest = kept.sort().at(-1);
  if (newest === undefined) return;
  throw new EmbeddedUnavailable(
    `${data} is not there, but ${newest} beside it, which a restore has put aside: run \`npm run restore\` again, rename ${newest} back to postgres, or move it away to begin with an empty database.`,
  );
}

function refuseForeign(data: string, binaries: Binaries): void {
  const own = process.getuid?.();
  const { uid } = statSync(data);
  if (own !== 0 && own !== uid) {
    throw new EmbeddedUnavailable(
      `${data} belongs to another user (uid ${uid}): start Greenroom as that user, set GREENROOM_DATA_DIR to another folder, ${ELSE_SET_URL}.`,
    );
  }
  const major = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (major !== binaries.major) {
    throw new EmbeddedUnavailable(
      `${data} was made by Postgres ${major}, and this is Postgres ${binaries.major}: set GREENROOM_DATA_DIR to another folder, ${ELSE_SET_URL}.`,
    );
  }
}
