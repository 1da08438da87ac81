import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import { closedChannelKey } from '../../core/deliveries/collapse_key.ts';
import type { Channel } from '../../core/deliveries/delivery.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { SetWatch } from '../../core/watches/watch.ts';
import { notifiedAbout, readLastMessage, supersedeWaiting } from '../../store/deliveries/direct_messages.ts';
import { ownersWatchedIn, type WatchOwner } from '../../store/deliveries/paused_channels.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';

type CannotPost = Extract<Message, { kind: 'cannot_post' }>;

/** Most owners of a channel's apps who are notified, and most of their apps that are named to each. */
const notified = { people: 50, names: 10 };

export interface ChannelRefusal {
  readonly workspaceId: string;
  readonly channelId: string;
  /** Slack's error code. */
  readonly why: string;
}

/** Direct messages to the owners of what a closed channel watches. One that was sent at or after `editSince` is edited. */
export async function notifyOwners(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  closed: ChannelRefusal,
  editSince: Date,
): Promise<void> {
  const { workspaceId, channelId } = closed;
  for (const owner of await ownersWatchedIn(tx, workspaceId, channelId, notified)) {
    const message = cannotPost(closed, owner);
    if (message === null) continue;
    await notifyPerson(tx, ctx, { workspaceId, userId: owner.userId, message: () => message, editSince });
  }
}

function cannotPost(
  { channelId, why }: ChannelRefusal,
  { apps, count, hasSet, everyApp }: WatchOwner,
): CannotPost | null {
  const first = apps[0] ?? (everyApp ? noApp : undefined);
  if (first === undefined) return null;
  return {
    kind: 'cannot_post',
    channelId,
    appId: first.id,
    appName: first.name,
    apps,
    more: count - apps.length,
    ...(hasSet ? { hasSet } : {}),
    ...(everyApp ? { everyApp } : {}),
    why,
  };
}

/** For an earlier release, which wants an app, where there is a watch of every app alone. */
const noApp = { id: '00000000-0000-0000-0000-000000000000', name: 'every Zoom app' };

/**
 * Nothing is posted about an app in this channel any more, as `over` says: the direct messages about the channel, if it is closed, name
 * only the apps that are still posted about there. By then the app is not watched there any more, or it is archived.
 */
export async function endCannotPostOfApp(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  { workspaceId, id, name }: Pick<ZoomApp, 'workspaceId' | 'id' | 'name'>,
  channelId: string,
  over: NonNullable<CannotPost['over']>,
): Promise<void> {
  const ended = { appId: id, appName: name, apps: [{ id, name }], more: 0, over };
  await endNeedlessCannotPost(tx, ctx, { workspaceId, channelId }, ended);
}

/** The same when a person has ended watches. */
export async function endCannotPostOfWatches(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  workspaceId: string,
  ended: readonly Pick<SetWatch, 'channelId' | 'paused'>[],
  over: NonNullable<CannotPost['over']>,
): Promise<void> {
  const channels = ended.flatMap(({ channelId, paused }) => (paused === null ? [] : [channelId]));
  for (const channelId of [...new Set(channels)].slice(0, mostChannels))
    await endNeedlessCannotPost(tx, ctx, { workspaceId, channelId }, { over });
}

/** Channels whose direct messages are edited at once; those about others end when the channel opens. */
const mostChannels = 20;

/** For everybody whom nothing that is still watched there concerns. */
async function endNeedlessCannotPost(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  channel: Channel,
  ended: Pick<CannotPost, 'over'> & Partial<CannotPost>,
): Promise<void> {
  const left = await ownersWatchedIn(tx, channel.workspaceId, channel.channelId, notified);
  await endCannotPost(tx, ctx, channel, ended, new Map(left.map((one) => [one.userId, one])));
}

/**
 * Edits the direct messages about a closed channel. `left`: owners whom it still concerns, and their apps there; to all others it
 * is over, and a message that was not sent yet is superseded.
 */
export async function endCannotPost(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  { workspaceId, channelId }: Channel,
  ended: Pick<CannotPost, 'over'> & Partial<CannotPost>,
  left: ReadonlyMap<string, WatchOwner>,
): Promise<void> {
  const topic = closedChannelKey(channelId);
  const people = await notifiedAbout(tx, workspaceId, topic, notified.people);
  await supersedeWaiting(tx, workspaceId, topic, { except: [...left.keys()] });
  for (const userId of people) {
    const last = await readLastMessage(tx, { workspaceId, channelId: userId }, topic);
    if (last?.message.kind !== 'cannot_post' || last.message.over !== undefined) continue;
    const owner = left.get(userId);
    const { why } = last.message;
    const message =
      owner === undefined
        ? { ...last.message, ...ended }
        : cannotPost({ workspaceId, channelId, why }, owner);
    if (message === null) continue;
    await notifyPerson(tx, ctx, { workspaceId, userId, message: () => message, editSince: last.postedAt });
  }
}
