import { EventEmitter } from 'node:events';
import { run, type WorkerEvents, type WorkerPool } from 'graphile-worker';
import type pg from 'pg';
import type { Log } from '../../log.ts';
import { workerLogger } from '../../store/postgres/jobs/worker_logger.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import { holdHeartbeat } from '../graphile_workarounds/heartbeat.ts';
import type { Tasks } from './task.ts';
import { taskList } from './task_list.ts';

export interface Worker {
  /** Under this name its jobs are locked. */
  readonly id: string;
  /** Resolves when the worker ended by itself or lost its connection: it should be replaced. */
  readonly failed: Promise<void>;
  /** Resolves when the last job is done and its end is noted. */
  readonly finished: Promise<void>;
  busy(): boolean;
  /** Takes no more jobs. */
  retire(): void;
}

interface WorkerOptions {
  readonly connection: pg.PoolConfig;
  readonly pool: pg.Pool;
  readonly tasks: Tasks;
  readonly concurrency: number;
  readonly stopWithinMs: number;
  readonly log: Log;
  readonly telemetry: Telemetry;
}

/** One run of graphile-worker, from its first look for jobs to its end. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const events: WorkerEvents = new EventEmitter();
  let id = '';
  let running = 0;
  events.on('pool:create', ({ workerPool }) => {
    id = workerPool.id;
    events.on('job:complete', ({ job }) => {
      if (job.job_queue_id !== null) lookAgain(workerPool);
    });
  });
  events.on('job:start', () => {
    running += 1;
  });
  events.on('job:complete', () => {
    running -= 1;
  });
  const runner = await run({
    pgPool: poolForWorker(options.pool, options.concurrency),
    taskList: taskList(options.tasks, options.telemetry),
    // node-cron says when; graphile-worker's own crontab is not used.
    parsedCronItems: [],
    // The process decides what a signal means, not a library.
    noHandleSignals: true,
    concurrency: options.concurrency,
    // New jobs announce themselves; this is for jobs that were planned for later, or given back.
    pollInterval: 1_000,
    gracefulShutdownAbortTimeout: options.stopWithinMs,
    logger: workerLogger(options.log),
    events,
    // Without a batch, graphile-worker 0.17 doesn't await the note that a job is done: if it fails, the rejection is
    // unhandled and ends the process.
    preset: {
      worker: {
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
        // With many places jobs are fetched many at a time, and one look finds that there are none.
        ...(options.concurrency > 10 ? { localQueue: { size: options.concurrency } } : {}),
      },
    },
  });
  const heartbeat = holdHeartbeat(options.connection, id);
  let retire = () => {};
  const retired = new Promise<void>((resolve) => {
    retire = resolve;
  });
  const ended = runner.promise.catch(() => {});
  const finished = Promise.race([retired, ended])
    .then(() => runner.stop().catch(() => {}))
    .then(() => ended)
    .then(() => heartbeat.release());
  return { id, failed: Promise.race([ended, heartbeat.lost]), finished, busy: () => running > 0, retire };
}

/**
 * graphile-worker 0.17 takes it that each running job needs a connection of its pool, and warns at every start when
 * `max` is below the concurrency. Ours query through the pool of the application; what is left (fetching, noting the
 * end, listening) fits into this one, which goes on keeping to its own limit.
 */
function poolForWorker(pool: pg.Pool, concurrency: number): pg.Pool {
  const max = Math.max(pool.options.max, concurrency);
  return Object.create(pool, { options: { value: { ...pool.options, max } } });
}

/**
 * graphile-worker 0.17 looks for the next job before the last one is noted as done, finds its queue still locked, and
 * sleeps until the next poll: 2 s for each job of a queue. So the idle workers are woken when the note is written.
 */
function lookAgain(workerPool: WorkerPool): void {
  for (const afterMs of [20, 100, 500]) {
    setTimeout(() => {
      try {
        workerPool.nudge(1);
      } catch {
        // The worker has just stopped.
      }
    }, afterMs).unref();
  }
}
