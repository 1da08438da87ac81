import { enqueue } from '../store/jobs.ts';
import type { Queryable } from '../store/postgres/database.ts';
import { workspaceIds } from '../store/workspaces.ts';
import type { Schedule } from './clock/clock.ts';

/** When Greenroom looks by itself. A firing only queues; the work is done by jobs. */
export function createSchedules(db: Queryable, pollCron: string): Schedule[] {
  return [
    { name: 'poll StackOne', cron: pollCron, run: () => forEachWorkspace(db, 'poll_stackone') },
    { name: 'sweep', cron: pollCron, run: () => forEachWorkspace(db, 'sweep') },
  ];
}

async function forEachWorkspace(db: Queryable, task: 'poll_stackone' | 'sweep'): Promise<void> {
  for (const workspaceId of await workspaceIds(db)) await enqueue(db, { task, workspaceId });
}
