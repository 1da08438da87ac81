import { checkOf } from '../../core/apps/zoom_app.ts';
import { nextAllowedTime } from '../../core/reminders/allowed_time.ts';
import { readOwnersOf } from '../../store/apps/zoom_apps.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { addPeopleToNotify, type PersonToNotify } from '../../store/regressions/people_to_notify.ts';
import {
  deleteRegressions,
  type Regression,
  readDueRegressions,
  saveDueTimes,
} from '../../store/regressions/regressions.ts';
import { type Locked, lockEnvironments } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { workOnDue } from '../changes/due/work_on_due.ts';
import { type Notifications, notifyAll } from '../changes/notify_watchers.ts';
import { type ReminderTimes, readReminderTimes } from '../changes/reminders/reminder_times.ts';
import { dueMessage, editRegressionMessages } from './regression_messages.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId' | 'settings'>;

/** While nobody can see whether it is repaired, it is looked at again after this. */
const unseenMs = 10 * 60_000;
/** Asked about this often after the reminder time; then ever later, up to this many times of it. */
const mostTimes = 7;

interface Asking {
  readonly over: Regression[];
  readonly next: { readonly id: string; readonly asked: number; readonly dueAt: Date }[];
  readonly toNotify: PersonToNotify[];
  readonly notifications: Notifications[];
}

/**
 * Looks at the regressions that are due, `most` at a time: each owner is to be sent a direct message, and again after the workspace's
 * reminder time, in the channel too, until somebody has taken it. Messages about one that is over say so. Returns how many were due.
 */
export function askAboutRegressions(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  return workOnDue<Regression>(ctx, workspaceId, {
    read: (db) => readDueRegressions(db, workspaceId, now, most),
    keyOf: ({ id }) => id,
    work: (tx, regressions) => askAboutAll(tx, ctx, workspaceId, regressions, now),
    putOff: (db, { id, asked }, dueAt) => saveDueTimes(db, workspaceId, [{ id, asked, dueAt }]),
  });
}

async function askAboutAll(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  regressions: readonly Regression[],
  now: Date,
): Promise<void> {
  const environmentIds = regressions.map(({ environmentId }) => environmentId);
  const locked = await lockEnvironments(tx, workspaceId, environmentIds);
  const appIds = [...locked.values()].map(({ app }) => app.id);
  const known = {
    now,
    times: await readReminderTimes(tx, ctx, workspaceId),
    owners: await readOwnersOf(tx, workspaceId, appIds),
  };
  const asking: Asking = { over: [], next: [], toNotify: [], notifications: [] };
  for (const one of regressions) add(asking, one, locked.get(one.environmentId), known);
  for (const one of asking.over) await close(tx, ctx, workspaceId, one, locked.get(one.environmentId));
  await deleteRegressions(
    tx,
    workspaceId,
    asking.over.map(({ id }) => id),
  );
  await saveDueTimes(tx, workspaceId, asking.next);
  await addPeopleToNotify(tx, workspaceId, asking.toNotify, now);
  await notifyAll(tx, ctx, workspaceId, asking.notifications);
}

/** What is the same for all that are due. */
interface Known {
  readonly now: Date;
  readonly times: ReminderTimes;
  readonly owners: ReadonlyMap<string, readonly string[]>;
}

/** `over`: nothing is asked any more. `wait`: for so many milliseconds; `asked` where it counts as asked. */
type Decision =
  | { readonly kind: 'over' | 'ask' }
  | { readonly kind: 'wait'; readonly ms: number; readonly asked?: number };

function decide(regression: Regression, found: Locked | undefined, { now, times }: Known): Decision {
  const { asked } = regression;
  const check = found === undefined ? null : checkOf(found.environment, regression.check);
  if (regression.endedAt !== null || check?.lastKnown !== 'failed') return { kind: 'over' };
  if (check.status !== 'failed') return { kind: 'wait', ms: unseenMs };
  // "Not ready yet" has a reminder of its own.
  const isAskedOtherwise = asked > 0 && check.reason === 'not_ready';
  if (regression.takenBy !== null || isAskedOtherwise) return { kind: 'wait', ms: times.remindAfterMs };
  if (asked > 0) {
    const allowedAt = nextAllowedTime(now, times.timeZone, times.quietHours);
    return allowedAt > now ? { kind: 'wait', ms: allowedAt.getTime() - now.getTime() } : { kind: 'ask' };
  }
  return regression.announced ? { kind: 'ask' } : { kind: 'wait', ms: times.remindAfterMs, asked: 1 };
}

function add(asking: Asking, regression: Regression, found: Locked | undefined, known: Known): void {
  const decision = decide(regression, found, known);
  if (decision.kind === 'over' || found === undefined) {
    asking.over.push(regression);
    return;
  }
  if (decision.kind === 'ask') ask(asking, regression, found, known.owners.get(found.app.id) ?? []);
  const { id, asked } = regression;
  const times = Math.min(mostTimes, Math.max(1, asked));
  const ms = decision.kind === 'wait' ? decision.ms : known.times.remindAfterMs * times;
  const nowAsked = decision.kind === 'wait' ? (decision.asked ?? asked) : asked + 1;
  asking.next.push({ id, asked: nowAsked, dueAt: new Date(known.now.getTime() + ms) });
}

/** The first time the channel has the announcement; later the owners are asked there, too. */
function ask(asking: Asking, regression: Regression, found: Locked, owners: readonly string[]): void {
  const { id: regressionId, asked, reportedBy } = regression;
  // Who reported it knows.
  const whom = asked === 0 ? owners.filter((owner) => owner !== reportedBy) : owners;
  asking.toNotify.push(...whom.map((userId) => ({ regressionId, userId })));
  if (asked === 0) return;
  const message = { ...dueMessage(found, { ...regression, asked: asked + 1 }), owners };
  asking.notifications.push({ appId: found.app.id, messages: [{ where: 'channel', message }] });
}

function close(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  regression: Regression,
  found: Locked | undefined,
): Promise<void> {
  const repaired = found !== undefined && checkOf(found.environment, regression.check).lastKnown === 'passed';
  const at = (regression.endedAt ?? ctx.clock.now()).toISOString();
  return editRegressionMessages(tx, ctx, workspaceId, regression, { ended: { at, repaired } });
}
