import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { Log } from '../../log.ts';
import { createPool } from '../../store/postgres/client/database.ts';
import { releaseJobsOf } from '../../store/postgres/jobs/worker_heartbeat.ts';
import { noTelemetry, type Telemetry } from '../../telemetry/telemetry.ts';
import { aborted } from '../aborted.ts';
import { RECLAIM_AFTER_MS, reclaimJobs } from '../graphile_workarounds/reclaim_jobs.ts';
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
  /** How long `stop` waits for running jobs. Default 10 s; then they are given to others. */
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
 * Runs jobs from Postgres (graphile-worker) until stopped. It may be started while the database is away, and lives
 * through its restarts: a worker that lost its connection finishes what it runs, and a fresh one takes its place.
 */
export function startQueue(options: QueueOptions): Queue {
  const concurrency = options.concurrency ?? 4;
  const stopWithinMs = options.stopWithinMs ?? 10_000;
  const telemetry = options.telemetry ?? noTelemetry;
  const stopping = new AbortController();
  const giveUp = new AbortController();
  // Besides the workers: one connection listens, one looks after jobs of the dead, one has room for a look at both.
  const pool = createPool({
    connection: options.connection,
    log: options.log,
    poolSize: Math.min(concurrency, 4) + 3,
  });
  const db = {
    query: async (sql: string, values: readonly unknown[] = []) => (await pool.query(sql, [...values])).rows,
  };
  waitForConnections(pool, giveUp.signal, options.log);
  retryJobResults(pool, options.connection, giveUp.signal);

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
    for (let pauseMs = 100; !stopping.signal.aborted; pauseMs = Math.min(pauseMs * 2, 5_000)) {
      try {
        const worker = await startWorker({ ...options, pool, concurrency, stopWithinMs, telemetry });
        workers.add(worker);
        void worker.finished.then(() => workers.delete(worker));
        await Promise.race([worker.failed, stopped]);
        void retireSoon(worker);
        pauseMs = 100;
      } catch (error) {
        if (stopping.signal.aborted) return;
        options.log.error({ err: error }, 'The job worker did not start; it will be tried again');
      }
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  /** In a moment: a worker that is told to stop while it learns of the loss prints a stack trace. */
  async function retireSoon(worker: Worker): Promise<void> {
    await wait(500, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    worker.retire();
  }

  async function stop(): Promise<void> {
    stopping.abort();
    // With nothing to finish there is no reason to wait for a database that is away.
    if (![...workers].some((worker) => worker.busy())) giveUp.abort();
    const finished = Promise.all([retireAll(workers), working, reclaiming]).then(() => retireAll(workers));
    // The work is told to stop (its signal) a second before we go on without it.
    await Promise.race([finished, wait(stopWithinMs + 1_000, undefined, { ref: false })]);
    giveUp.abort();
    const left = [...workers].map((worker) => worker.id);
    if (left.length > 0) await releaseJobsOf(db, left).catch(() => {});
    const closed = pool.end();
    // A job that does not listen may hold a connection for as long as it likes.
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
