import type pg from 'pg';
import { type DatabaseFacts, type MissingRight, oldestServer, readDatabaseFacts } from './database_facts.ts';
import { DatabaseFault } from './start_errors.ts';

/**
 * Throws `DatabaseFault` for a database that Greenroom cannot use, before anything is written to it. Other errors are those
 * of the connection; a read-only server is one of them, because after a failover it passes.
 */
export async function checkDatabase(connection: pg.ClientConfig): Promise<void> {
  const facts = await readDatabaseFacts(connection);
  const line = faultLineOf(facts);
  if (line !== null) throw new DatabaseFault(line);
  if (facts.readOnly) throw new ReadOnlyServer('The server is a replica, or lets this user read only');
}

class ReadOnlyServer extends Error {
  /** Read-only SQL transaction. */
  readonly code = '25006';
}

/** Null when all is well. */
export function faultLineOf(facts: DatabaseFacts): string | null {
  const major = Math.floor(facts.serverVersion / 10_000);
  if (major < oldestServer)
    return `The database server is Postgres ${major}, and Greenroom needs ${oldestServer} or newer: upgrade it, or point DATABASE_URL at another.`;
  if (facts.sharedSessions) return SHARED_SESSIONS;
  return facts.readOnly ? null : rightsLineOf(facts);
}

const SHARED_SESSIONS =
  "DATABASE_URL leads to a connection pooler that shares one connection among several clients (transaction or statement mode): jobs, locks and time limits would be lost. Point DATABASE_URL at Postgres itself (your provider's direct host), or use session mode there (PgBouncer: pool_mode=session for this database).";

function rightsLineOf({ missingRights, user, database }: DatabaseFacts): string | null {
  if (missingRights.length === 0) return null;
  const lacks = missingRights.map(rightText).join(', and ');
  const statements = missingRights.map((missing) => grantOf(missing, user, database)).join(' ');
  return `The user ${quoted(user)} of DATABASE_URL ${lacks}. As the owner of the database, or as an administrator, run in ${quoted(database)}: ${statements}`;
}

function rightText(missing: MissingRight): string {
  switch (missing.right) {
    case 'create_in_database':
      return 'may not create schemas in the database';
    case 'create_in_schema':
      return `may not create tables in schema ${quoted(missing.schema)}`;
    case 'own_tables':
      return `does not own the table ${quoted(missing.table)}, which belongs to ${quoted(missing.owner)}`;
  }
}

function grantOf(missing: MissingRight, user: string, database: string): string {
  switch (missing.right) {
    case 'create_in_database':
      return `GRANT CREATE ON DATABASE ${quoted(database)} TO ${quoted(user)};`;
    case 'create_in_schema':
      return `GRANT USAGE, CREATE ON SCHEMA ${quoted(missing.schema)} TO ${quoted(user)};`;
    case 'own_tables':
      return `GRANT ${quoted(missing.owner)} TO ${quoted(user)};`;
  }
}

/** An identifier of SQL. */
const quoted = (name: string) => `"${name.replaceAll('"', '""').replaceAll(/\s+/g, ' ')}"`;
