import { wait } from '../../concurrency/wait.ts';

/**
 * Stops a worker that lost its connection half a second after the loss, or at once when `stopping` is aborted. A worker that is
 * stopped while the loss is being reported to it prints a stack trace to the console.
 *
 * Upstream: docs/upstream/graphile-worker-stack-trace.md (0.17.3)
 */
export async function retireAfterLoss(worker: { retire(): void }, stopping: AbortSignal): Promise<void> {
  await wait(500, stopping);
  worker.retire();
}
