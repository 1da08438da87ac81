import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Storage } from '../../config/storage.ts';
import { parseVaultKeys, type VaultKey, vaultKeyFingerprint } from '../../vault/keys.ts';
import { CommandError } from '../command_error.ts';
import { KEY_FILE, type Manifest } from './backup_manifest.ts';
import { copyFile, syncFolder } from './durable_copy.ts';

export interface UsedKeys {
  readonly marks: Manifest['keys'];
  /** The key file, when the keys are in one. */
  readonly file: string | null;
}

/** The keys that seal and open secrets here; none yet where Greenroom never ran. */
export async function usedKeys(vault: Storage['vault']): Promise<UsedKeys> {
  if (vault.kind === 'keys') return { marks: vault.keys.map(marked), file: null };
  if (!existsSync(vault.path)) return { marks: [], file: null };
  const keys = parseVaultKeys((await readFile(vault.path, 'utf8')).trim());
  if (!keys.ok) throw new CommandError(`${vault.path}: ${keys.error}. Put the right key file there first.`);
  return { marks: keys.value.map(marked), file: vault.path };
}

function marked({ id, base64 }: VaultKey): Manifest['keys'][number] {
  return { id, mark: vaultKeyFingerprint(Buffer.from(base64.reveal(), 'base64')) };
}

/** What a person must know about the keys of the backup they just made. */
export function aboutKeys({ file, marks }: UsedKeys, included: boolean): string[] {
  if (marks.length === 0) return ['No key was made yet: there are no secrets in it.'];
  if (file === null) {
    return [
      'VAULT_KEYS is not in it. Keep that apart: without it the secrets in this backup cannot be opened.',
    ];
  }
  if (included) {
    return [
      `The key file ${file} is in it: whoever gets this backup can open every secret in it. Guard it like the secrets.`,
    ];
  }
  return [
    `The key file ${file} is not in it: whoever gets this backup cannot open the secrets in it, and neither can you`,
    'without the key. Keep a copy of the key file in another place (or make one backup of both: --with-key).',
  ];
}

/** Refuses, before anything is done, to put the key file of the backup over another one. */
export async function refuseOtherKey(manifest: Manifest, vault: Storage['vault']): Promise<void> {
  if (!manifest.keyFileIncluded || vault.kind === 'keys') return;
  const here = await usedKeys(vault);
  if (here.file === null || !lacksKeys(here, manifest)) return;
  throw new CommandError(
    `${here.file} holds another key than the backup. Add --force to put that of the backup in its place: the present one is then kept beside it.`,
  );
}

/** Puts the key file of a backup back, if it is needed. Returns what there is to say about the keys in force now. */
export async function restoreKeys(
  backup: string,
  manifest: Manifest,
  vault: Storage['vault'],
): Promise<string[]> {
  const here = await usedKeys(vault);
  if (!lacksKeys(here, manifest)) return [];
  if (!manifest.keyFileIncluded || vault.kind === 'keys') return keysAreMissing(manifest, vault);
  const draft = await copyKeyBack(join(backup, KEY_FILE), vault.path);
  if (here.file !== null) await rename(here.file, `${here.file}.before-${Date.now()}`);
  await rename(draft, vault.path);
  await syncFolder(dirname(vault.path));
  return [`The key file of the backup is in ${vault.path}.`];
}

/** Beside its place, so that what cannot be copied leaves the present key file alone. The answer is where it is. */
async function copyKeyBack(from: string, to: string): Promise<string> {
  await mkdir(dirname(to), { recursive: true });
  const draft = `${to}.restore-${process.pid}`;
  await rm(draft, { force: true });
  await copyFile(from, draft);
  // Greenroom may run as another user than root, who restores; nobody else may give a file away.
  const { uid, gid } = await stat(dirname(to));
  if (process.getuid?.() === 0) await chown(draft, uid, gid);
  return draft;
}

function keysAreMissing(manifest: Manifest, vault: Storage['vault']): string[] {
  const ids = manifest.keys.map(({ id }) => id).join(', ');
  const where = vault.kind === 'keys' ? 'VAULT_KEYS' : vault.path;
  return [
    `The secrets in it were sealed with ${ids}, and that is not in ${where}: they cannot be opened. Put the key back`,
    '(behind the present one, with a comma), or replace each secret with /zoom-app rotate.',
  ];
}

function lacksKeys(here: UsedKeys, manifest: Manifest): boolean {
  const known = new Set(here.marks.map(({ mark }) => mark));
  return manifest.keys.some(({ mark }) => !known.has(mark));
}
