import type { QuietHours } from '../../core/reminders/allowed_time.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** What the admins of a workspace have chosen; null: nothing. */
export interface StoredReminderSettings {
  /** IANA. */
  readonly timeZone: string | null;
  readonly quietHours: QuietHours | null;
  readonly reminderAfterHours: number | null;
}

interface QuietRow {
  quiet_from: number | null;
  quiet_to: number | null;
  quiet_weekend: boolean | null;
}

/** Cost: one row. */
export async function readStoredReminderSettings(
  db: Queryable,
  workspaceId: string,
): Promise<StoredReminderSettings> {
  const [row] = await db.query<QuietRow & { time_zone: string | null; reminder_after_hours: number | null }>(
    `select time_zone, reminder_after_hours, quiet_from, quiet_to, quiet_weekend from workspace where id = $1`,
    [workspaceId],
  );
  return {
    timeZone: row?.time_zone ?? null,
    quietHours: row === undefined ? null : quietHoursOf(row),
    reminderAfterHours: row?.reminder_after_hours ?? null,
  };
}

/** Cost: one row. */
export async function saveReminderSettings(
  db: Queryable,
  workspaceId: string,
  {
    timeZone,
    quietHours,
    reminderAfterHours,
  }: { readonly [Key in keyof StoredReminderSettings]: NonNullable<StoredReminderSettings[Key]> },
): Promise<void> {
  const { from, to, weekend } = quietHours;
  await db.query(
    `update workspace set time_zone = $2, reminder_after_hours = $3, quiet_from = $4, quiet_to = $5, quiet_weekend = $6
     where id = $1`,
    [workspaceId, timeZone, reminderAfterHours, from, to, weekend],
  );
}

/** The quiet hours of those of these people who have chosen their own, by user id. Cost: a row for each. */
export async function readQuietHours(
  db: Queryable,
  workspaceId: string,
  userIds: readonly string[],
): Promise<Map<string, QuietHours>> {
  const rows = await db.query<QuietRow & { user_id: string }>(
    `select user_id, quiet_from, quiet_to, quiet_weekend from quiet_hours
     where workspace_id = $1 and user_id = any($2::text[])`,
    [workspaceId, userIds],
  );
  return new Map(
    rows.flatMap((row) => {
      const quiet = quietHoursOf(row);
      return quiet === null ? [] : [[row.user_id, quiet] as const];
    }),
  );
}

/** Cost: one row. */
export async function saveQuietHours(
  db: Queryable,
  workspaceId: string,
  userId: string,
  { from, to, weekend }: QuietHours,
): Promise<void> {
  await db.query(
    `insert into quiet_hours (workspace_id, user_id, quiet_from, quiet_to, quiet_weekend) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, user_id) do update
     set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, quiet_weekend = excluded.quiet_weekend`,
    [workspaceId, userId, from, to, weekend],
  );
}

/** The person goes by the workspace again. Cost: one row. */
export async function deleteQuietHours(db: Queryable, workspaceId: string, userId: string): Promise<void> {
  await db.query('delete from quiet_hours where workspace_id = $1 and user_id = $2', [workspaceId, userId]);
}

function quietHoursOf({ quiet_from, quiet_to, quiet_weekend }: QuietRow): QuietHours | null {
  return quiet_from === null || quiet_to === null || quiet_weekend === null
    ? null
    : { from: quiet_from, to: quiet_to, weekend: quiet_weekend };
}
