import { type ClientIdHolder, readClientIdHolders } from '../../store/apps/client_ids.ts';
import type { Context } from '../changes/context.ts';

const mostHolders = 3;

/**
 * Where these client IDs are registered already: the same Zoom app twice, or a client ID that was pasted from another one. Those in use;
 * else the archived ones. `except`: the id of an app or of an environment. One indexed query: it may stand before an acknowledgement.
 */
export async function clientIdHolders(
  ctx: Pick<Context, 'db'>,
  {
    workspaceId,
    clientIds,
    except = null,
  }: {
    readonly workspaceId: string;
    readonly clientIds: readonly string[];
    readonly except?: string | null;
  },
): Promise<readonly ClientIdHolder[]> {
  if (clientIds.length === 0) return [];
  const found = await readClientIdHolders(ctx.db, workspaceId, clientIds, except, mostHolders);
  const inUse = found.filter(({ archived }) => !archived);
  return inUse.length > 0 ? inUse : found;
}
