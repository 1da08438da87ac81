import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { isDatabaseDown } from '../../store/postgres/client/outage.ts';

/** graphile-worker's names for "this job is done" and "this job failed". Saying either twice does no harm. */
const NOTES = /^(complete|fail)_jobs?(_q)?\//;

/**
 * Says the end of a job again, over new connections, when the one it was said over turned out to be dead: after a
 * restart of the server a pool still hands out connections it doesn't know to be lost. graphile-worker 0.17 says it once,
 * and the job would run again. Once `impatient` is aborted, it is not said again.
 */
export function retryJobResults(pool: pg.Pool, connection: pg.ClientConfig, stopping: AbortSignal): void {
  pool.on('connect', (client) => {
    const plain: (...args: unknown[]) => unknown = client.query.bind(client);
    Object.defineProperty(client, 'query', {
      value: (...args: unknown[]) => {
        const answer = plain(...args);
        const [note] = args;
        if (!(answer instanceof Promise) || !isNote(note)) return answer;
        return answer.catch((error: unknown) => retryJobResult(connection, note, error, stopping));
      },
    });
  });
}

function isNote(statement: unknown): statement is pg.QueryConfig {
  if (typeof statement !== 'object' || statement === null || !('name' in statement)) return false;
  return typeof statement.name === 'string' && NOTES.test(statement.name);
}

async function retryJobResult(
  connection: pg.ClientConfig,
  note: pg.QueryConfig,
  firstError: unknown,
  stopping: AbortSignal,
): Promise<pg.QueryResult> {
  let error = firstError;
  for (
    let pauseMs = 100;
    isDatabaseDown(error) && !stopping.aborted;
    pauseMs = Math.min(pauseMs * 2, 2_000)
  ) {
    await wait(pauseMs, undefined, { signal: stopping }).catch(() => {});
    try {
      return await sayOnce(connection, note);
    } catch (next) {
      error = next;
    }
  }
  throw error;
}

async function sayOnce(connection: pg.ClientConfig, note: pg.QueryConfig): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionTimeoutMillis: 2_000, ...connection });
  client.on('error', () => {});
  try {
    await client.connect();
    return await client.query(note);
  } finally {
    await client.end().catch(() => {});
  }
}
