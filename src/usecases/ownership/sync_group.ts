import { syncGroupOwners } from '../../store/apps/save_zoom_app.ts';
import { appsOfGroup } from '../../store/ownership/user_groups.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';
import { notifyAll } from '../changes/notify_watchers.ts';

/** Most apps of a group whose owners are brought up to date at once. */
const mostApps = 1_000;

/**
 * The members of a group, or what Slack says of it, have changed: brings the owners of its apps up to date, and their cards, but for
 * an app that is written by the caller.
 */
export async function syncAppsOfGroup(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  workspaceId: string,
  groupId: string,
  exceptAppId?: string,
): Promise<void> {
  const appIds = (await appsOfGroup(tx, workspaceId, groupId, mostApps)).filter((id) => id !== exceptAppId);
  await syncGroupOwners(tx, workspaceId, appIds);
  await notifyAll(
    tx,
    ctx,
    workspaceId,
    appIds.map((appId) => ({ appId, messages: [] })),
  );
}
