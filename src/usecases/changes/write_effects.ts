import { appendEvents, type NewEvent } from '../../store/apps/events.ts';
import { type StageOf, saveStages } from '../../store/apps/save_environments.ts';
import { type CheckOf, saveChecks } from '../../store/checks/readiness_checks.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import {
  type BrokenCheck,
  endRegressions,
  insertRegressions,
  type NewRegression,
} from '../../store/regressions/regressions.ts';
import type { Context } from './context.ts';
import { type Notifications, notifyAll } from './notify_watchers.ts';
import { mentionOwners } from './regressions/mention_owners.ts';

/**
 * Everything that changes of a workspace's apps write: collected while they are decided, then written with one statement for
 * each table, for one environment or a hundred.
 */
export interface Effects {
  readonly checks: CheckOf[];
  readonly stages: StageOf[];
  readonly events: Omit<NewEvent, 'workspaceId'>[];
  readonly notifications: Notifications[];
  readonly regressions: NewRegression[];
  readonly repaired: BrokenCheck[];
}

export function noEffects(): Effects {
  return { checks: [], stages: [], events: [], notifications: [], regressions: [], repaired: [] };
}

export async function writeEffects(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  workspaceId: string,
  { checks, stages, events, notifications, regressions, repaired }: Effects,
): Promise<void> {
  await saveChecks(tx, workspaceId, checks);
  await saveStages(tx, workspaceId, stages);
  await appendEvents(tx, workspaceId, events);
  // What breaks now was whole before: an older replica, which writes no regressions, may have repaired it.
  await endRegressions(tx, workspaceId, [...repaired, ...regressions], ctx.clock.now());
  await insertRegressions(tx, workspaceId, regressions);
  await notifyAll(tx, ctx, workspaceId, await mentionOwners(tx, workspaceId, notifications));
}
