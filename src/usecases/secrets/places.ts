import type { SealingContext } from '../../vault/vault.ts';

/** Where the client secret of an environment is sealed for. */
export function secretPlace(workspaceId: string, environmentId: string): SealingContext {
  return { workspaceId, rowId: environmentId, field: 'client_secret' };
}

/** What the fingerprint of a forgotten secret is bound to: another client ID with the same secret is another pair. */
export function pairPlace(workspaceId: string, environmentId: string, clientId: string): SealingContext {
  return { workspaceId, rowId: environmentId, field: `pair.${clientId}` };
}
