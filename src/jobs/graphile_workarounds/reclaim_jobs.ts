import { wait } from '../../concurrency/wait.ts';
import type { Log } from '../../log.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { isDatabaseDown } from '../../store/postgres/client/outage.ts';
import { LOCK_CLASS } from './heartbeat.ts';

/** How long a worker may be without a heartbeat before its jobs go to others. A living one is back 2 s after the server. */
export const RECLAIM_AFTER_MS = 5_000;

/**
 * Gives the jobs of workers without a heartbeat to living ones, until `stopping`. When the database does not answer, nothing
 * is known of any worker, and their times start again.
 *
 * Upstream: https://github.com/graphile/worker/issues/222 (closed: part of the paid Worker Pro)
 */
export async function reclaimJobs(
  ctx: { db: Queryable; log: Log },
  afterMs: number,
  stopping: AbortSignal,
): Promise<void> {
  let missingSince = new Map<string, number>();
  while (!stopping.aborted) {
    try {
      missingSince = await reclaimOnce(ctx, missingSince, afterMs);
    } catch (err) {
      missingSince = new Map();
      if (!isDatabaseDown(err)) ctx.log.error({ err }, 'Could not look for workers that are gone');
    }
    await wait(afterMs / 2, stopping);
  }
}

/** `before`: since when each worker is missing. Returns the same as of now. */
async function reclaimOnce(
  ctx: { db: Queryable; log: Log },
  before: ReadonlyMap<string, number>,
  afterMs: number,
): Promise<Map<string, number>> {
  const now = performance.now();
  const missing = new Map<string, number>();
  for (const id of await workersWithoutHeartbeat(ctx.db)) missing.set(id, before.get(id) ?? now);
  const gone = [...missing].filter(([, since]) => now - since >= afterMs).map(([id]) => id);
  if (gone.length > 0) {
    await releaseJobsOf(ctx.db, gone);
    ctx.log.warn({ workers: gone }, 'Reclaimed the jobs of workers that are gone');
  }
  return missing;
}

/** Workers that hold jobs and whose lock nobody holds. Cost: reads all jobs once. */
async function workersWithoutHeartbeat(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `with holder as (select distinct locked_by as id from graphile_worker.jobs where locked_by is not null)
     select id from holder where not exists (
       select from pg_locks
       where locktype = 'advisory' and granted and classid = $1::oid
         and objid = (hashtext(holder.id)::bigint & 4294967295)::oid
         and database = (select oid from pg_database where datname = current_database()))`,
    [LOCK_CLASS],
  );
  return rows.map((row) => row.id);
}

/** Gives the jobs of these workers back to the others, at once. */
export async function releaseJobsOf(db: Queryable, workerIds: readonly string[]): Promise<void> {
  await db.query('select graphile_worker.force_unlock_workers($1::text[])', [workerIds]);
}
