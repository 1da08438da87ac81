import { EventEmitter } from 'node:events';
import { run, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Log } from '../../log.ts';
import { workerLogger } from '../../store/postgres/jobs/worker_logger.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import { batchedJobResults } from '../graphile_workarounds/batch_job_results.ts';
import { holdHeartbeat } from '../graphile_workarounds/heartbeat.ts';
import { withoutSizeWarning } from '../graphile_workarounds/pool_size.ts';
import { wakeForQueue } from '../graphile_workarounds/wake_for_queue.ts';
import type { Tasks } from './task.ts';
import { taskList } from './task_list.ts';

export interface Worker {
  /** Under this name its jobs are locked. */
  readonly id: string;
  /** Resolves when the worker ended by itself or lost its connection: it should be replaced. */
  readonly failed: Promise<void>;
  /** Resolves when the last job is done and its result is written. */
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

/** One run of graphile-worker, from its start to its end. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const events: WorkerEvents = new EventEmitter();
  let id = '';
  let running = 0;
  events.on('pool:create', ({ workerPool }) => {
    id = workerPool.id;
    wakeForQueue(events, workerPool);
  });
  events.on('job:start', () => {
    running += 1;
  });
  events.on('job:complete', () => {
    running -= 1;
  });
  const runner = await run({
    pgPool: withoutSizeWarning(options.pool, options.concurrency),
    taskList: taskList(options.tasks, options.telemetry),
    // Schedules are node-cron's; graphile-worker's own crontab is not used.
    parsedCronItems: [],
    // The process decides what a signal means, not a library.
    noHandleSignals: true,
    concurrency: options.concurrency,
    // New jobs are notified; polling is for jobs that were planned for later, or given back.
    pollInterval: 1_000,
    gracefulShutdownAbortTimeout: options.stopWithinMs,
    logger: workerLogger(options.log),
    events,
    preset: {
      worker: {
        ...batchedJobResults,
        // With a high concurrency jobs are fetched many at a time, and one query finds that there are none. Jobs of one named queue that
        // are fetched together would run together (graphile/worker#621); each queue of deliveries holds one waiting job at most.
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
