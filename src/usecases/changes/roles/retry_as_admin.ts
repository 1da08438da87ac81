import type { Result } from '../../../core/result.ts';
import type { Context } from '../context.ts';

/**
 * Runs a change in its own transaction. Denied, Slack is asked whether the person administers the workspace, outside of any
 * transaction, and if so it runs again: most people are never asked about. `isDenied`: of its errors, those that admins do not get.
 */
export async function retryAsAdmin<T, E>(
  { isWorkspaceAdmin }: Pick<Context, 'isWorkspaceAdmin'>,
  actor: string,
  attempt: (adminInSlack: boolean) => Promise<Result<T, E>>,
  isDenied: (error: E) => boolean = isRoleRefusal,
): Promise<Result<T, E>> {
  const result = await attempt(false);
  if (result.ok || !isDenied(result.error)) return result;
  return (await isWorkspaceAdmin?.(actor)) === true ? attempt(true) : result;
}

const isRoleRefusal = (error: unknown): boolean => error === 'not_owner' || error === 'not_admin';
