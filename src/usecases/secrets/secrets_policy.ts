import type { SecretsPolicy } from '../../core/secrets/secrets_policy.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { readSecretsSetting } from '../../store/secrets/secrets_setting.ts';
import type { Context } from '../changes/context.ts';

/** Do forms of this workspace ask for client secrets, and may one be stored? One indexed query at most. */
export async function secretsPolicy(
  ctx: Pick<Context, 'db' | 'settings'>,
  { workspaceId }: { readonly workspaceId: string },
): Promise<SecretsPolicy> {
  return policyIn(ctx.db, ctx, workspaceId);
}

/** The same inside a transaction. A workspace can be stricter than the configuration, not laxer. */
export async function policyIn(
  db: Queryable,
  { settings }: Pick<Context, 'settings'>,
  workspaceId: string,
): Promise<SecretsPolicy> {
  return settings.secrets === 'never' ? 'never' : readSecretsSetting(db, workspaceId);
}
