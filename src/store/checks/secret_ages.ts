import type { SecretAge } from '../../core/credentials/secret_age.ts';
import type { Queryable } from '../postgres/client/database.ts';

export interface DueSecret {
  readonly environmentId: string;
  /** The step that has come. */
  readonly dueAt: Date;
}

export interface NextReminder {
  readonly environmentId: string;
  /** Null: none. */
  readonly dueAt: Date | null;
}

/** Environments of whose secret somebody is to be reminded, the longest due first; at most `limit`. The caller holds the workspace's lock. */
export function readDueSecrets(
  db: Queryable,
  workspaceId: string,
  now: Date,
  limit: number,
): Promise<DueSecret[]> {
  return db.query(
    `select id as "environmentId", secret_due_at as "dueAt" from environment
     where workspace_id = $1 and secret_due_at <= $2 order by secret_due_at limit $3`,
    [workspaceId, now, limit],
  );
}

/** `dueAt`: the next reminder; null: none. */
export async function saveSecretAge(
  db: Queryable,
  workspaceId: string,
  environmentId: string,
  { renewalAt, replacedAt, dueAt }: SecretAge & { readonly dueAt: Date | null },
): Promise<void> {
  await db.query(
    `update environment set secret_renewal_at = $3, secret_replaced_at = $4, secret_due_at = $5
     where workspace_id = $1 and id = $2`,
    [workspaceId, environmentId, renewalAt, replacedAt, dueAt],
  );
}

/** In one statement, whatever their number. */
export async function saveNextReminders(
  db: Queryable,
  workspaceId: string,
  reminders: readonly NextReminder[],
): Promise<void> {
  if (reminders.length === 0) return;
  await db.query(
    `update environment env set secret_due_at = next.due_at
     from unnest($2::uuid[], $3::timestamptz[]) as next (environment_id, due_at)
     where env.workspace_id = $1 and env.id = next.environment_id`,
    [workspaceId, reminders.map((one) => one.environmentId), reminders.map((one) => one.dueAt)],
  );
}
