import type pg from 'pg';
import { DatabaseFault } from '../start/start_errors.ts';

export interface SessionSettings {
  /** ms; 0: none. */
  readonly statement_timeout: number;
  /** ms; 0: none. */
  readonly idle_in_transaction_session_timeout: number;
  /** What the planner takes reading a page at random to cost, beside 1 for the next one; Postgres' own default is 4. */
  readonly random_page_cost: number;
}

/** Milliseconds. As long as connecting may take: behind a pooler the first statement waits for a connection to the server. */
const limitMs = 2_000;

/**
 * Sets the settings of a new session, and checks that the next statement still has them. Not at startup as node-postgres would:
 * PgBouncer refuses such parameters, or is told to ignore them, and then there are no time limits.
 */
export async function setSession(client: pg.ClientBase, settings: SessionSettings): Promise<void> {
  const names = Object.keys(settings);
  const set = names.map((name, index) => `set_config('${name}', $${index + 1}, false) as ${name}`);
  const columns = names.map((name) => `current_setting('${name}') as ${name}`);
  const wanted = await one(client, `select ${set.join(', ')}`, Object.values(settings).map(String));
  const found = await one(client, `select ${columns.join(', ')}`, []);
  const lost = names.filter((name) => wanted[name] === undefined || wanted[name] !== found[name]);
  if (lost.length > 0) {
    throw new DatabaseFault(
      `The database does not keep ${lost.join(' and ')} from one statement to the next: DATABASE_URL must lead to Postgres itself, or to a pooler in session mode.`,
    );
  }
}

async function one(client: pg.ClientBase, text: string, values: string[]): Promise<Record<string, string>> {
  const query = { text, values, query_timeout: limitMs };
  const { rows } = await client.query<Record<string, string>>(query);
  return rows[0] ?? {};
}
