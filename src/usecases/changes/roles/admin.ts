import { Err, Ok, type Result } from '../../../core/result.ts';
import type { Queryable } from '../../../store/postgres/client/database.ts';
import { isStoredAdmin, readStoredAdmins } from '../../../store/roles/admins.ts';
import type { By, Context, Deciding } from '../context.ts';

/**
 * `not_admin`: the person is none. `admin_unknown`: nobody is named as one, and Slack could not be asked (without the scope
 * `users:read`).
 */
export type AdminRefusal = 'not_admin' | 'admin_unknown';

/** How it is known that a person is an admin. */
export type AdminBy = 'configuration' | 'workspace' | 'slack';

/**
 * How this person is an admin: by the configuration, by being added in this workspace, or by Slack; null: not. Asks Slack where
 * nothing else says so, so never inside a transaction.
 */
export async function adminBy(
  ctx: Pick<Context, Deciding>,
  { workspaceId, actor }: By,
): Promise<Result<AdminBy, AdminRefusal>> {
  const { admins = [] } = ctx;
  if (admins.includes(actor)) return Ok('configuration');
  const stored = await isStoredAdmin(ctx.db, workspaceId, actor);
  if (stored.isAdmin) return Ok('workspace');
  const inSlack = (await ctx.isWorkspaceAdmin?.(actor)) ?? null;
  if (inSlack === true) return Ok('slack');
  return Err(inSlack === null && admins.length === 0 && !stored.others ? 'admin_unknown' : 'not_admin');
}

/** May this person decide for the whole workspace? Asks Slack, so never inside a transaction. */
export async function adminRefusal(
  ctx: Pick<Context, Deciding>,
  by: By,
): Promise<Result<true, AdminRefusal>> {
  const found = await adminBy(ctx, by);
  return found.ok ? Ok(true) : found;
}

/** Who is an admin by name: all of the configuration, then those who were added, `most` of them at most. In or outside of a transaction. */
export async function namedAdmins(
  db: Queryable,
  { admins = [] }: Pick<Context, 'admins'>,
  workspaceId: string,
  most: number,
): Promise<string[]> {
  return [...new Set([...admins, ...(await readStoredAdmins(db, workspaceId, most))])];
}
