import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { findBinaries } from '../../store/postgres/embedded/binaries.ts';
import { dataFolder, SHARED_PLACE, serverUser } from '../../store/postgres/embedded/data_folders.ts';
import type { ServerUser } from '../../store/postgres/embedded/folder_access.ts';
import { DRAFT, KEPT } from '../../store/postgres/embedded/initialise.ts';
import { readPostmaster } from '../../store/postgres/embedded/process/postmaster.ts';
import { CommandError } from '../command_error.ts';
import { type Manifest, sha256Of } from './backup_manifest.ts';
import { copyFile, copyFiles, listFolder, makeFolders, syncFolder, syncFolders } from './durable_copy.ts';
import type { Filled } from './folder.ts';

/** Where the data of the database stands in a backup. */
const DATA = 'postgres';
/** Postgres writes it at every start and stop. */
const CONTROL = join('global', 'pg_control');
const NOTE_OF_SERVER = 'postmaster.pid';
const platform = `${process.platform}-${process.arch}`;

export interface EmbeddedPlace {
  readonly directory: string;
  readonly data: string;
  readonly user: ServerUser;
}

/** Copies the data of the stopped database into the folder of a backup. */
export async function copyEmbedded(dataDir: string, backup: string): Promise<Filled> {
  const { data } = existsSync(dataDir) ? embeddedPlace(dataDir) : { data: '' };
  if (!existsSync(join(data, CONTROL))) {
    throw new CommandError(
      `There is no database in ${dataDir}: nothing to back up. Set GREENROOM_DATA_DIR to where it is, or DATABASE_URL.`,
    );
  }
  refuseRunning(dataDir, data);
  const { folders, files } = await listFolder(data);
  await makeFolders(join(backup, DATA), ['', ...folders]);
  // First: when a server was started while the rest was copied, this file is another one, and data may have changed.
  const control = await copyFile(join(data, CONTROL), join(backup, DATA, CONTROL));
  const others = files.filter((path) => path !== CONTROL && path !== NOTE_OF_SERVER);
  const copied = await copyFiles(data, join(backup, DATA), others);
  refuseRunning(dataDir, data);
  if ((await sha256Of(join(data, CONTROL))) !== control.sha256) throw new CommandError(running(dataDir));
  return {
    database: { kind: 'embedded', postgres: findBinaries().major, platform },
    folders: folders.map((folder) => join(DATA, folder)),
    files: [{ path: CONTROL, ...control }, ...copied].map((file) => ({
      ...file,
      path: join(DATA, file.path),
    })),
  };
}

/** Puts the data of a backup where Greenroom looks for it. What stood there is kept; the answer says where. */
export async function restoreEmbedded(
  backup: string,
  manifest: Manifest,
  dataDir: string,
  force: boolean,
): Promise<string[]> {
  refuseOtherServer(manifest);
  const { directory, data, user } = embeddedPlace(dataDir);
  refuseRunning(dataDir, data);
  const occupied = existsSync(data);
  if (occupied && !force) {
    throw new CommandError(
      `${data} holds a database already. Add --force to put the backup in its place: the present one is then kept beside it.`,
    );
  }
  // By this name a start of Greenroom clears it away when we are killed.
  const draft = mkdtempSync(join(directory, `${DRAFT}${process.pid}-`));
  try {
    await copyBack(backup, manifest, draft, user);
    refuseRunning(dataDir, data);
    const kept = join(directory, `${KEPT}${Date.now()}`);
    if (occupied) await rename(data, kept);
    await rename(draft, data);
    await syncFolder(directory);
    return [
      `The database is back in ${data}.`,
      ...(occupied ? [`What stood there before is in ${kept}.`] : []),
    ];
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function copyBack(backup: string, manifest: Manifest, draft: string, user: ServerUser): Promise<void> {
  const below = (path: string) => (path.startsWith(`${DATA}/`) ? [path.slice(DATA.length + 1)] : []);
  const folders = manifest.folders.flatMap(below);
  const files = manifest.files.flatMap(({ path }) => below(path));
  await makeFolders(draft, folders);
  const copied = await copyFiles(join(backup, DATA), draft, files);
  const sums = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]));
  const changed = copied.find(({ path, sha256 }) => sums.get(join(DATA, path)) !== sha256);
  if (changed !== undefined)
    throw new CommandError(`${changed.path} changed while it was read. Nothing was restored.`);
  if (user !== null) {
    for (const path of ['', ...folders, ...files]) chownSync(join(draft, path), user.uid, user.gid);
  }
  await syncFolders(draft, folders);
}

export function embeddedPlace(dataDir: string): EmbeddedPlace {
  const user = serverUser(dataDir);
  const directory = dataFolder(dataDir, user, SHARED_PLACE);
  return { directory, data: join(directory, DATA), user };
}

function refuseRunning(dataDir: string, data: string): void {
  if (readPostmaster(data) !== null) throw new CommandError(running(dataDir));
}

const running = (dataDir: string) =>
  `Greenroom runs on ${dataDir}: stop it first (Ctrl-C where it runs, or kill -TERM and its process id), then try again.`;

function refuseOtherServer({ database }: Manifest): void {
  if (database.kind !== 'embedded') return;
  const { major } = findBinaries();
  if (database.postgres !== major) {
    throw new CommandError(
      `The backup was made by Postgres ${database.postgres}, and this Greenroom brings Postgres ${major}: restore it with the Greenroom that made it.`,
    );
  }
  if (database.platform !== platform) {
    throw new CommandError(
      `The backup was made on ${database.platform}, and this is ${platform}: Postgres cannot read it here.`,
    );
  }
}
