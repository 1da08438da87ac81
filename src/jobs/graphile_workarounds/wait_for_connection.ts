import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { Log } from '../../log.ts';

const FIRST_PAUSE_MS = 100;

/**
 * Makes `pool.connect()` wait for a database that is away, instead of failing. graphile-worker 0.17 gives up on the note
 * "this job is done" at the first refused connection, and the job would run again. Once `impatient` is aborted,
 * connecting is tried one time only.
 */
export function waitForConnections(pool: pg.Pool, stopping: AbortSignal, log: Log): void {
  const once = pool.connect.bind(pool);
  setMaxListeners(0, stopping);
  const keepTrying = async (): Promise<pg.PoolClient> => {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, 2_000)) {
      try {
        return await new Promise<pg.PoolClient>((resolve, reject) => {
          once((error, client) => (client === undefined ? reject(error) : resolve(client)));
        });
      } catch (error) {
        if (stopping.aborted) throw error;
        if (pauseMs === FIRST_PAUSE_MS)
          log.warn({ reason: String(error) }, 'The queue waits for the database');
        await wait(pauseMs, undefined, { signal: stopping }).catch(() => {});
      }
    }
  };
  // graphile-worker may give the connection it listens on back twice when it is lost while the worker stops, and wants to give
  // back what a pool that has ended did not give: both would end the process.
  const forgivingly = (callback: Parameters<typeof once>[0]) =>
    once((error, client, release: ((reason?: boolean | Error) => void) | undefined) => {
      let released = false;
      callback(error, client, (reason) => {
        if (!released) release?.(reason);
        released = true;
      });
    });
  Object.defineProperty(pool, 'connect', {
    value: (callback?: Parameters<typeof once>[0]) =>
      callback === undefined ? keepTrying() : forgivingly(callback),
  });
}
