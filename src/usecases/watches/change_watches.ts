import { mayActAsOwner } from '../../core/apps/zoom_app.ts';
import { isUuid } from '../../core/id.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { mayChangeWatch, mostWatches, type SetWatch, type WatchKey } from '../../core/watches/watch.ts';
import type { WatchLevel } from '../../core/watches/watch_level.ts';
import { markUnwatched } from '../../store/apps/cards.ts';
import { appendEvents, type NewEvent } from '../../store/apps/events.ts';
import { readZoomApps } from '../../store/apps/zoom_apps.ts';
import { dropWaitingOfEnded } from '../../store/deliveries/drop_waiting.ts';
import { queueCards } from '../../store/deliveries/queue_deliveries.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { copyToPerson, deleteSetWatches, saveWatchLevel } from '../../store/watches/save_set_watches.ts';
import { countSetWatches, lockSetWatches, watchesSetBy } from '../../store/watches/set_watches.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import { adminBy } from '../changes/roles/admin.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { endCannotPostOfWatches } from '../deliveries/closed_channel_messages.ts';

type Needs = Pick<Context, Deciding | 'clock' | 'newId'>;

/** Most watches that are changed at once. */
const mostChanged = 500;

/** Most cards that are redrawn when a channel no longer watches every app. */
const mostRedrawn = 1_000;

/** `here`: the channel in which the person does it, and so is in. */
export type WatchesToChange = By & { readonly here: string | null; readonly watches: readonly WatchKey[] };

/** `missing`: those that were ended before. */
export interface WatchesChanged {
  readonly changed: readonly SetWatch[];
  readonly denied: readonly SetWatch[];
  readonly missing: number;
}

/** Ends watches that this person may change; those of an app's own channel stay. What still waits for them is not sent. */
export function endWatches(ctx: Needs, input: WatchesToChange): Promise<WatchesChanged> {
  return changeWatches(ctx, input, (tx, watches) => end(tx, ctx, input, watches));
}

async function end(
  tx: Queryable,
  ctx: Needs,
  { workspaceId, actor }: By,
  watches: readonly SetWatch[],
): Promise<void> {
  await deleteSetWatches(tx, workspaceId, watches);
  await appendEvents(
    tx,
    workspaceId,
    watches.map((watch) => eventOf(ctx, actor, 'watch_ended', watch, {})),
  );
  await dropWaitingOfEnded(tx, workspaceId, watches);
  await redrawCards(tx, ctx, workspaceId, watches);
  await endCannotPostOfWatches(tx, ctx, workspaceId, watches, { by: actor, ended: true });
}

/** What a person has set in a channel where Greenroom cannot post. */
type WatchesIn = By & { readonly channelId: string };

/** What this person has set in a channel ends. Returns how many watches that are. */
export function endMyWatches(ctx: Needs, input: WatchesIn): Promise<number> {
  return withWorkspaceLock(ctx, input.workspaceId, async (tx) => {
    const mine = await watchesOf(tx, input);
    if (mine.length > 0) await end(tx, ctx, input, mine);
    return mine.length;
  });
}

/** It is sent to them as direct messages instead. Returns how many watches that are; `too_many_of_channel`: `mostWatches`. */
export function sendWatchesToMe(
  ctx: Needs,
  input: WatchesIn,
): Promise<Result<number, 'too_many_of_channel'>> {
  const { workspaceId, actor } = input;
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const mine = await watchesOf(tx, input);
    if (mine.length === 0) return Ok(0);
    const toMe = { channelId: actor, appId: null };
    const { ofChannel } = await countSetWatches(tx, workspaceId, toMe, mostWatches.ofChannel);
    if (ofChannel + mine.length > mostWatches.ofChannel) return Err('too_many_of_channel');
    await copyToPerson(tx, { workspaceId, userId: actor }, mine, ctx.clock.now());
    const events = mine.map((watch) =>
      eventOf(ctx, actor, 'watch_set', { ...watch, channelId: actor }, { level: watch.level }),
    );
    await appendEvents(tx, workspaceId, events);
    await end(tx, ctx, input, mine);
    return Ok(mine.length);
  });
}

/** None of what they get as direct messages already. */
async function watchesOf(tx: Queryable, { workspaceId, actor, channelId }: WatchesIn): Promise<SetWatch[]> {
  if (channelId === actor) return [];
  return watchesSetBy(tx, workspaceId, { channelId, userId: actor }, mostChanged);
}

/** Changes what these are notified about. */
export function setWatchLevel(
  ctx: Needs,
  input: WatchesToChange & { readonly level: WatchLevel },
): Promise<WatchesChanged> {
  const { workspaceId, actor, level } = input;
  return changeWatches(ctx, input, async (tx, watches) => {
    const others = watches.filter((watch) => watch.level !== level);
    await saveWatchLevel(tx, workspaceId, others, level);
    const events = others.map((watch) =>
      eventOf(ctx, actor, 'watch_set', watch, { level, before: watch.level }),
    );
    await appendEvents(tx, workspaceId, events);
  });
}

async function changeWatches(
  ctx: Needs,
  input: WatchesToChange,
  change: (tx: Queryable, watches: readonly SetWatch[]) => Promise<void>,
): Promise<WatchesChanged> {
  const { workspaceId, actor, here } = input;
  const asked = input.watches.slice(0, mostChanged);
  const keys = asked.filter(({ appId }) => appId === null || isUuid(appId));
  // Asks Slack where nothing else says so, so it comes before the transaction.
  const isAdmin = (await adminBy(ctx, input)).ok;
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const found = await lockSetWatches(tx, workspaceId, keys);
    const appIds = [...new Set(found.flatMap(({ appId }) => appId ?? []))];
    const apps = await readZoomApps(tx, workspaceId, appIds);
    const owned = apps.filter((app) => mayActAsOwner(app, actor)).map(({ id }) => id);
    const by = { userId: actor, here, isAdmin, owned: new Set(owned) };
    const changed = found.filter((watch) => mayChangeWatch(by, watch));
    if (changed.length > 0) await change(tx, changed);
    const denied = found.filter((watch) => !changed.includes(watch));
    return { changed, denied, missing: asked.length - found.length };
  });
}

function eventOf(
  ctx: Needs,
  actor: string,
  kind: 'watch_ended' | 'watch_set',
  { channelId, appId }: SetWatch,
  detail: Record<string, unknown>,
): Omit<NewEvent, 'workspaceId'> {
  return {
    id: ctx.newId(),
    at: ctx.clock.now(),
    kind,
    actor,
    appId: appId ?? undefined,
    detail: { channelId, ...detail },
  };
}

/** Cards that nobody watches any more say so a last time. */
async function redrawCards(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  ended: readonly SetWatch[],
): Promise<void> {
  const now = ctx.clock.now();
  const cards = await markUnwatched(tx, workspaceId, ended, now, mostRedrawn);
  const drawn = cards.map(({ channelId, appId }) => {
    return { id: ctx.newId(), channelId, subject: 'zoom_app' as const, subjectId: appId };
  });
  await queueCards(tx, workspaceId, drawn, now);
}
