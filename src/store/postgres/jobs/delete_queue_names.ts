import type { Database } from '../client/database.ts';

/** Who adds a job waits behind this; a busy database is left for the next hour. */
const LOCK_TIMEOUT_MS = 200;
const mostAtOnce = 10_000;
/** Postgres, appendix A: lock not available. */
const BUSY = '55P03';

/**
 * graphile-worker (0.17) keeps a row for every name that a queue ever had, and locks all of them whenever it takes a job:
 * channels that come and go would make each job dearer for ever. Deletes the names that no job bears, so many at once.
 *
 * graphile-worker's own clean-up (`GC_JOB_QUEUES`) may delete a name between the two statements in which a job is added
 * to it, and the job would never run. The lock keeps those who add jobs out, and waits for those who have not committed.
 * Cost: two looks at all jobs. Returns how many names were deleted.
 */
export async function forgetQueueNames(db: Pick<Database, 'tx'>): Promise<number> {
  try {
    return await db.tx(async (tx) => {
      await tx.query(`select set_config('lock_timeout', $1, true)`, [`${LOCK_TIMEOUT_MS}`]);
      const unused = `locked_at is null and not exists (
        select 1 from graphile_worker._private_jobs job where job.job_queue_id = queue.id)`;
      const rows = await tx.query<{ id: number }>(
        `select id from graphile_worker._private_job_queues queue where ${unused} limit $1`,
        [mostAtOnce],
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
    if (error instanceof Error && 'code' in error && error.code === BUSY) return 0;
    throw error;
  }
}
