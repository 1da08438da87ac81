import type { WorkspaceJobName } from '../core/jobs.ts';
import { enqueueAll } from '../store/jobs.ts';
import type { Database, Queryable } from '../store/postgres/client/database.ts';
import { workspaceIds } from '../store/workspaces/workspaces.ts';
import { deleteQueueNames } from './graphile_workarounds/delete_queue_names.ts';
import { deleteReplacedJobs } from './graphile_workarounds/delete_replaced_jobs.ts';
import type { Schedule } from './scheduler/scheduler.ts';

/** What runs by itself. A firing only queues; the work is done by jobs. */
export function createSchedules(db: Queryable, pollCron: string): Schedule[] {
  return [
    { name: 'poll StackOne', cron: pollCron, run: () => forEachWorkspace(db, 'poll_stackone') },
    { name: 'check credentials', cron: pollCron, run: () => forEachWorkspace(db, 'check_credentials') },
    { name: 'sweep', cron: pollCron, run: () => forEachWorkspace(db, 'sweep') },
  ];
}

/** Hourly and daily schedules. Not at the full hour, when hosts get most calls. */
export function createRareSchedules(db: Database): Schedule[] {
  return [
    { name: 'forget deliveries', cron: '41 3 * * *', run: () => forEachWorkspace(db, 'forget_deliveries') },
    { name: 'forget replaced jobs', cron: '47 * * * *', run: () => deleteReplacedJobs(db) },
    { name: 'forget queue names', cron: '53 * * * *', run: async () => void (await deleteQueueNames(db)) },
    { name: 'apply retention', cron: '11 2 * * *', run: () => forEachWorkspace(db, 'apply_retention') },
    // Often, because each workspace has its own time of day; what is not due costs one query.
    { name: 'check connector', cron: '*/5 * * * *', run: () => forEachWorkspace(db, 'check_connector') },
    // Often, so that it runs soon after an upgrade; without a new catalogue there is nothing to do.
    { name: 'review scopes', cron: '*/15 * * * *', run: () => forEachWorkspace(db, 'review_scopes') },
  ];
}

async function forEachWorkspace(db: Queryable, task: WorkspaceJobName): Promise<void> {
  const ids = await workspaceIds(db);
  await enqueueAll(
    db,
    ids.map((workspaceId) => ({ task, workspaceId })),
  );
}
