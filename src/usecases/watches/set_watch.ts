import { Err, Ok, type Result } from '../../core/result.ts';
import { isDirectMessage } from '../../core/slack_ids.ts';
import { mostWatches, type WatchKey } from '../../core/watches/watch.ts';
import type { WatchLevel } from '../../core/watches/watch_level.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { readZoomApp } from '../../store/apps/zoom_apps.ts';
import { queueDeliveries } from '../../store/deliveries/queue_deliveries.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { saveSetWatch } from '../../store/watches/save_set_watches.ts';
import { countSetWatches, lockSetWatches } from '../../store/watches/set_watches.ts';
import type { By, Context } from '../changes/context.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId'>;

/**
 * `own_channel`: the app's own channel is notified about everything anyway. `too_many_of_app`, `too_many_of_channel`: `mostWatches`.
 * `not_here`: direct messages to somebody else.
 */
export type WatchRefusal =
  | 'not_found'
  | 'archived'
  | 'own_channel'
  | 'not_here'
  | 'too_many_of_app'
  | 'too_many_of_channel';

/** `before`: its level until now; null: there was no such watch. */
export interface WatchSet {
  readonly before: WatchLevel | null;
}

/**
 * A channel, or the person who asks, watches an app (or every app) from now on, at this level; a watch that exists already is changed, and
 * whoever set it last answers for it. `channelId`: the channel in which the person is, or their own user id.
 */
export async function setWatch(
  ctx: Needs,
  input: By & WatchKey & { readonly level: WatchLevel },
): Promise<Result<WatchSet, WatchRefusal>> {
  const { workspaceId, actor, channelId, appId, level } = input;
  if (isDirectMessage(channelId) && channelId !== actor) return Err('not_here');
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const refusal = appId === null ? null : await appRefusal(tx, workspaceId, appId, channelId);
    if (refusal !== null) return Err(refusal);
    const before = (await lockSetWatches(tx, workspaceId, [input]))[0] ?? null;
    const many = before === null ? await tooMany(tx, workspaceId, input) : null;
    if (many !== null) return Err(many);
    if (before?.level === level && before.setBy === actor) return Ok({ before: level });
    const now = ctx.clock.now();
    await saveSetWatch(tx, workspaceId, { channelId, appId, level, setBy: actor, setAt: now });
    await appendEvent(tx, {
      id: ctx.newId(),
      workspaceId,
      at: now,
      kind: 'watch_set',
      actor,
      appId: appId ?? undefined,
      detail: { channelId, level, ...(before === null ? {} : { before: before.level }) },
    });
    if (appId !== null && !isDirectMessage(channelId)) {
      const card = { subject: 'zoom_app', subjectId: appId } as const;
      await queueDeliveries(tx, workspaceId, [{ id: ctx.newId(), channelId, card, message: null }], now);
    }
    return Ok({ before: before?.level ?? null });
  });
}

async function appRefusal(
  tx: Queryable,
  workspaceId: string,
  appId: string,
  channelId: string,
): Promise<WatchRefusal | null> {
  const app = await readZoomApp(tx, workspaceId, appId);
  if (app === null) return 'not_found';
  if (app.archivedAt !== null) return 'archived';
  return app.channelId === channelId ? 'own_channel' : null;
}

async function tooMany(tx: Queryable, workspaceId: string, key: WatchKey): Promise<WatchRefusal | null> {
  const counted = await countSetWatches(tx, workspaceId, key, mostWatches.ofChannel);
  if (counted.ofApp >= (key.appId === null ? mostWatches.ofEveryApp : mostWatches.ofApp))
    return 'too_many_of_app';
  return counted.ofChannel >= mostWatches.ofChannel ? 'too_many_of_channel' : null;
}
