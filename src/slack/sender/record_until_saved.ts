import { setTimeout as wait } from 'node:timers/promises';
import { isDatabaseDown } from '../../store/postgres/client/outage.ts';

/**
 * Writes down what has already happened, again and again while the database is away: nobody else knows it. Gives up when
 * the process does not want to wait any longer, and throws what is no outage.
 */
export async function recordUntilSaved<T>(write: () => Promise<T>, stopping: AbortSignal): Promise<T> {
  for (let pauseMs = 100; ; pauseMs = Math.min(pauseMs * 2, 2_000)) {
    try {
      return await write();
    } catch (error) {
      if (!isDatabaseDown(error) || stopping.aborted) throw error;
      await wait(pauseMs, undefined, { signal: stopping }).catch(() => {});
    }
  }
}
