import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { CommandError } from '../command_error.ts';
import { listFolder } from './durable_copy.ts';

const NAME = 'manifest.json';
/** Under which name the key file stands in a backup. */
export const KEY_FILE = 'vault.key';

/** A path below the backup that does not lead out of it. */
const inside = z.string().refine((path) => !path.startsWith('/') && !path.split('/').includes('..'));

const Manifest = z.object({
  format: z.literal(1),
  greenroom: z.string(),
  madeAt: z.iso.datetime(),
  database: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('embedded'), postgres: z.string(), platform: z.string() }),
    z.object({ kind: z.literal('external'), postgres: z.string() }),
  ]),
  /** The keys that were in use. `mark`: a hash that differs for another key of the same id, and shows nothing of the key. */
  keys: z.array(z.object({ id: z.string(), mark: z.string() })),
  keyFileIncluded: z.boolean(),
  folders: z.array(inside),
  files: z.array(z.object({ path: inside, bytes: z.number(), sha256: z.string() })),
});

export type Manifest = z.output<typeof Manifest>;

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const file = await open(join(folder, NAME), 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The manifest of a whole backup: every file is there, and is what it was. */
export async function readBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const { files } = await listFolder(folder).catch(() => ({ files: [] }));
  const there = new Set(files);
  for (const { path, sha256 } of manifest.files) {
    if (!there.has(path))
      throw new CommandError(`${folder} is not whole: ${path} is missing. Use another backup.`);
    const now = await sha256Of(join(folder, path));
    if (now !== sha256)
      throw new CommandError(`${folder} is damaged: ${path} has changed. Use another backup.`);
  }
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => {
    throw new CommandError(`${folder} is no backup: it has no ${NAME}.`);
  });
  const manifest = Manifest.safeParse(parse(text));
  if (manifest.success) return manifest.data;
  throw new CommandError(`${join(folder, NAME)} is damaged, or was written by a newer Greenroom.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
