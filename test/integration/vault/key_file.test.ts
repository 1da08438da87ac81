import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { loadKeyFile } from '../../../src/vault/key_file.ts';

const PROGRAM = fileURLToPath(new URL('./key_file_process.ts', import.meta.url));
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greenroom-vault-'));
  path = join(folder, 'deep', 'vault.key');
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

const revealed = async () => {
  const keys = await loadKeyFile(path);
  return keys.ok ? keys.value.map(({ id, base64 }) => `${id}:${base64.reveal()}`) : keys.error;
};

it('a key is made once, for the owner only, and found again', async () => {
  const first = await revealed();
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await revealed()).toEqual(first);
  expect(await readdir(join(folder, 'deep'))).toEqual(['vault.key']);
});

it('several processes at once get the same key', async () => {
  const run = () => promisify(execFile)(process.execPath, ['--import', 'tsx', PROGRAM, path]);
  const outputs = await Promise.all([run(), run(), run(), run()]);
  const keys = new Set(outputs.map(({ stdout }) => stdout));
  expect(keys.size).toBe(1);
  expect([...keys].join()).toBe(await readFile(path, 'utf8'));
});

it('many callers in one process get the same key', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, revealed));
  expect(new Set(all.map(String)).size).toBe(1);
});

it('a file that others can read is refused with the fix', async () => {
  await revealed();
  await chmod(path, 0o644);
  expect(await revealed()).toContain('chmod 600');
});

it('a damaged file is refused, kept, and not shown', async () => {
  await revealed();
  await writeFile(path, 'damaged-and-secret');
  const answer = await revealed();
  expect(answer).toMatch(/backup/);
  expect(answer).not.toContain('damaged-and-secret');
  expect(await readFile(path, 'utf8')).toBe('damaged-and-secret');
});

it('a place that cannot be written is named with the fix', async () => {
  await writeFile(join(folder, 'file'), '');
  path = join(folder, 'file', 'vault.key');
  expect(await revealed()).toContain('VAULT_KEYS');
  expect(existsSync(path)).toBe(false);
});
