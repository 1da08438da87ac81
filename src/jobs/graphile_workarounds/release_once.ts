import type pg from 'pg';

/**
 * Lets a connection that was asked for with a callback be released once only. graphile-worker releases its listening connection
 * twice when it is lost while the worker stops; the second time throws where nobody catches it, which ends the process.
 *
 * Upstream: docs/upstream/graphile-worker-released-twice.md (0.17.3)
 */
export function releaseOnce(pool: pg.Pool): void {
  const connect = pool.connect.bind(pool);
  const connectAndReleaseOnce = (callback: Parameters<typeof connect>[0]) =>
    // A pool that was ended gives an error only, and no `release`.
    connect((error, client, release: ((reason?: boolean | Error) => void) | undefined) => {
      let released = false;
      callback(error, client, (reason) => {
        if (!released) release?.(reason);
        released = true;
      });
    });
  Object.defineProperty(pool, 'connect', {
    configurable: true,
    value: (callback?: Parameters<typeof connect>[0]) =>
      callback === undefined ? connect() : connectAndReleaseOnce(callback),
  });
}
