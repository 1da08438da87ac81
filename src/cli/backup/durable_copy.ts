import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { CommandError } from '../command_error.ts';

interface Copied {
  readonly bytes: number;
  readonly sha256: string;
}

/** Copies one file, for the owner only, and waits until it is on the disk. */
export async function copyFile(from: string, to: string): Promise<Copied> {
  const hash = createHash('sha256');
  let bytes = 0;
  const target = await open(to, 'wx', 0o600);
  try {
    for await (const chunk of createReadStream(from)) {
      if (!(chunk instanceof Buffer)) throw new TypeError('a file is read in bytes');
      hash.update(chunk);
      bytes += chunk.length;
      await target.writeFile(chunk);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Copies files below one folder to the same places below another, several at a time: each waits for the disk. */
export async function copyFiles(
  from: string,
  to: string,
  paths: readonly string[],
): Promise<(Copied & { readonly path: string })[]> {
  const copied: (Copied & { readonly path: string })[] = [];
  const left = [...paths];
  const copyNext = async (): Promise<void> => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      copied.push({ path, ...(await copyFile(join(from, path), join(to, path))) });
    }
  };
  await Promise.all(Array.from({ length: 16 }, copyNext));
  return copied.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What is in `folder`, by paths below it. Folders come before what is in them; empty ones count: Postgres wants them. */
export async function listFolder(folder: string): Promise<{ folders: string[]; files: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const folders: string[] = [];
  const files: string[] = [];
  for (const entry of entries) {
    const path = relative(folder, join(entry.parentPath, entry.name));
    if (entry.isDirectory()) folders.push(path);
    else if (entry.isFile()) files.push(path);
    else
      throw new CommandError(
        `${join(folder, path)} is neither a file nor a folder: Greenroom never makes such a thing.`,
      );
  }
  return { folders: folders.sort(), files: files.sort() };
}

/** What a rename or a new file in `folder` needs to outlive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function makeFolders(root: string, folders: readonly string[]): Promise<void> {
  for (const folder of folders) await mkdir(join(root, folder), { recursive: true, mode: 0o700 });
}

/** From the deepest up to `root` and the folder it stands in. */
export async function syncFolders(root: string, folders: readonly string[]): Promise<void> {
  for (const folder of folders.toReversed()) await syncFolder(join(root, folder));
  await syncFolder(root);
  await syncFolder(dirname(root));
}
