import { putOffMs } from '../../../concurrency/each_alone.ts';
import { defaultQuietHours, nextAllowedTime, type QuietHours } from '../../../core/reminders/allowed_time.ts';
import type { Queryable } from '../../../store/postgres/client/database.ts';
import { readQuietHours, readStoredReminderSettings } from '../../../store/reminders/reminder_settings.ts';
import type { Context } from '../context.ts';

const hourMs = 60 * 60_000;

/** When people of a workspace are reminded, where nobody of them has chosen otherwise. */
export interface ReminderTimes {
  /** IANA. */
  readonly timeZone: string;
  readonly quietHours: QuietHours;
  /** Milliseconds until a reminder. */
  readonly remindAfterMs: number;
}

/** What the admins have chosen, else the configuration's; in or outside of a transaction. Cost: one row. */
export async function readReminderTimes(
  db: Queryable,
  { settings }: Pick<Context, 'settings'>,
  workspaceId: string,
): Promise<ReminderTimes> {
  const { timeZone, quietHours, reminderAfterHours } = await readStoredReminderSettings(db, workspaceId);
  return {
    timeZone: timeZone ?? 'UTC',
    quietHours: quietHours ?? defaultQuietHours,
    remindAfterMs: reminderAfterHours === null ? settings.remindAfterMs : reminderAfterHours * hourMs,
  };
}

/**
 * When each of these people may be reminded, `now` itself where it is not quiet: by their own quiet hours and time zone, where known, else by the
 * workspace's; a while later where Slack says the time zone then. Asks Slack for time zones, so never inside a transaction.
 */
export async function allowedTimes(
  ctx: Pick<Context, 'db' | 'settings' | 'timeZonesOf'>,
  workspaceId: string,
  userIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Date>> {
  if (userIds.length === 0) return new Map();
  const [times, own, zones] = await Promise.all([
    readReminderTimes(ctx.db, ctx, workspaceId),
    readQuietHours(ctx.db, workspaceId, userIds),
    ctx.timeZonesOf?.(userIds) ?? new Map<string, string | null>(),
  ]);
  return new Map(
    userIds.map((userId) => {
      const quiet = own.get(userId) ?? times.quietHours;
      const zone = zones.get(userId);
      // It may be night there: nobody is woken because Slack was asked too much.
      const from = zone === null ? new Date(now.getTime() + putOffMs) : now;
      return [userId, nextAllowedTime(from, zone ?? times.timeZone, quiet)];
    }),
  );
}
