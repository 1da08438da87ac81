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
  const traceparent = db.traceparent?.() ?? null;
  const distinct = [...new Map(jobs.map((job, place) => [job.jobKey ?? place, job])).values()];
  for (const preserve of [true, false]) {
    const some = distinct.filter((job) => (job.jobKeyMode === 'preserve_run_at') === preserve);
    if (some.length === 0) continue;
    await db.query(
      `select from graphile_worker.add_jobs(array(
         select json_populate_record(
           row(null, null, null, now() + (spec->>'after_ms')::float8 * interval '1 millisecond',
             null, null, null, null)::graphile_worker.job_spec, spec)
         from json_array_elements($1::json) as spec), $2)`,
      [JSON.stringify(some.map((job) => specOf(job, traceparent))), preserve],
    );
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
