import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { version } from '../../version.ts';
import { CommandError, errorCode } from '../command_error.ts';
import { KEY_FILE, type Manifest, writeManifest } from './backup_manifest.ts';
import { copyFile, listFolder, syncFolders } from './durable_copy.ts';
import type { UsedKeys } from './keys.ts';

export interface Filled {
  readonly database: Manifest['database'];
  readonly folders: readonly string[];
  readonly files: Manifest['files'];
}

/**
 * Makes a backup below `parent` and returns its folder. It is filled under another name: what is called `greenroom-…`
 * without `.partial` is whole, and on the disk.
 */
export async function makeBackup(
  parent: string,
  keys: UsedKeys,
  withKey: boolean,
  fill: (folder: string) => Promise<Filled>,
): Promise<string> {
  const madeAt = new Date().toISOString();
  const folder = join(resolve(parent), `greenroom-${madeAt.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-')}`);
  const draft = `${folder}.partial`;
  await makeDraft(parent, draft);
  try {
    const { database, folders, files } = await fill(draft);
    const keyFile = withKey && keys.file !== null ? [await copyKey(keys.file, draft)] : [];
    await writeManifest(draft, {
      format: 1,
      greenroom: version,
      madeAt,
      database,
      keys: keys.marks.map((key) => ({ ...key })),
      keyFileIncluded: keyFile.length > 0,
      folders: [...folders],
      files: [...files, ...keyFile],
    });
    await syncFolders(draft, (await listFolder(draft)).folders);
    await rename(draft, folder);
    await syncFolders(folder, []);
    return folder;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function makeDraft(parent: string, draft: string): Promise<void> {
  try {
    await mkdir(parent, { recursive: true, mode: 0o700 });
    await mkdir(draft, { mode: 0o700 });
  } catch (error) {
    const user = process.getuid?.();
    const who = user === undefined ? '' : `, for the user with the number ${user}`;
    throw new CommandError(
      `${draft} cannot be made (${errorCode(error)}): name a folder that can be written to${who}.`,
    );
  }
}

async function copyKey(from: string, draft: string): Promise<Manifest['files'][number]> {
  return { path: KEY_FILE, ...(await copyFile(from, join(draft, KEY_FILE))) };
}
