import type { Database } from '../../store/postgres/client/database.ts';

/** A caller who adds a job waits for this lock; while the database is busy nothing is deleted until the next hour. */
const LOCK_TIMEOUT_MS = 200;
const batchSize = 10_000;
/** Postgres, appendix A: lock not available. */
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Deletes the names of queues that no job bears, at most 10,000. graphile-worker keeps a row for every name that a queue ever
 * had, and locks all idle ones whenever it fetches a job: each job would cost more with every channel that came and went.
 *
 * Its own clean-up (`GC_JOB_QUEUES`) may delete the name of a job whose transaction has not committed, and that job would
 * never run. The table lock here keeps callers who add jobs out, and waits for those who have not committed. Cost: reads
 * all jobs twice. Returns how many names were deleted.
 *
 * Upstream: https://github.com/graphile/worker/issues/240 (open), docs/upstream/graphile-worker-gc-job-queues.md (0.17.3)
 */
export async function deleteQueueNames(db: Pick<Database, 'tx'>): Promise<number> {
  try {
    return await db.tx(async (tx) => {
      await tx.query(`select set_config('lock_timeout', $1, true)`, [`${LOCK_TIMEOUT_MS}`]);
      const unused = `locked_at is null and not exists (
        select 1 from graphile_worker._private_jobs job where job.job_queue_id = queue.id)`;
      const rows = await tx.query<{ id: number }>(
        `select id from graphile_worker._private_job_queues queue where ${unused} limit $1`,
        [batchSize],
      );
      if (rows.length === 0) return 0;
      await tx.query('lock table graphile_worker._private_job_queues in share row exclusive mode');
      const deleted = await tx.query(
        `delete from graphile_worker._private_job_queues queue where id = any($1::int[]) and ${unused} returning 1`,
        [rows.map(({ id }) => id)],
      );
      return deleted.length;
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE) return 0;
    throw error;
  }
}
