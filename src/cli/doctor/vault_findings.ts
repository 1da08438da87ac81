import { dirname } from 'node:path';
import type { Storage } from '../../config/storage.ts';
import { Ok, type Result } from '../../core/result.ts';
import type { SealedSample } from '../../store/workspaces/sealed_samples.ts';
import { readKeyFile } from '../../vault/key_file.ts';
import type { VaultKey } from '../../vault/keys.ts';
import { createVault, type OpenError } from '../../vault/vault.ts';
import { isWritable, type StoredSecrets } from './database_connection.ts';
import { asOk, asProblem, asWarning, type Finding, inParts } from './finding.ts';

const CHECK = 'vault key';
/** Whatever was given as the folder is not repeated. */
const KEY_FILE = 'vault.key in GREENROOM_DATA_DIR';
const NO_FOLDER = 'set GREENROOM_DATA_DIR to a folder that this user can write, or set VAULT_KEYS';

/** Do the keys open what is stored? Makes no key file. */
export async function vaultFindings(
  vault: Storage['vault'],
  stored: StoredSecrets,
): Promise<readonly Finding[]> {
  const keys = await keysOf(vault);
  if (!keys.ok) {
    const path = vault.kind === 'keys' ? KEY_FILE : vault.path;
    const { what, fix } = inParts(
      keys.error.replaceAll(path, KEY_FILE),
      'restore it from a backup, or set VAULT_KEYS',
    );
    return [asProblem(CHECK, what, fix)];
  }
  const ids = keys.value.map(({ id }) => id).join(', ');
  if (stored === 'unreadable') {
    const what = `${ids === '' ? 'none yet' : ids}; what is stored could not be read`;
    return [asWarning(CHECK, what, 'mend the database first, then try again')];
  }
  const where = vault.kind === 'keys' ? 'VAULT_KEYS' : KEY_FILE;
  const samples = stored === 'idle' ? [] : stored;
  const closed = samples.flatMap((sample) => closedFinding(sample, keys.value, where));
  if (closed.length > 0) return closed;
  if (ids === '') return [firstKeyFinding(vault, where)];
  if (stored === 'idle')
    return [asOk(CHECK, `${ids}; whether it opens what is stored is seen while Greenroom runs`)];
  const count = samples.reduce((sum, sample) => sum + sample.count, 0);
  return [
    asOk(CHECK, count === 0 ? `${ids}; no secret is stored yet` : `${ids} opens what is stored (${count})`),
  ];
}

function firstKeyFinding(vault: Storage['vault'], where: string): Finding {
  return vault.kind === 'file' && !isWritable(dirname(vault.path))
    ? asProblem(CHECK, `none yet, and ${where} cannot be made there`, NO_FOLDER)
    : asOk(CHECK, `none yet: one is made in ${where} at the first start`);
}

async function keysOf(vault: Storage['vault']): Promise<Result<readonly VaultKey[], string>> {
  return vault.kind === 'keys' ? Ok(vault.keys) : await readKeyFile(vault.path);
}

function closedFinding(sample: SealedSample, keys: readonly VaultKey[], where: string): Finding[] {
  const error = openingError(sample, keys);
  if (error === null) return [];
  const secrets = `${sample.count} stored ${sample.count === 1 ? 'secret' : 'secrets'}`;
  const what =
    error === 'unknown_key'
      ? `${secrets} sealed with key ${sample.keyId}, which is not in ${where}`
      : `${secrets} sealed with another key ${sample.keyId} than the one in ${where}`;
  const fix =
    'put that key back, behind the present one and with a comma, or replace each secret with /zoom-app rotate';
  return [asProblem(CHECK, what, fix)];
}

function openingError(sample: SealedSample, keys: readonly VaultKey[]): OpenError | null {
  if (keys.length === 0) return 'unknown_key';
  const place = {
    workspaceId: sample.workspaceId,
    rowId: sample.environmentId,
    field: 'client_secret',
  };
  const opened = createVault(keys).open(sample.sealed, place);
  return opened.ok ? null : opened.error;
}
