import type { SecretsPolicy } from '../../core/secrets/secrets_policy.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** What the admins of a workspace have chosen. Cost: one row. */
export async function readSecretsSetting(db: Queryable, workspaceId: string): Promise<SecretsPolicy> {
  const [row] = await db.query<{ secrets: SecretsPolicy }>('select secrets from workspace where id = $1', [
    workspaceId,
  ]);
  return row?.secrets ?? 'ask';
}

export async function saveSecretsSetting(
  db: Queryable,
  workspaceId: string,
  secrets: SecretsPolicy,
): Promise<void> {
  await db.query('update workspace set secrets = $2 where id = $1', [workspaceId, secrets]);
}
