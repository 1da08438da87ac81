import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { absentWorkers, releaseJobsOf } from '../../store/postgres/jobs/worker_heartbeat.ts';

/** How long a worker may be away before its jobs go to others. A living one is back within 2 s of the server. */
export const RECLAIM_AFTER_MS = 5_000;

/** Gives the jobs of workers that died to living ones, until `stopping`. A bad look at the database changes nothing. */
export async function reclaimJobs(
  ctx: { db: Queryable; log: Log },
  afterMs: number,
  stopping: AbortSignal,
): Promise<void> {
  let missingSince = new Map<string, number>();
  while (!stopping.aborted) {
    try {
      missingSince = await findAbsent(ctx, missingSince, afterMs);
    } catch {
      // Nobody can be called absent while the database is.
      missingSince = new Map();
    }
    await wait(afterMs / 2, undefined, { signal: stopping, ref: false }).catch(() => {});
  }
}

async function findAbsent(
  ctx: { db: Queryable; log: Log },
  before: ReadonlyMap<string, number>,
  afterMs: number,
): Promise<Map<string, number>> {
  const now = performance.now();
  const missing = new Map<string, number>();
  for (const id of await absentWorkers(ctx.db)) missing.set(id, before.get(id) ?? now);
  const gone = [...missing].filter(([, since]) => now - since >= afterMs).map(([id]) => id);
  if (gone.length > 0) {
    await releaseJobsOf(ctx.db, gone);
    ctx.log.warn({ workers: gone }, 'Took over the jobs of workers that are gone');
  }
  return missing;
}
