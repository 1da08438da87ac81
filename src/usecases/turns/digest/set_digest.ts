import { Err, Ok, type Result } from '../../../core/result.ts';
import { isChannelId } from '../../../core/slack_ids.ts';
import { mostDigests, nextDigest } from '../../../core/turns/digest.ts';
import { appendEvent } from '../../../store/apps/events.ts';
import { readPause } from '../../../store/deliveries/paused_channels.ts';
import { watchedIn } from '../../../store/turns/digest_entries.ts';
import {
  countDigests,
  deleteDigest,
  digestChannels,
  hasDigest,
  insertDigest,
} from '../../../store/turns/digests.ts';
import type { By, Context } from '../../changes/context.ts';
import { readReminderTimes } from '../../changes/reminders/reminder_times.ts';
import { withWorkspaceLock } from '../../changes/workspace_lock.ts';

/** Does this channel get a digest on weekdays? */
export function readDigest(
  ctx: Pick<Context, 'db'>,
  input: { readonly workspaceId: string; readonly channelId: string },
): Promise<boolean> {
  return hasDigest(ctx.db, input);
}

/** Channels of a workspace that get a digest, some of many. */
export interface DigestChannels {
  readonly channelIds: readonly string[];
  /** There are others. */
  readonly more: boolean;
}

const mostShown = 20;

export async function readDigests(
  ctx: Pick<Context, 'db'>,
  { workspaceId }: { readonly workspaceId: string },
): Promise<DigestChannels> {
  const found = await digestChannels(ctx.db, workspaceId, mostShown + 1);
  return { channelIds: found.slice(0, mostShown), more: found.length > mostShown };
}

/** `no_channel`: it is a conversation with a person. `no_watch`: it watches no app. `paused`: Greenroom cannot post there. */
export type DigestRefusal = 'no_channel' | 'no_watch' | 'paused' | 'too_many';

/** Anybody in a channel decides whether it gets a digest; it says who asked for it. Idempotent. */
export async function setDigest(
  ctx: Pick<Context, 'db' | 'clock' | 'newId' | 'settings'>,
  input: By & { readonly channelId: string; readonly on: boolean },
): Promise<Result<{ readonly changed: boolean; readonly nextAt: Date | null }, DigestRefusal>> {
  const { workspaceId, actor, channelId, on } = input;
  if (!isChannelId(channelId)) return Err('no_channel');
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const now = ctx.clock.now();
    const { timeZone, quietHours } = await readReminderTimes(tx, ctx, workspaceId);
    const nextAt = on ? nextDigest(now, timeZone, quietHours) : null;
    if ((await hasDigest(tx, input)) === on) return Ok({ changed: false, nextAt });
    if (nextAt === null) await deleteDigest(tx, input);
    else {
      if ((await watchedIn(tx, input)) === null)
        return Err((await readPause(tx, workspaceId, channelId)) === null ? 'no_watch' : 'paused');
      if ((await countDigests(tx, workspaceId, mostDigests)) >= mostDigests) return Err('too_many');
      await insertDigest(tx, input, { by: actor, now, nextAt });
    }
    const event = { id: ctx.newId(), workspaceId, at: now, actor, detail: { channelId, on } };
    await appendEvent(tx, { ...event, kind: 'digest_changed' });
    return Ok({ changed: true, nextAt });
  });
}
