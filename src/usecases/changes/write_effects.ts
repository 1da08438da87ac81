import { appendEvents, type NewEvent } from '../../store/apps/events.ts';
import { type StageOf, saveStages } from '../../store/apps/save_environments.ts';
import { type CheckOf, saveChecks } from '../../store/checks/readiness_checks.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from './context.ts';
import { type Notifications, notifyAll } from './notify_watchers.ts';

/**
 * Everything that changes of a workspace's apps write: collected while they are decided, then written with one statement for
 * each table, for one environment or a hundred.
 */
export interface Effects {
  readonly checks: CheckOf[];
  readonly stages: StageOf[];
  readonly events: Omit<NewEvent, 'workspaceId'>[];
  readonly notifications: Notifications[];
}

export function noEffects(): Effects {
  return { checks: [], stages: [], events: [], notifications: [] };
}

export async function writeEffects(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  workspaceId: string,
  { checks, stages, events, notifications }: Effects,
): Promise<void> {
  await saveChecks(tx, workspaceId, checks);
  await saveStages(tx, workspaceId, stages);
  await appendEvents(tx, workspaceId, events);
  await notifyAll(tx, ctx, workspaceId, notifications);
}
