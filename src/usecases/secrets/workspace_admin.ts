import { Err, Ok, type Result } from '../../core/result.ts';
import type { By, Context } from '../changes/context.ts';

/** `not_admin`: Slack says that the person is none. `admin_unknown`: Slack could not be asked (without the scope `users:read`). */
export type AdminRefusal = 'not_admin' | 'admin_unknown';

/** May this person decide for the whole workspace? Asks Slack, so never inside a transaction. */
export async function adminRefusal(
  { isWorkspaceAdmin }: Pick<Context, 'isWorkspaceAdmin'>,
  { actor }: By,
): Promise<Result<true, AdminRefusal>> {
  const isAdmin = (await isWorkspaceAdmin?.(actor)) ?? null;
  if (isAdmin === null) return Err('admin_unknown');
  return isAdmin ? Ok(true) : Err('not_admin');
}
