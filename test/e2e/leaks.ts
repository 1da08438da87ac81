import type { Simulators } from '../../sandbox/simulators/start_simulators.ts';
import type { Database } from '../../src/store/postgres/client/database.ts';
import type { TestDatabase } from '../harness/postgres.ts';

/** As Zoom gives it out. */
export interface Pair {
  readonly clientId: string;
  readonly clientSecret: string;
}

interface Scene {
  readonly simulators: Simulators;
  readonly database: TestDatabase;
  /** Everything the bot wrote to its log. */
  readonly output: string;
  readonly secrets: ReadonlySet<string>;
}

/**
 * Where a secret turned up in plain text: the log, a request to Slack, an answer to one of its deliveries, a row of any
 * table (jobs included). Deliveries TO the app are the one place where it may stand: that is how it was typed.
 */
export async function leaksOf({ simulators, database, output, secrets }: Scene): Promise<string[]> {
  const { slack, stackone } = simulators;
  const keys = [slack.botToken, slack.appToken, slack.signingSecret, stackone.apiKey];
  const everything = [...secrets, ...keys];
  const said = slack.inspector
    .entries()
    .map(({ kind, direction, request, reply }) => ({
      kind,
      text: JSON.stringify([
        direction === 'from_app' ? request : null,
        direction === 'to_app' ? reply : null,
      ]),
    }))
    .filter(({ text }) => [...secrets].some((secret) => text.includes(secret)))
    .map(({ kind }) => `Slack: ${kind}`);
  const logged = everything.some((secret) => output.includes(secret)) ? ['log'] : [];
  return [...logged, ...said, ...(await tablesWith(database.db, everything))];
}

async function tablesWith(db: Database, secrets: readonly string[]): Promise<string[]> {
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    [],
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await db.query(
      `select 1 from ${name} as one where exists (select 1 from unnest($1::text[]) secret where strpos(one::text, secret) > 0)`,
      [secrets],
    );
    if (rows.length > 0) found.push(`table ${name}`);
  }
  return found;
}
