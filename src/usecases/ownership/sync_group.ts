import { appendEvents, type EventActor } from '../../store/apps/events.ts';
import { syncGroupOwners } from '../../store/ownership/owners.ts';
import { appsOfGroup } from '../../store/ownership/user_groups.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';
import { notifyAll } from '../changes/notify_watchers.ts';
import { settleTakeover } from '../changes/takeovers/takeover_request.ts';

type Needs = Pick<Context, 'clock' | 'newId'>;

/** Most apps of a group whose owners are brought up to date at once. */
const mostApps = 1_000;

/**
 * The members of a group, or what Slack says of it, have changed: brings the owners of its apps up to date, their history and their
 * cards, but for an app that is written by the caller.
 */
export async function syncAppsOfGroup(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  groupId: string,
  exceptAppId?: string,
): Promise<void> {
  const appIds = (await appsOfGroup(tx, workspaceId, groupId, mostApps)).filter((id) => id !== exceptAppId);
  await followGroups(tx, ctx, workspaceId, appIds, 'greenroom');
  await notifyAll(
    tx,
    ctx,
    workspaceId,
    appIds.map((appId) => ({ appId, messages: [] })),
  );
}

/** Makes the members of the groups of these apps their owners, and nobody else by a group; with an event where that changes them. */
export async function followGroups(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  appIds: readonly string[],
  actor: EventActor,
): Promise<void> {
  const changes = await syncGroupOwners(tx, workspaceId, appIds);
  const at = ctx.clock.now();
  const events = changes.map(({ appId, joined, left }) => ({
    ...{ id: ctx.newId(), at, kind: 'owners_changed' as const, actor, appId },
    detail: { how: 'group', joined, left },
  }));
  await appendEvents(tx, workspaceId, events);
  for (const { appId, joined } of changes)
    await settleTakeover(tx, ctx, { workspaceId, id: appId }, joined, actor === 'greenroom' ? null : actor);
}
