import { isReminded, nextNudge } from '../../core/turns/nudges.ts';
import { nextStepOf, turnAfter } from '../../core/turns/turn.ts';
import { readEnvironments } from '../../store/apps/environments.ts';
import { lastTimes } from '../../store/apps/events.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { readStaleTurns, type StoredTurn, saveTurns } from '../../store/turns/stale_turns.ts';
import type { Context } from '../changes/context.ts';
import { workOnDue } from '../changes/due/work_on_due.ts';
import { readReminderTimes } from '../changes/reminders/reminder_times.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'log' | 'settings'>;

/**
 * Works out whose turn it is in environments that have changed, `most` at a time. Returns how many there were. Idempotent: what is
 * marked stale meanwhile, by an older replica too, is worked out again.
 */
export function updateTurns(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  return workOnDue<StoredTurn>(ctx, workspaceId, {
    read: (db) => readStaleTurns(db, workspaceId, most),
    keyOf: ({ environmentId }) => environmentId,
    work: (tx, stale) => updateAll(tx, ctx, workspaceId, stale, now),
  });
}

async function updateAll(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  stale: readonly StoredTurn[],
  now: Date,
): Promise<void> {
  const { remindAfterMs } = await readReminderTimes(tx, ctx, workspaceId);
  const ids = stale.map(({ environmentId }) => environmentId);
  const environments = await readEnvironments(tx, workspaceId, ids);
  const byId = new Map(environments.map((one) => [one.id, one]));
  const isNew = new Set(stale.filter((one) => one.isNew).map(({ environmentId }) => environmentId));
  // Those of an earlier release have waited since their last change.
  const changed = await lastTimes(
    tx,
    workspaceId,
    environments.filter(({ id }) => isNew.has(id)),
    'check_changed',
  );
  const updated = stale.map((one) => {
    const environment = byId.get(one.environmentId);
    const step = environment === undefined ? null : nextStepOf(environment);
    const at = changed.get(one.environmentId) ?? now;
    const isAsked = environment !== undefined && step !== null && isReminded(environment, step);
    // Not from a beginning before this release: everything would be due at once.
    const nudgeAt = isAsked ? nextNudge(0, now, remindAfterMs) : null;
    return { environmentId: one.environmentId, turn: turnAfter(one.turn, step, at), at, nudgeAt };
  });
  await saveTurns(tx, workspaceId, updated);
}
