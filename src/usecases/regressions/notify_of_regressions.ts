import { checkOf } from '../../core/apps/zoom_app.ts';
import { regressedKey } from '../../core/deliveries/collapse_key.ts';
import type { Message } from '../../core/deliveries/message.ts';
import { readLastMessage } from '../../store/deliveries/direct_messages.ts';
import { readOwners } from '../../store/ownership/owners.ts';
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
import { workOnDue } from '../changes/due/work_on_due.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { allowedTimes } from '../changes/reminders/reminder_times.ts';
import { dueMessage } from './regression_messages.ts';
import { planTakerReminder } from './remind_taker.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'log' | 'newId' | 'settings' | 'timeZonesOf'>;

/**
 * Sends the direct messages about regressions that are due, `most` at a time, to whom it is not night; the others get theirs in the
 * morning, unless it is repaired or taken by then: to owners, and to who took it a while ago. Returns how many were due.
 */
export function notifyOfRegressions(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  return workOnDue<PersonToNotify>(ctx, workspaceId, {
    read: (db) => readPeopleToNotify(db, workspaceId, now, most),
    keyOf: ({ regressionId, userId }) => `${regressionId} ${userId}`,
    prepare: (due) => postponeTillMorning(ctx, workspaceId, due, now),
    work: async (tx, awake) => send(tx, ctx, workspaceId, await takePeopleToNotify(tx, workspaceId, awake)),
    putOff: (tx, person, dueAt) => postponePeopleToNotify(tx, workspaceId, [{ ...person, dueAt }]),
  });
}

/** Of these, those to whom it is night. */
async function postponeTillMorning(
  ctx: Needs,
  workspaceId: string,
  due: readonly PersonToNotify[],
  now: Date,
): Promise<void> {
  const people = [...new Set(due.map(({ userId }) => userId))];
  const times = await allowedTimes(ctx, workspaceId, people, now);
  const judged = due.map((person) => ({ ...person, dueAt: times.get(person.userId) ?? now }));
  const asleep = judged.filter(({ dueAt }) => dueAt > now);
  await postponePeopleToNotify(ctx.db, workspaceId, asleep);
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
  const owners = await readOwners(tx, workspaceId, appIds);
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
