import type { Queryable } from './database.ts';

export interface NewJob {
  readonly task: string;
  /** Must be JSON, and must hold ids only: never a secret, never a message. */
  readonly payload: object;
  /** One waiting job per key. `replace` (default) starts the wait again, `preserve_run_at` keeps the first time,
   * `unsafe_dedupe` leaves an existing job as it is, even one that is running or has failed for good. */
  readonly jobKey?: string;
  readonly jobKeyMode?: 'replace' | 'preserve_run_at' | 'unsafe_dedupe';
  /** Default: now, by the database's clock. */
  readonly runAt?: Date;
  /** Jobs of one queue run one after the other, in the whole cluster. */
  readonly queueName?: string;
  /** Default 25; the wait between attempts grows as exp(attempt) seconds, up to 6 hours. */
  readonly maxAttempts?: number;
  /** Lower runs earlier. Default 0. */
  readonly priority?: number;
}

/** Adds a job in the transaction of its cause: it exists if, and only if, that transaction commits. */
export async function addJob(db: Queryable, job: NewJob): Promise<void> {
  await db.query(
    `select from graphile_worker.add_job(
       identifier => $1::text, payload => $2::json, queue_name => $3::text, run_at => $4::timestamptz,
       max_attempts => $5::int, job_key => $6::text, priority => $7::int, job_key_mode => $8::text)`,
    [
      job.task,
      JSON.stringify(job.payload),
      job.queueName ?? null,
      job.runAt?.toISOString() ?? null,
      job.maxAttempts ?? null,
      job.jobKey ?? null,
      job.priority ?? null,
      job.jobKeyMode ?? 'replace',
    ],
  );
}
