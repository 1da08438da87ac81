import pg from 'pg';
import { Err, Ok, type Result } from '../../../core/result.ts';
import { endClient } from '../client/end_client.ts';
import { codeOf } from '../client/outage.ts';
import { sharesSessions } from '../client/pooler.ts';
import { type DatabaseProblem, databaseProblemOf } from './database_problem.ts';

/** The oldest major version that Greenroom runs on. */
export const oldestServer = 14;

/** What the user of the database lacks. `owner`: who owns the tables of Greenroom that are there already. */
export type MissingRight =
  | { readonly right: 'create_in_database' }
  | { readonly right: 'create_in_schema'; readonly schema: string }
  | { readonly right: 'own_tables'; readonly table: string; readonly owner: string };

/** What a database is like for Greenroom. */
export interface DatabaseFacts {
  readonly user: string;
  readonly database: string;
  /** Postgres' own number: 150013 is 15.13. */
  readonly serverVersion: number;
  /** Between this process and what DATABASE_URL leads to. Behind a pooler, what lies beyond is not known. */
  readonly encrypted: boolean;
  /** A replica, or a user or database whose transactions are read-only. */
  readonly readOnly: boolean;
  readonly missingRights: readonly MissingRight[];
  /** Behind a pooler in transaction or statement mode. */
  readonly sharedSessions: boolean;
  /** Of the server's clock before this machine's; as exact as half of the time that the answer took. */
  readonly clockAheadMs: number;
  readonly maxConnections: number;
}

/** `said`: words of the server or of Node, which may name host and user. */
export interface UnusableDatabase {
  readonly problem: DatabaseProblem;
  readonly code: string;
  readonly said: string;
}

const TIMEOUT_MS = 5_000;

/** Changes nothing. Ends within half a minute, whatever the server does. */
export async function inspectDatabase(
  connection: pg.ClientConfig,
): Promise<Result<DatabaseFacts, UnusableDatabase>> {
  try {
    return Ok(await readDatabaseFacts(connection));
  } catch (error) {
    const problem = databaseProblemOf(error);
    const { code, said } =
      error instanceof Error
        ? { code: codeOf(error), said: error.message }
        : { code: '', said: String(error) };
    return Err({ problem, code, said });
  }
}

/** Throws the error of the connection. */
export async function readDatabaseFacts(connection: pg.ClientConfig): Promise<DatabaseFacts> {
  const client = new pg.Client({
    ...connection,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const row = await readRow(client);
    return {
      user: row.user,
      database: row.database,
      serverVersion: row.server_version,
      encrypted: Boolean(client.ssl),
      readOnly: row.read_only,
      missingRights: missingRightsOf(row),
      sharedSessions: await sharesSessions(connection),
      clockAheadMs: row.clockAheadMs,
      maxConnections: row.max_connections,
    };
  } finally {
    await endClient(client);
  }
}

interface Row {
  readonly user: string;
  readonly database: string;
  readonly server_version: number;
  readonly read_only: boolean;
  readonly max_connections: number;
  readonly now_ms: number;
  readonly creates_in_database: boolean;
  readonly has_queue: boolean;
  /** Null when no schema of the search path is there. */
  readonly schema: string | null;
  readonly creates_in_schema: boolean | null;
  readonly table: string | null;
  readonly owner: string | null;
}

/** The tables of the queue have a schema of their own; ours are where `migration` is. */
const FACTS = `
  select current_user::text as user, current_database()::text as database,
    current_setting('server_version_num')::int as server_version,
    (pg_is_in_recovery() or current_setting('transaction_read_only')::boolean) as read_only,
    current_setting('max_connections')::int as max_connections,
    extract(epoch from clock_timestamp())::float8 * 1000 as now_ms,
    has_database_privilege(current_database(), 'CREATE') as creates_in_database,
    to_regnamespace('graphile_worker') is not null as has_queue,
    current_schema()::text as schema, has_schema_privilege(current_schema(), 'CREATE') as creates_in_schema,
    foreign_table.name as table, foreign_table.owner as owner
  from (select) as one left join lateral (
    select class.oid::regclass::text as name, pg_get_userbyid(class.relowner)::text as owner
    from pg_class as class join pg_namespace as namespace on namespace.oid = class.relnamespace
    where class.relkind = 'r' and not pg_has_role(class.relowner, 'USAGE')
      and (namespace.nspname = 'graphile_worker' or class.oid = to_regclass('migration'))
    order by class.oid limit 1) as foreign_table on true`;

async function readRow(client: pg.Client): Promise<Row & { clockAheadMs: number }> {
  const from = Date.now();
  const { rows } = await client.query<Row>(FACTS);
  const [row] = rows;
  if (row === undefined) throw new Error('The database answers without a row');
  return { ...row, clockAheadMs: Math.round(row.now_ms - (from + Date.now()) / 2) };
}

function missingRightsOf(row: Row): MissingRight[] {
  const missing: MissingRight[] = [];
  // Postgres wants the right even where the schema is there, but the queue does not create it again.
  if (!row.creates_in_database && !row.has_queue) missing.push({ right: 'create_in_database' });
  if (row.creates_in_schema !== true)
    missing.push({ right: 'create_in_schema', schema: row.schema ?? 'public' });
  if (row.table !== null && row.owner !== null)
    missing.push({ right: 'own_tables', table: row.table, owner: row.owner });
  return missing;
}
