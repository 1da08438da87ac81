import type { WorkerEvents, WorkerPool } from 'graphile-worker';

/**
 * Wakes an idle worker when a job of a queue has ended. graphile-worker looks for the next job before the result of the last
 * one is written, finds its queue still locked, and sleeps until the next poll. How long writing takes is not known, so
 * it is woken three times.
 *
 * Upstream: docs/upstream/graphile-worker-next-job-of-queue.md (0.17.3)
 */
export function wakeForQueue(events: WorkerEvents, workerPool: WorkerPool): void {
  events.on('job:complete', ({ job }) => {
    if (job.job_queue_id === null) return;
    for (const afterMs of [20, 100, 500]) setTimeout(() => wake(workerPool), afterMs).unref();
  });
}

function wake(workerPool: WorkerPool): void {
  try {
    workerPool.nudge(1);
  } catch {
    // `nudge` throws when the worker has stopped.
  }
}
