import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { retry } from '../../concurrency/retry.ts';
import type { Log } from '../../log.ts';
import { createPool } from '../../store/postgres/client/database.ts';
import { noTelemetry, type Telemetry } from '../../telemetry/telemetry.ts';
import { aborted } from '../aborted.ts';
import { RECLAIM_AFTER_MS, reclaimJobs, releaseJobsOf } from '../graphile_workarounds/reclaim_jobs.ts';
import { releaseOnce } from '../graphile_workarounds/release_once.ts';
import { retireAfterLoss } from '../graphile_workarounds/retire_worker.ts';
import { retryJobResults } from '../graphile_workarounds/retry_job_results.ts';
import { waitForConnections } from '../graphile_workarounds/wait_for_connection.ts';
import type { Tasks } from './task.ts';
import { startWorker, type Worker } from './worker.ts';

export interface QueueOptions {
  readonly connection: pg.PoolConfig;
  readonly tasks: Tasks;
  /** Jobs at a time in this process. Default 4. */
  readonly concurrency?: number;
  readonly log: Log;
  /** The longest time that `stop` waits for running jobs. Default 10 s; then they are given to others. */
  readonly stopWithinMs?: number;
  /** After how long the jobs of a worker that died are run by others. Default 5 s. */
  readonly reclaimAfterMs?: number;
  readonly telemetry?: Telemetry;
}

export interface Queue {
  /** Takes no more jobs, waits for the running ones (with a limit), closes its connections. */
  stop(): Promise<void>;
}

/**
 * Runs jobs from Postgres (graphile-worker) until stopped. It may be started while the database is away, and goes on after
 * its restarts: a worker that lost its connection finishes what it runs, and a new one takes its place.
 */
export function startQueue(options: QueueOptions): Queue {
  const concurrency = options.concurrency ?? 4;
  const stopWithinMs = options.stopWithinMs ?? 10_000;
  const telemetry = options.telemetry ?? noTelemetry;
  const stopping = new AbortController();
  const givingUp = new AbortController();
  // Besides the workers: one connection to listen, one to reclaim jobs, one to fetch.
  const pool = createPool({
    connection: options.connection,
    log: options.log,
    poolSize: Math.min(concurrency, 4) + 3,
  });
  const db = {
    query: async (sql: string, values: readonly unknown[] = []) => (await pool.query(sql, [...values])).rows,
  };
  waitForConnections(pool, givingUp.signal, options.log);
  releaseOnce(pool);
  retryJobResults(pool, options.connection, givingUp.signal);

  const workers = new Set<Worker>();
  const reclaiming = reclaimJobs(
    { db, log: options.log },
    options.reclaimAfterMs ?? RECLAIM_AFTER_MS,
    stopping.signal,
  );
  const stopped = aborted(stopping.signal);
  const working = keepWorking();
  let ended: Promise<void> | undefined;

  async function keepWorking(): Promise<void> {
    while (!stopping.signal.aborted) {
      const worker = await startOne().catch(() => null);
      if (worker === null) return;
      workers.add(worker);
      void worker.finished.then(() => workers.delete(worker));
      await Promise.race([worker.failed, stopped]);
      void retireAfterLoss(worker, stopping.signal);
      await wait(100, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  /** Throws only when it was stopped meanwhile. */
  function startOne(): Promise<Worker> {
    return retry(() => startWorker({ ...options, pool, concurrency, stopWithinMs, telemetry }), {
      delay: { firstMs: 100, longestMs: 5_000 },
      signal: stopping.signal,
      onRetry: (error) =>
        options.log.error({ err: error }, 'The job worker did not start; it will be tried again'),
    });
  }

  async function stop(): Promise<void> {
    stopping.abort();
    // Nothing runs: no result is left to send, so nothing has to wait for a database that is away.
    if (![...workers].some((worker) => worker.busy())) givingUp.abort();
    const finished = Promise.all([retireAll(workers), working, reclaiming]).then(() => retireAll(workers));
    // Jobs get their abort signal after `stopWithinMs`, and one more second to end.
    await Promise.race([finished, wait(stopWithinMs + 1_000, undefined, { ref: false })]);
    givingUp.abort();
    const left = [...workers].map((worker) => worker.id);
    if (left.length > 0) await releaseJobsOf(db, left).catch(() => {});
    const closed = pool.end();
    // A job that ignores its abort signal may hold a connection without limit.
    if (left.length === 0) await closed;
  }

  return {
    stop() {
      ended ??= stop();
      return ended;
    },
  };
}

async function retireAll(workers: ReadonlySet<Worker>): Promise<void> {
  for (const worker of workers) worker.retire();
  await Promise.all([...workers].map((worker) => worker.finished));
}
