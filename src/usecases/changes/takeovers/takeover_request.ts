import type { ZoomApp } from '../../../core/apps/zoom_app.ts';
import type { Message } from '../../../core/deliveries/message.ts';
import type { Takeover } from '../../../core/ownership/takeover.ts';
import { readZoomApp } from '../../../store/apps/zoom_apps.ts';
import { readWaitingTakeover } from '../../../store/ownership/takeovers.ts';
import type { Queryable } from '../../../store/postgres/client/database.ts';
import type { Context } from '../context.ts';
import { notifyPerson } from '../notify_person.ts';
import { concludeTakeover } from './end_takeover.ts';

type Needs = Pick<Context, 'clock' | 'newId'>;

/** What asks the channel and the owners about a takeover. */
export function takeoverRequest(
  { id: appId, name: appName, owners }: Pick<ZoomApp, 'id' | 'name' | 'owners'>,
  { id: takeoverId, askedBy: by, dueAt }: Takeover,
): Message {
  return {
    ...{ kind: 'takeover_asked', appId, appName, takeoverId, by, owners },
    until: dueAt.toISOString(),
  };
}

/** By direct messages. */
export async function sendRequests(
  tx: Queryable,
  ctx: Needs,
  app: ZoomApp,
  takeover: Takeover,
  userIds: readonly string[],
): Promise<void> {
  const message = takeoverRequest(app, takeover);
  for (const userId of userIds)
    await notifyPerson(tx, ctx, {
      ...{ workspaceId: app.workspaceId, userId },
      ...{ message: () => message, editSince: takeover.askedAt },
    });
}

/**
 * These own the app now, and did not before, in the caller's transaction: where somebody else waits to be an owner they are asked too,
 * and who waited themselves waits no more. `by`: who made them owners; null: time, or a user group, did.
 */
export async function settleTakeover(
  tx: Queryable,
  ctx: Needs,
  { workspaceId, id }: Pick<ZoomApp, 'workspaceId' | 'id'>,
  joined: readonly string[],
  by: string | null,
): Promise<void> {
  if (joined.length === 0) return;
  const takeover = await readWaitingTakeover(tx, workspaceId, id);
  const app = takeover === null ? null : await readZoomApp(tx, workspaceId, id);
  if (takeover === null || app === null) return;
  if (joined.includes(takeover.askedBy)) return concludeTakeover(tx, ctx, app, takeover, { how: 'done', by });
  await sendRequests(tx, ctx, app, takeover, joined);
}
