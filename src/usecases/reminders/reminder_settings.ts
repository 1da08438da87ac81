import { isDeepStrictEqual } from 'node:util';
import {
  defaultQuietHours,
  isQuietHours,
  isTimeZone,
  type QuietHours,
} from '../../core/reminders/allowed_time.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { appendEvent } from '../../store/apps/events.ts';
import {
  deleteQuietHours,
  readQuietHours,
  readStoredReminderSettings,
  saveQuietHours,
  saveReminderSettings,
} from '../../store/reminders/reminder_settings.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import { readReminderTimes } from '../changes/reminders/reminder_times.ts';
import type { AdminRefusal } from '../changes/roles/admin.ts';
import { changeAsAdmin } from '../changes/roles/change_as_admin.ts';

const hourMs = 60 * 60_000;
/** Two weeks; more is no reminder. */
const mostReminderHours = 336;

export interface ReminderSettings {
  /** IANA; counts where Slack does not say a person's. */
  readonly timeZone: string;
  readonly quietHours: QuietHours;
  /** Whole hours, 1 to `mostReminderHours`. */
  readonly reminderAfterHours: number;
}

/** What holds in this workspace. One row. */
export async function readReminderSettings(
  ctx: Pick<Context, 'db' | 'settings'>,
  { workspaceId }: { readonly workspaceId: string },
): Promise<ReminderSettings> {
  const { timeZone, quietHours, remindAfterMs } = await readReminderTimes(ctx.db, ctx, workspaceId);
  const hours = Math.round(remindAfterMs / hourMs);
  return { timeZone, quietHours, reminderAfterHours: Math.min(mostReminderHours, Math.max(1, hours)) };
}

/** What of the input is out of its bounds. */
type OutOfBounds = 'time_zone' | 'quiet_hours' | 'hours';
export type ReminderSettingsRefusal = AdminRefusal | OutOfBounds;

/** Admins of the workspace only. Counts for what is due from now on. Idempotent. */
export async function setReminderSettings(
  ctx: Pick<Context, Deciding | 'clock' | 'newId'>,
  input: By & ReminderSettings,
): Promise<Result<{ readonly changed: boolean }, ReminderSettingsRefusal>> {
  const { workspaceId, actor, timeZone, quietHours, reminderAfterHours } = input;
  const chosen = { timeZone, quietHours, reminderAfterHours };
  return changeAsAdmin<{ changed: boolean }, OutOfBounds>(
    ctx,
    input,
    () => outOfBounds(input),
    async (tx) => {
      if (isDeepStrictEqual(await readStoredReminderSettings(tx, workspaceId), chosen))
        return Ok({ changed: false });
      await saveReminderSettings(tx, workspaceId, chosen);
      const event = { id: ctx.newId(), workspaceId, at: ctx.clock.now(), actor };
      await appendEvent(tx, { ...event, kind: 'reminder_settings_changed', detail: chosen });
      return Ok({ changed: true });
    },
  );
}

function outOfBounds({ timeZone, quietHours, reminderAfterHours }: ReminderSettings): OutOfBounds | null {
  if (!isTimeZone(timeZone)) return 'time_zone';
  if (!isQuietHours(quietHours)) return 'quiet_hours';
  return isHours(reminderAfterHours) ? null : 'hours';
}

const isHours = (hours: number): boolean =>
  Number.isInteger(hours) && hours >= 1 && hours <= mostReminderHours;

export interface MyQuietHours {
  readonly quietHours: QuietHours;
  /** Chosen by this person, not the workspace's. */
  readonly own: boolean;
}

/** When this person is not reminded. */
export async function readMyQuietHours(
  ctx: Pick<Context, 'db'>,
  { workspaceId, actor }: By,
): Promise<MyQuietHours> {
  const [own, stored] = await Promise.all([
    readQuietHours(ctx.db, workspaceId, [actor]),
    readStoredReminderSettings(ctx.db, workspaceId),
  ]);
  const mine = own.get(actor);
  return { quietHours: mine ?? stored.quietHours ?? defaultQuietHours, own: mine !== undefined };
}

/** Everybody for themselves; null: as the workspace has it. No event: it is nobody else's. Idempotent. */
export async function setMyQuietHours(
  { db }: Pick<Context, 'db'>,
  { workspaceId, actor, quietHours }: By & { readonly quietHours: QuietHours | null },
): Promise<Result<true, 'quiet_hours'>> {
  if (quietHours === null) await deleteQuietHours(db, workspaceId, actor);
  else if (isQuietHours(quietHours)) await saveQuietHours(db, workspaceId, actor, quietHours);
  else return Err('quiet_hours');
  return Ok(true);
}
