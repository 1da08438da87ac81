import type { WorkspaceJobName } from '../core/jobs.ts';
import { enqueueAll } from '../store/jobs.ts';
import type { Database, Queryable } from '../store/postgres/client/database.ts';
import { workspaceIds } from '../store/workspaces/workspaces.ts';
import { deleteQueueNames } from './graphile_workarounds/delete_queue_names.ts';
import { deleteReplacedJobs } from './graphile_workarounds/delete_replaced_jobs.ts';
import type { Schedule } from './scheduler/scheduler.ts';

/** When Greenroom looks by itself. A firing only queues; the work is done by jobs. */
export function createSchedules(db: Queryable, pollCron: string): Schedule[] {
  return [
    { name: 'poll StackOne', cron: pollCron, run: () => forEachWorkspace(db, 'poll_stackone') },
    { name: 'check credentials', cron: pollCron, run: () => forEachWorkspace(db, 'check_credentials') },
    { name: 'sweep', cron: pollCron, run: () => forEachWorkspace(db, 'sweep') },
  ];
}

/** What changes with releases, not with the minute. Off the full hour, when everybody else asks. */
export function createRareSchedules(db: Database): Schedule[] {
  return [
    { name: 'forget deliveries', cron: '41 3 * * *', run: () => forEachWorkspace(db, 'forget_deliveries') },
    { name: 'forget replaced jobs', cron: '47 * * * *', run: () => deleteReplacedJobs(db) },
    { name: 'forget queue names', cron: '53 * * * *', run: async () => void (await deleteQueueNames(db)) },
    { name: 'list actions', cron: '23 4 * * *', run: () => forEachWorkspace(db, 'list_actions') },
    // Soon after an update of Greenroom; the rest of the time it finds the catalogue unchanged.
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
