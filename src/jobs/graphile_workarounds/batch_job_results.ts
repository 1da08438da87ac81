/**
 * Sends the results of jobs in batches, of whatever is there at once. Without batches graphile-worker does not await the
 * statement: if it fails, the rejection is unhandled and ends the process.
 *
 * Upstream: docs/upstream/graphile-worker-unhandled-rejection.md (0.17.3)
 */
export const batchedJobResults = { completeJobBatchDelay: 0, failJobBatchDelay: 0 } as const;
