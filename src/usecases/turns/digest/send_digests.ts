import { eachAlone, putOffMs } from '../../../concurrency/each_alone.ts';
import type { Message } from '../../../core/deliveries/message.ts';
import type { About } from '../../../core/deliveries/messages/message_facts.ts';
import { nextAllowedTime } from '../../../core/reminders/allowed_time.ts';
import { foldedChanges, nextDigest } from '../../../core/turns/digest.ts';
import { appendEvent } from '../../../store/apps/events.ts';
import { countStages } from '../../../store/checks/stage_counts.ts';
import { readPause } from '../../../store/deliveries/paused_channels.ts';
import { queueDeliveries } from '../../../store/deliveries/queue_deliveries.ts';
import type { Queryable } from '../../../store/postgres/client/database.ts';
import {
  countStagesIn,
  type DigestSubject,
  stageChangesSince,
  turnsIn,
  watchedIn,
} from '../../../store/turns/digest_entries.ts';
import {
  type DigestOf,
  deleteDigest,
  dueDigests,
  saveReported,
  takeDigest,
} from '../../../store/turns/digests.ts';
import type { Context } from '../../changes/context.ts';
import { readReminderTimes } from '../../changes/reminders/reminder_times.ts';
import { withWorkspaceLock } from '../../changes/workspace_lock.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId' | 'settings'>;
type Digest = Extract<Message, { kind: 'digest' }>;

/** Entries of each kind in a digest. */
const mostNamed = 8;

/**
 * Posts the digests that are due, `most` at a time: only where something changed in the apps that the channel watches, or waits. One
 * that is late, or whose time zone was changed, waits for the end of the workspace's quiet hours. A channel that takes no messages
 * gets none, and that of a channel that watches nothing any more ends. Returns how many were due.
 */
export async function sendDigests(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  const due = await dueDigests(ctx.db, workspaceId, now, most);
  await eachAlone(
    due,
    (channelId) => withWorkspaceLock(ctx, workspaceId, (tx) => sendOne(tx, ctx, { workspaceId, channelId })),
    (channelId) => takeDigest(ctx.db, { workspaceId, channelId }, now, new Date(now.getTime() + putOffMs)),
  );
  return due.length;
}

async function sendOne(tx: Queryable, ctx: Needs, of: DigestOf): Promise<void> {
  const now = ctx.clock.now();
  const { timeZone, quietHours } = await readReminderTimes(tx, ctx, of.workspaceId);
  const allowedAt = nextAllowedTime(now, timeZone, quietHours);
  const isQuiet = allowedAt > now;
  const since = await takeDigest(tx, of, now, isQuiet ? allowedAt : nextDigest(now, timeZone, quietHours));
  if (since === null || isQuiet) return;
  const watched = await watchedIn(tx, of);
  if (watched === null) return endUnlessPaused(tx, ctx, of);
  const message = await digestOf(tx, of, since, watched === 'every');
  if (message === null) return;
  const delivery = { id: ctx.newId(), channelId: of.channelId, card: null, message };
  await queueDeliveries(tx, of.workspaceId, [delivery], now);
  await saveReported(tx, of, now);
}

/** It would keep one of the places of the workspace (`mostDigests`). */
async function endUnlessPaused(tx: Queryable, ctx: Needs, of: DigestOf): Promise<void> {
  const { workspaceId, channelId } = of;
  if ((await readPause(tx, workspaceId, channelId)) !== null) return;
  await deleteDigest(tx, of);
  const event = { id: ctx.newId(), workspaceId, at: ctx.clock.now(), actor: 'greenroom' };
  await appendEvent(tx, { ...event, kind: 'digest_changed', detail: { channelId, on: false } });
}

async function digestOf(tx: Queryable, of: DigestOf, since: Date, isEvery: boolean): Promise<Digest | null> {
  const moved = foldedChanges(await stageChangesSince(tx, of, isEvery, since));
  const waiting = await turnsIn(tx, of, isEvery, mostNamed + 1);
  if (moved.length === 0 && waiting.length === 0) return null;
  return {
    kind: 'digest',
    since: since.toISOString(),
    stages: isEvery ? await countStages(tx, of.workspaceId) : await countStagesIn(tx, of),
    moved: moved.slice(0, mostNamed).map((one) => ({ ...subjectOf(one), from: one.from, to: one.to })),
    moreMoved: Math.max(0, moved.length - mostNamed),
    waiting: waiting.slice(0, mostNamed).map((one) => ({
      ...subjectOf(one),
      ...{ action: one.action, doer: one.doer },
      since: one.since.toISOString(),
    })),
    moreWait: waiting.length > mostNamed,
  };
}

function subjectOf({ appId, appName, cardUrl, environmentId, kind }: DigestSubject): {
  readonly about: About;
  readonly cardUrl?: string;
} {
  const about = { appId, appName, environmentId, environment: kind };
  return cardUrl === null ? { about } : { about, cardUrl };
}
