import { Err, type Result } from '../../../core/result.ts';
import type { Queryable } from '../../../store/postgres/client/database.ts';
import { isStoredAdmin } from '../../../store/roles/admins.ts';
import type { By, Context, Deciding } from '../context.ts';
import { withWorkspaceLock } from '../workspace_lock.ts';
import { type AdminRefusal, adminBy } from './admin.ts';

/**
 * Runs a change that concerns the whole workspace in one transaction, with the workspace locked; denied to everybody but admins.
 * `wrong`: why the input cannot be accepted, null: it can; after the admin is known and before the transaction, so that it may ask Slack.
 * Who was an admin by being added alone, and was removed meanwhile, decides nothing any more.
 */
export async function changeAsAdmin<T, E>(
  ctx: Pick<Context, Deciding>,
  by: By,
  wrong: () => E | null | Promise<E | null>,
  change: (tx: Queryable) => Promise<Result<T, E>>,
): Promise<Result<T, E | AdminRefusal>> {
  const admin = await adminBy(ctx, by);
  if (!admin.ok) return admin;
  const refused = await wrong();
  if (refused !== null) return Err(refused);
  return withWorkspaceLock<Result<T, E | AdminRefusal>>(ctx, by.workspaceId, async (tx) => {
    const wasRemoved =
      admin.value === 'workspace' && !(await isStoredAdmin(tx, by.workspaceId, by.actor)).isAdmin;
    return wasRemoved ? Err('not_admin') : change(tx);
  });
}
