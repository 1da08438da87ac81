import { type ScopeUse, usesOfScopes } from '../../store/scopes/scope_uses.ts';
import type { Context } from '../changes/context.ts';

/** Most apps that are read for one answer. */
const mostApps = 50;

/** Which registered apps declare one of these scopes. */
export async function scopeUses(
  ctx: Pick<Context, 'db'>,
  input: { readonly workspaceId: string; readonly scopes: readonly string[] },
): Promise<readonly ScopeUse[]> {
  return usesOfScopes(ctx.db, input.workspaceId, input.scopes, mostApps);
}
