import { allOrEachAlone, putOffMs } from '../../concurrency/each_alone.ts';
import { checkOf } from '../../core/apps/zoom_app.ts';
import { regressedKey } from '../../core/deliveries/collapse_key.ts';
import type { Message } from '../../core/deliveries/message.ts';
import { readOwnersOf } from '../../store/apps/zoom_apps.ts';
import { readLastMessage } from '../../store/deliveries/direct_messages.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import {
  type PersonToNotify,
  postponePeopleToNotify,
  readPeopleToNotify,
  takePeopleToNotify,
} from '../../store/regressions/people_to_notify.ts';
import { type Regression, readRegressions } from '../../store/regressions/regressions.ts';
import { type Locked, lockEnvironments } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { allowedTimes } from '../changes/reminders/reminder_times.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { dueMessage } from './regression_messages.ts';
import { planTakerReminder } from './remind_taker.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId' | 'settings' | 'timeZonesOf'>;

/**
 * Sends the direct messages about regressions that are due, `most` at a time, to whom it is not night; the others get theirs in the
 * morning, unless it is repaired or taken by then: to owners, and to who took it a while ago. Returns how many were due.
 */
export async function notifyOfRegressions(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  const due = await readPeopleToNotify(ctx.db, workspaceId, now, most);
  if (due.length === 0) return 0;
  const people = [...new Set(due.map(({ userId }) => userId))];
  const times = await allowedTimes(ctx, workspaceId, people, now);
  const judged = due.map((person) => ({ ...person, dueAt: times.get(person.userId) ?? now }));
  await postponePeopleToNotify(
    ctx.db,
    workspaceId,
    judged.filter(({ dueAt }) => dueAt > now),
  );
  const later = new Date(now.getTime() + putOffMs);
  await allOrEachAlone(
    judged.filter(({ dueAt }) => dueAt <= now),
    (awake) =>
      withWorkspaceLock(ctx, workspaceId, async (tx) =>
        send(tx, ctx, workspaceId, await takePeopleToNotify(tx, workspaceId, awake)),
      ),
    (person) => postponePeopleToNotify(ctx.db, workspaceId, [{ ...person, dueAt: later }]),
  );
  return due.length;
}

async function send(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  people: readonly PersonToNotify[],
): Promise<void> {
  const ids = [...new Set(people.map(({ regressionId }) => regressionId))];
  const regressions = new Map((await readRegressions(tx, workspaceId, ids)).map((one) => [one.id, one]));
  const environmentIds = [...regressions.values()].map(({ environmentId }) => environmentId);
  const locked = await lockEnvironments(tx, workspaceId, environmentIds);
  const appIds = [...locked.values()].map(({ app }) => app.id);
  const owners = await readOwnersOf(tx, workspaceId, appIds);
  for (const { regressionId, userId } of people) {
    const regression = regressions.get(regressionId);
    const found = regression === undefined ? undefined : locked.get(regression.environmentId);
    if (regression === undefined || found === undefined) continue;
    const { takenBy, takenAt } = regression;
    // Since the evening, perhaps: taken by somebody else, or no owner any more.
    const isForThem = takenBy === null ? owners.get(found.app.id)?.includes(userId) : takenBy === userId;
    if (isForThem !== true) continue;
    if (takenAt !== null)
      await planTakerReminder(tx, ctx, workspaceId, { regressionId, userId, at: takenAt });
    if (regression.endedAt !== null || checkOf(found.environment, regression.check).status !== 'failed')
      continue;
    // Who watches the app by direct messages has just read it.
    if (takenBy === null && regression.asked <= 1 && (await hasRead(tx, workspaceId, userId, regression)))
      continue;
    const message = (): Message => messageTo(userId, found, regression);
    // Never an edit of the last one, which notifies nobody.
    await notifyPerson(tx, ctx, { workspaceId, userId, message, editSince: ctx.clock.now() });
  }
}

/** To an owner while nobody has taken it, else to who has. */
function messageTo(userId: string, found: Locked, regression: Regression): Message {
  const { takenAt } = regression;
  if (takenAt === null) return dueMessage(found, regression);
  return { ...dueMessage(found, regression, true), taken: { by: userId, at: takenAt.toISOString() } };
}

async function hasRead(
  tx: Queryable,
  workspaceId: string,
  userId: string,
  { id, environmentId, check }: Regression,
): Promise<boolean> {
  const key = regressedKey(environmentId, check);
  const said = (await readLastMessage(tx, { workspaceId, channelId: userId }, key))?.message;
  return said?.kind === 'regressed' && said.regressionId === id;
}
