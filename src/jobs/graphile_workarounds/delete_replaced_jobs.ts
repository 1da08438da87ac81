import type { Queryable } from '../../store/postgres/client/database.ts';

/**
 * Deletes jobs that another one of their key has replaced while they ran, at most 1,000. graphile-worker takes the key and all further
 * attempts from such a job; if its process is killed, it stays in the table for ever and never runs. Cost: reads the
 * waiting jobs once.
 *
 * Upstream: docs/upstream/graphile-worker-replaced-jobs.md (0.17.3)
 */
export async function deleteReplacedJobs(db: Queryable): Promise<void> {
  await db.query(
    `select graphile_worker.complete_jobs(array(
       select id from graphile_worker.jobs
       where key is null and attempts >= max_attempts and locked_at is null limit 1000))`,
  );
}
