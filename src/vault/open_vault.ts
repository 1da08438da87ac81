import { Ok, type Result } from '../core/result.ts';
import { loadKeyFile } from './key_file.ts';
import type { VaultKey } from './keys.ts';
import { createVault, type Vault } from './vault.ts';

/** Keys from `VAULT_KEYS`, or the path of the key file. */
export type VaultSource =
  | { readonly kind: 'keys'; readonly keys: readonly VaultKey[] }
  | { readonly kind: 'file'; readonly path: string };

/** Err is a line for people. */
export async function openVault(source: VaultSource): Promise<Result<Vault, string>> {
  if (source.kind === 'keys') return Ok(createVault(source.keys));
  const keys = await loadKeyFile(source.path);
  return keys.ok ? Ok(createVault(keys.value)) : keys;
}
