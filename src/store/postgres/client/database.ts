import pg from 'pg';
import { createKeyedMutex, type KeyedMutex } from '../../../concurrency/keyed_mutex.ts';
import { isErr } from '../../../core/result.ts';
import type { Log } from '../../../log.ts';
import { createHealthCheck } from './health.ts';
import { isDatabaseDown } from './outage.ts';
import { setSession } from './session_settings.ts';

/** Something that answers SQL: the pool, or a transaction. Rows come back as Postgres gives them. */
export interface Queryable {
  /**
   * `name`: the statement is prepared under it in each connection, and not parsed again; nor planned, unless Postgres expects to
   * gain by its values. For what many people wait for; its text never changes, and it is planned well without its values.
   */
  query<Row extends object>(sql: string, values?: readonly unknown[], name?: string): Promise<Row[]>;
  /** Of what runs now, to be kept with what it causes: a W3C `traceparent`, or null. */
  traceparent?(): string | null;
}

export type Tx = Queryable;

export interface Database extends Queryable {
  readonly pool: pg.Pool;
  /**
   * Runs `work` in one transaction and returns what it returns. Rolls back when `work` throws or returns an `Err`
   * (core/result.ts), and commits otherwise. To keep what was written although the caller gets an `Err`, return `Ok`
   * from here and make the `Err` of it afterwards.
   */
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * In this process, work with the same key runs one after the other, and holds no connection while it waits. When it would
   * wait for longer than a statement may take, it fails as an outage does (`isDatabaseDown`): while the database is away each
   * holder takes seconds, and the twentieth caller would wait for minutes.
   */
  readonly mutex: KeyedMutex;
  /** Connections of the pool, now; `waiting`: callers that wait for one. */
  connections(): Connections;
  /** True when Postgres answers; it is asked once a second at most (health.ts). Never throws. */
  healthy(): Promise<boolean>;
  /** Why it does not answer, in words for everybody; null when it does. Asked and given as `healthy`. */
  trouble(): Promise<string | null>;
  stop(): Promise<void>;
}

export interface Connections {
  readonly idle: number;
  readonly busy: number;
  readonly waiting: number;
}

const MUTEX_TIMEOUT_MS = 10_000;

export const noConnections: Connections = { idle: 0, busy: 0, waiting: 0 };

export interface DatabaseOptions {
  readonly connection: pg.PoolConfig;
  readonly log: Log;
  readonly traceparent?: () => string | null;
  /** Connections at most. Default 10. */
  readonly poolSize?: number;
  /** Default 10 s. */
  readonly statementTimeoutMs?: number;
  /** Default 5 s. */
  readonly idleInTransactionMs?: number;
}

export function createDatabase(options: DatabaseOptions): Database {
  const pool = createPool(options);
  const query = queryThrough(pool);
  const traceparent = options.traceparent ?? (() => null);
  const health = createHealthCheck(() => query('select 1'));
  pool.on('error', health.doubt);
  pool.on('connect', (client) => client.on('error', health.doubt));
  return {
    pool,
    query,
    traceparent,
    tx: (work) => inTransaction(pool, work, traceparent),
    mutex: createKeyedMutex({
      maxWaitMs: MUTEX_TIMEOUT_MS,
      // `isDatabaseDown` knows these words.
      timeoutError: () => new Error('timeout expired while waiting for the mutex'),
    }),
    connections: () => ({
      idle: pool.idleCount,
      busy: pool.totalCount - pool.idleCount,
      waiting: pool.waitingCount,
    }),
    healthy: async () => (await health.trouble()) === null,
    trouble: health.trouble,
    stop: () => pool.end(),
  };
}

/**
 * A pool that survives a lost server: without handlers on the pool and on each client a restart of Postgres would end
 * the process. Connecting gives up after 2 s, so that a command can still say "try again shortly".
 */
export function createPool(options: DatabaseOptions): pg.Pool {
  const statementTimeoutMs = options.statementTimeoutMs ?? 10_000;
  const settings = {
    statement_timeout: statementTimeoutMs,
    // Releases the locks of a process that is frozen or whose machine is gone: without this limit a workspace lock
    // (usecases/changes/workspace_lock.ts) could be held for hours.
    idle_in_transaction_session_timeout: options.idleInTransactionMs ?? 5_000,
    // Few rows are asked for, by an index, and they are in memory: with the default, which is for disks that turn, Postgres
    // reads tables of some hundred rows from end to end for each row of another.
    random_page_cost: 1.1,
  };
  const pool = new pg.Pool({
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // pg-pool waits for this before it hands the connection out.
    onConnect: (client) => setSession(client, settings),
    // The server's own limit cannot help when the server is out of reach.
    query_timeout: statementTimeoutMs + 2_000,
    ...options.connection,
  });
  const lost = (error: Error) => options.log.warn({ reason: error.message }, 'Lost a database connection');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function queryThrough(connection: pg.Pool | pg.PoolClient): Queryable['query'] {
  return async <Row extends object>(text: string, values: readonly unknown[] = [], name?: string) => {
    const statement = { text, values: [...values], ...(name === undefined ? {} : { name }) };
    return (await connection.query<Row>(statement)).rows;
  };
}

async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: Tx) => Promise<T>,
  traceparent: () => string | null,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work({
      query: queryThrough(client),
      traceparent,
    });
    if (isErr(result)) broken = await rollBack(client);
    else await commit(client);
    return result;
  } catch (error) {
    // A silent server would let us wait for the rollback too; the end of the connection rolls back as well.
    broken = error instanceof Error && isDatabaseDown(error) ? error : await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

async function commit(client: pg.PoolClient): Promise<void> {
  // A transaction in which a statement failed answers "commit" with a rollback and no error.
  const end = await client.query('commit');
  if (end.command !== 'COMMIT') throw new Error('The transaction was rolled back: a statement in it failed');
}

/** Returns why it failed: then the connection is closed, which rolls back as well. */
function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  return client.query('rollback').then(
    () => undefined,
    (failure: Error) => failure,
  );
}
