import type { Queryable } from '../postgres/client/database.ts';

/** Why an owner cannot be written to: what Slack says of the account, or that it takes no direct message to this person. */
export const unreachableWhys = ['deactivated', 'not_found', 'external', 'bot', 'refused'] as const;
export type UnreachableWhy = (typeof unreachableWhys)[number];

/** Of these people those whose accounts Slack says are deactivated or gone. Cost: one row for each. */
export async function goneOwners(
  db: Queryable,
  workspaceId: string,
  userIds: readonly string[],
): Promise<string[]> {
  const rows = await db.query<{ user_id: string }>(
    `select user_id from owner_contact where workspace_id = $1 and user_id = any($2::text[])
       and unreachable_since is not null and unreachable_why in ('deactivated', 'not_found') order by user_id`,
    [workspaceId, userIds],
  );
  return rows.map((row) => row.user_id);
}
