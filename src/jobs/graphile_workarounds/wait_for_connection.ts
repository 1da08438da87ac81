import { setMaxListeners } from 'node:events';
import type pg from 'pg';
import { retry } from '../../concurrency/retry.ts';
import type { Log } from '../../log.ts';

/**
 * Makes `pool.connect()` retry while the database is away, instead of failing. graphile-worker asks once for a connection to
 * send the result of a job; if it gets none, the job stays locked and runs again later. Once `stopping` is aborted,
 * connecting is tried one more time only.
 *
 * Upstream: https://github.com/graphile/worker/issues/636 (open, 0.17.3)
 */
export function waitForConnections(pool: pg.Pool, stopping: AbortSignal, log: Log): void {
  const connect = pool.connect.bind(pool);
  setMaxListeners(0, stopping);
  const connectWithRetries = () =>
    retry(() => connect(), {
      delay: { firstMs: 100, longestMs: 2_000 },
      signal: stopping,
      lastTryOnAbort: true,
      onRetry: (error, _delayMs, failures) => {
        if (failures === 1) log.warn({ reason: String(error) }, 'The job queue waits for the database');
      },
    });
  Object.defineProperty(pool, 'connect', {
    configurable: true,
    value: (callback?: Parameters<typeof connect>[0]) =>
      callback === undefined ? connectWithRetries() : connect(callback),
  });
}
