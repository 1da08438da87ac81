import { isUuid } from '../../core/id.ts';
import { isDirectMessage } from '../../core/slack_ids.ts';
import type { SetWatch } from '../../core/watches/watch.ts';
import { watchesAround, watchesOfApp } from '../../store/watches/set_watches.ts';
import type { By, Context } from '../changes/context.ts';

/** Most watches of a list. */
export const mostListed = 1_000;

export interface WatchList {
  /** By name; watches of every app first. */
  readonly watches: readonly SetWatch[];
  /** There are more than are listed. */
  readonly cutOff: boolean;
  /** Other people who are sent direct messages: they are counted only. */
  readonly others: number;
}

/**
 * Watches that somebody has set. Of an app: all of it, and those of every app. Else what the channel watches, and what the person has
 * set elsewhere or gets as direct messages. `channelId`: where the person asks; null: in no channel.
 */
export async function readSetWatches(
  ctx: Pick<Context, 'db'>,
  {
    workspaceId,
    actor,
    channelId,
    appId,
  }: By & { readonly channelId: string | null; readonly appId?: string | undefined },
): Promise<WatchList> {
  if (appId !== undefined && !isUuid(appId)) return { watches: [], cutOff: false, others: 0 };
  const found =
    appId === undefined
      ? await watchesAround(ctx.db, workspaceId, { channelId, userId: actor }, mostListed + 1)
      : await watchesOfApp(ctx.db, workspaceId, appId, mostListed + 1);
  const listed = found.slice(0, mostListed);
  const watches = listed.filter((watch) => !isDirectMessage(watch.channelId) || watch.channelId === actor);
  return { watches, cutOff: found.length > listed.length, others: listed.length - watches.length };
}
