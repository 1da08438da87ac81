import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Err, Ok, type Result } from '../core/result.ts';
import { parseVaultKeys, type VaultKey, weakFirstKey } from './keys.ts';

/**
 * The keys in `path`, made with one new key when there is none (mode 0600). Any number of processes may call it at
 * once: all get the same key, and nobody ever reads half a file. The error is a sentence with the fix.
 */
export function loadKeyFile(path: string): Promise<Result<readonly VaultKey[], string>> {
  return parsedAt(path, async () => (await read(path)) ?? (await create(path)));
}

/** The same without making one: no keys where there is no file. */
export function readKeyFile(path: string): Promise<Result<readonly VaultKey[], string>> {
  return parsedAt(path, () => read(path));
}

async function parsedAt(
  path: string,
  readText: () => Promise<string | null>,
): Promise<Result<readonly VaultKey[], string>> {
  try {
    const text = await readText();
    if (text === null) return Ok([]);
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0) return Err(`${path} can be read by others: run chmod 600 on it`);
    const keys = parseVaultKeys(text.trim());
    if (!keys.ok) return Err(`${path}: ${keys.error}. Restore it from a backup, or set VAULT_KEYS`);
    const weak = weakFirstKey(keys.value);
    return weak === null ? keys : Err(`${path}: ${weak}`);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return Err(
      `${path} cannot be read or made (${reason}): check its folder's permissions, or set VAULT_KEYS`,
    );
  }
}

async function read(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Writes the whole file under another name first; `link` then fails for all but one process. */
async function create(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(`local-${randomBytes(3).toString('hex')}:${randomBytes(32).toString('base64')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(draft, path).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
    return await readFile(path, 'utf8');
  } finally {
    await rm(draft, { force: true });
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
