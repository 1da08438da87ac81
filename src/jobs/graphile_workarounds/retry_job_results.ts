import pg from 'pg';
import { retry } from '../../concurrency/retry.ts';
import { endClient } from '../../store/postgres/client/end_client.ts';
import { isDatabaseDown } from '../../store/postgres/client/outage.ts';

/** graphile-worker's names for its statements "this job is done" and "this job failed". */
const RESULTS = /^(complete|fail)_jobs?(_q)?\//;

/**
 * Sends the result of a job again, over new connections, when the server or the connection failed: after a restart of the server
 * a pool still hands out connections it does not know to be lost. graphile-worker sends it once, and the job would run
 * again. Sending a result twice does no harm. Once `stopping` is aborted, it is sent one more time at most.
 *
 * Upstream: https://github.com/graphile/worker/issues/636 (open, 0.17.3)
 */
export function retryJobResults(pool: pg.Pool, connection: pg.ClientConfig, stopping: AbortSignal): void {
  pool.on('connect', (client) => {
    const query: (...args: unknown[]) => unknown = client.query.bind(client);
    Object.defineProperty(client, 'query', {
      value: (...args: unknown[]) => {
        const response = query(...args);
        const [statement] = args;
        if (!(response instanceof Promise) || !isResult(statement)) return response;
        return response.catch((error: unknown) => sendAgain(connection, statement, error, stopping));
      },
    });
  });
}

function isResult(statement: unknown): statement is pg.QueryConfig {
  if (typeof statement !== 'object' || statement === null || !('name' in statement)) return false;
  return typeof statement.name === 'string' && RESULTS.test(statement.name);
}

async function sendAgain(
  connection: pg.ClientConfig,
  result: pg.QueryConfig,
  firstError: unknown,
  stopping: AbortSignal,
): Promise<pg.QueryResult> {
  if (!isDatabaseDown(firstError) || stopping.aborted) throw firstError;
  return retry(() => sendOnce(connection, result), {
    delay: { firstMs: 100, longestMs: 2_000 },
    retryIf: isDatabaseDown,
    signal: stopping,
    lastTryOnAbort: true,
  });
}

async function sendOnce(connection: pg.ClientConfig, result: pg.QueryConfig): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionTimeoutMillis: 2_000, ...connection });
  client.on('error', () => {});
  try {
    await client.connect();
    return await client.query(result);
  } finally {
    await endClient(client);
  }
}
