import type { Queryable } from '../client/database.ts';

export interface NewJob {
  readonly task: string;
  /** Must be JSON, and must hold ids only: never a secret, never a message. */
  readonly payload: object;
  /** One waiting job per key. `replace` (default) starts the wait again, `preserve_run_at` keeps the first time. */
  readonly jobKey?: string;
  readonly jobKeyMode?: 'replace' | 'preserve_run_at';
  /** From now, by the database's clock: that of this machine may be off by hours. Default 0. */
  readonly afterMs?: number;
  /** Jobs of one queue run one after the other, in the whole cluster. */
  readonly queueName?: string;
  /** Default 25; the wait between attempts grows as exp(attempt) seconds, up to 6 hours. */
  readonly maxAttempts?: number;
  /** Lower runs earlier. Default 0. */
  readonly priority?: number;
}

/** Adds a job in the transaction of its cause: it exists if, and only if, that transaction commits. */
export async function addJob(db: Queryable, job: NewJob): Promise<void> {
  await addJobs(db, [job]);
}

/** Many at once, in one statement. Jobs that share a key are one job: the last of them. */
export async function addJobs(db: Queryable, jobs: readonly NewJob[]): Promise<void> {
  const distinct = [...new Map(jobs.map((job, place) => [job.jobKey ?? place, job])).values()];
  for (const preserve of [true, false])
    await addUntilAdded(
      db,
      distinct.filter((job) => (job.jobKeyMode === 'preserve_run_at') === preserve),
      preserve,
    );
}

/** A worker would have to claim a job of the same key in the moment of each try. */
const MAX_TRIES = 20;

/**
 * `add_jobs` adds nothing for a key whose job a worker claims in that moment: it sees the job waiting first, and running afterwards.
 * That job may have begun without what this transaction writes, so the job is added again: now beside the running one. A job added
 * again is locked after the others, so two callers who add the same many could deadlock; Postgres then ends one of them.
 *
 * Upstream: https://github.com/graphile/worker/issues/580 (open, 0.17.3)
 */
async function addUntilAdded(db: Queryable, jobs: readonly NewJob[], preserveRunAt: boolean): Promise<void> {
  const traceparent = db.traceparent?.() ?? null;
  let left = jobs;
  for (let tries = 0; left.length > 0; tries += 1) {
    if (tries === MAX_TRIES) throw new Error(`A job could not be added: ${left[0]?.task}`);
    const added = await db.query<{ key: string | null }>(
      `select key from graphile_worker.add_jobs(array(
         select json_populate_record(
           row(null, null, null, now() + (spec->>'after_ms')::float8 * interval '1 millisecond',
             null, null, null, null)::graphile_worker.job_spec, spec)
         from json_array_elements($1::json) as spec), $2)`,
      [JSON.stringify(left.map((job) => specOf(job, traceparent))), preserveRunAt],
    );
    const keys = new Set(added.map(({ key }) => key));
    left = left.filter(({ jobKey }) => jobKey !== undefined && !keys.has(jobKey));
  }
}

function specOf(job: NewJob, traceparent: string | null) {
  return {
    identifier: job.task,
    payload: traceparent === null ? job.payload : { ...job.payload, traceparent },
    queue_name: job.queueName,
    after_ms: job.afterMs,
    max_attempts: job.maxAttempts,
    job_key: job.jobKey,
    priority: job.priority,
  };
}
