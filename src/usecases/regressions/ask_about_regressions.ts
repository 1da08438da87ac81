import { isNoOwner } from '../../core/apps/member_status.ts';
import { checkOf } from '../../core/apps/zoom_app.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { readOwners } from '../../store/ownership/owners.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import {
  addPeopleToNotify,
  notifyNobodyOf,
  type PersonToNotify,
} from '../../store/regressions/people_to_notify.ts';
import {
  deleteRegressions,
  type Regression,
  readDueRegressions,
  releaseRegression,
  saveDueTimes,
} from '../../store/regressions/regressions.ts';
import { type Locked, lockEnvironments } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { workOnDue } from '../changes/due/work_on_due.ts';
import { type Notifications, notifyAll } from '../changes/notify_watchers.ts';
import { readReminderTimes } from '../changes/reminders/reminder_times.ts';
import { decide, type KnownOfRegressions } from './decide_regression.ts';
import { dueMessage, editRegressionMessages } from './regression_messages.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'log' | 'newId' | 'settings' | 'memberStatusesOf'>;

/** Asked about this often after the reminder time; then ever later, up to this many times of it. */
const mostTimes = 7;

interface Asking {
  readonly over: Regression[];
  readonly released: Regression[];
  readonly next: { readonly id: string; readonly asked: number; readonly dueAt: Date }[];
  readonly toNotify: PersonToNotify[];
  readonly notifications: Notifications[];
}

/**
 * Looks at the regressions that are due, `most` at a time: each owner is to be sent a direct message, and again after the workspace's
 * reminder time, in the channel too, until somebody has taken it. One that is taken for too long, or by somebody whose account is gone,
 * is nobody's again. Messages about one that is over say so. Returns how many were due.
 */
export function askAboutRegressions(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  const gone = new Set<string>();
  const isGone = (userId: string) => gone.has(userId);
  return workOnDue<Regression>(ctx, workspaceId, {
    read: (db) => readDueRegressions(db, workspaceId, now, most),
    keyOf: ({ id }) => id,
    prepare: async (due) => {
      const takers = [...new Set(due.flatMap(({ takenBy }) => takenBy ?? []))];
      const statuses = takers.length === 0 ? undefined : await ctx.memberStatusesOf?.(takers);
      for (const [userId, status] of statuses ?? []) if (isNoOwner(status)) gone.add(userId);
    },
    work: (tx, regressions) => askAboutAll(tx, ctx, workspaceId, regressions, { now, isGone }),
    putOff: (tx, { id, asked }, dueAt) => saveDueTimes(tx, workspaceId, [{ id, asked, dueAt }]),
  });
}

async function askAboutAll(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  regressions: readonly Regression[],
  { now, isGone }: Pick<KnownOfRegressions, 'now' | 'isGone'>,
): Promise<void> {
  const environmentIds = regressions.map(({ environmentId }) => environmentId);
  const locked = await lockEnvironments(tx, workspaceId, environmentIds);
  const appIds = [...locked.values()].map(({ app }) => app.id);
  const known = {
    ...{ now, isGone },
    times: await readReminderTimes(tx, ctx, workspaceId),
    owners: await readOwners(tx, workspaceId, appIds),
  };
  const asking: Asking = { over: [], released: [], next: [], toNotify: [], notifications: [] };
  for (const one of regressions) add(asking, one, locked.get(one.environmentId), known);
  for (const one of asking.released) await release(tx, ctx, workspaceId, one, locked.get(one.environmentId));
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

function add(
  asking: Asking,
  regression: Regression,
  found: Locked | undefined,
  known: KnownOfRegressions,
): void {
  const decision = decide(regression, found, known);
  if (decision.kind === 'over' || found === undefined) {
    asking.over.push(regression);
    return;
  }
  if (decision.kind === 'ask') ask(asking, regression, found, known.owners.get(found.app.id) ?? []);
  const { id, asked } = regression;
  if (decision.kind === 'release') {
    asking.released.push(regression);
    // The owners are asked in the next run.
    asking.next.push({ id, asked, dueAt: known.now });
    return;
  }
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

async function release(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  regression: Regression,
  found: Locked | undefined,
): Promise<void> {
  const { id, environmentId, check, takenBy: from } = regression;
  await releaseRegression(tx, workspaceId, id);
  await notifyNobodyOf(tx, workspaceId, id);
  await appendEvent(tx, {
    ...{ id: ctx.newId(), workspaceId, at: ctx.clock.now(), kind: 'regression_released', actor: 'greenroom' },
    ...{ appId: found?.app.id, environmentId, detail: { check, from } },
  });
  await editRegressionMessages(tx, ctx, workspaceId, regression, ({ taken: _, ...said }) => said);
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
  const ended = { at, repaired };
  return editRegressionMessages(tx, ctx, workspaceId, regression, (said) => ({ ...said, ended }));
}
