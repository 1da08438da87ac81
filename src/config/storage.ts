import { join } from 'node:path';
import { Secret } from '../core/secrets/secret.ts';
import { MAKE_KEY, type VaultKey, weaknessOf } from '../vault/keys.ts';
import { type ConfigProblem, problem } from './problem.ts';

/** Where the data is, and the keys that open the secrets in it. */
export interface Storage {
  readonly database:
    | { readonly kind: 'external'; readonly url: Secret }
    | { readonly kind: 'embedded'; readonly dataDir: string };
  readonly vault:
    | { readonly kind: 'keys'; readonly keys: readonly VaultKey[] }
    | { readonly kind: 'file'; readonly path: string };
}

interface StorageVariables {
  readonly DATABASE_URL?: string | undefined;
  readonly GREENROOM_DATA_DIR?: string | undefined;
  readonly VAULT_KEYS?: readonly VaultKey[] | undefined;
}

/** What production requires. */
export function storageProblems(set: Readonly<Record<string, string>>): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (set.NODE_ENV !== 'production') return problems;
  if (set.DATABASE_URL === undefined) {
    problems.push(
      problem(
        'DATABASE_URL',
        'is missing: production needs a Postgres of its own, postgres://user:password@host/name',
      ),
    );
  }
  if (set.VAULT_KEYS === undefined) {
    problems.push(problem('VAULT_KEYS', `is missing: production needs its own key, made with ${MAKE_KEY}`));
  }
  return problems;
}

/** An older key only opens: what it sealed must stay readable until it was replaced. */
export function storageWarnings({ VAULT_KEYS = [] }: StorageVariables): string[] {
  return VAULT_KEYS.slice(1).flatMap((key) => {
    const weakness = weaknessOf(key);
    if (weakness === null) return [];
    return [
      `VAULT_KEYS: key ${key.id} can be guessed (${weakness}): replace the secrets it sealed with /zoom-app rotate, then remove it.`,
    ];
  });
}

export function storageOf(given: StorageVariables): Storage {
  const dataDir = given.GREENROOM_DATA_DIR ?? '.greenroom';
  return {
    database:
      given.DATABASE_URL === undefined
        ? { kind: 'embedded', dataDir }
        : { kind: 'external', url: new Secret(given.DATABASE_URL) },
    vault:
      given.VAULT_KEYS === undefined
        ? { kind: 'file', path: join(dataDir, 'vault.key') }
        : { kind: 'keys', keys: given.VAULT_KEYS },
  };
}
