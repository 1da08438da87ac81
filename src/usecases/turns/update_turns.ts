import { isReminded, nextNudge } from '../../core/turns/nudges.ts';
import { nextStepOf, turnAfter } from '../../core/turns/turn.ts';
import { readEnvironments } from '../../store/apps/environments.ts';
import { lastTimes } from '../../store/apps/events.ts';
import { readStaleTurns, saveTurns } from '../../store/turns/stale_turns.ts';
import type { Context } from '../changes/context.ts';
import { readReminderTimes } from '../changes/reminders/reminder_times.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';

/**
 * Works out whose turn it is in environments that have changed, `most` at a time. Returns how many there were. Idempotent: what is
 * marked stale meanwhile, by an older replica too, is worked out again.
 */
export function updateTurns(
  ctx: Pick<Context, 'db' | 'clock' | 'settings'>,
  workspaceId: string,
  most: number,
): Promise<number> {
  const now = ctx.clock.now();
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const stale = await readStaleTurns(tx, workspaceId, most);
    if (stale.length === 0) return 0;
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
    return stale.length;
  });
}
