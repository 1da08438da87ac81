import type { Job } from '../core/jobs.ts';
import type { Queryable } from './postgres/client/database.ts';
import { addJobs } from './postgres/jobs/add_job.ts';

/** Of the job that delivers what waits in a channel. */
export function deliverJobKey(workspaceId: string, channelId: string): string {
  return `deliver:${workspaceId}:${channelId}`;
}

/**
 * One waiting job per thing to do. Deliveries of a channel run one after the other (`queue`), and a new message does
 * not hurry a channel that waits for Slack's Retry-After (`preserve_run_at`).
 */
function rules(job: Job): { key: string; mode: 'replace' | 'preserve_run_at'; queue: string } {
  const key = `${job.task}:${job.workspaceId}`;
  switch (job.task) {
    case 'deliver': {
      const ofChannel = deliverJobKey(job.workspaceId, job.channelId);
      return { key: ofChannel, mode: 'preserve_run_at', queue: ofChannel };
    }
    case 'probe_credentials':
      // One after the other: further presses of "Check now" while Zoom is slow add one more attempt, not one each.
      return {
        key: `${key}:${job.environmentId}`,
        mode: 'replace',
        queue: `${key}:${someOf(job.environmentId)}`,
      };
    case 'poll_stackone':
    case 'check_connector':
      // A forced one is a job of its own: the next scheduled one must not replace it by one that is not forced.
      return { key: job.force === true ? `${key}:force` : key, mode: 'replace', queue: key };
    case 'poll_connect_sessions':
    case 'forget_deliveries':
    case 'list_actions':
    case 'review_scopes':
    case 'sweep':
    case 'check_credentials':
    case 'apply_retention':
      return { key, mode: 'replace', queue: key };
  }
}

/**
 * graphile-worker keeps the name of every queue, and every name costs a little with each job (jobs/graphile_workarounds/delete_queue_names.ts).
 * So environments, which come and go, share 256 queues: the end of an id is random.
 */
function someOf(id: string): string {
  return id.slice(-2);
}

/**
 * Work that must happen, once and even after a crash: add it in the transaction of its cause. `afterMs`: from now, by the
 * database's clock, even if a job with its key was planned for another time; null: as the rules of the job say.
 */
export async function enqueue(db: Queryable, job: Job, afterMs: number | null = null): Promise<void> {
  await enqueueAll(db, [job], afterMs);
}

/** In one statement, whatever their number. Always in the same order, so that two callers who add many do not deadlock (but see add_job.ts). */
export async function enqueueAll(
  db: Queryable,
  jobs: readonly Job[],
  afterMs: number | null = null,
): Promise<void> {
  const added = jobs.map((job) => {
    const { task, ...payload } = job;
    const { key, mode, queue } = rules(job);
    return {
      task,
      payload,
      jobKey: key,
      jobKeyMode: afterMs === null ? mode : ('replace' as const),
      queueName: queue,
      ...(afterMs === null ? {} : { afterMs }),
    };
  });
  await addJobs(
    db,
    added.sort((a, b) => (a.jobKey < b.jobKey ? -1 : 1)),
  );
}

export async function countWaitingJobs(db: Queryable): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'select count(*)::int as count from graphile_worker.jobs where run_at <= now() and locked_at is null',
  );
  return row?.count ?? 0;
}
