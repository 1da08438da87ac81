import { nextTakerReminder } from '../../core/regressions/taken_regression.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { addPeopleToNotify } from '../../store/regressions/people_to_notify.ts';
import type { Context } from '../changes/context.ts';
import { readReminderTimes } from '../changes/reminders/reminder_times.ts';

/** Plans the next direct message to whoever looks after a regression, for as long as it is one; a few at most. */
export async function planTakerReminder(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'settings'>,
  workspaceId: string,
  taken: { readonly regressionId: string; readonly userId: string; readonly at: Date },
): Promise<void> {
  const { regressionId, userId, at } = taken;
  const { remindAfterMs } = await readReminderTimes(tx, ctx, workspaceId);
  const dueAt = nextTakerReminder(at, ctx.clock.now(), remindAfterMs);
  if (dueAt !== null) await addPeopleToNotify(tx, workspaceId, [{ regressionId, userId }], dueAt);
}
