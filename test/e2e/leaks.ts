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
  // A connect link is shown to the person who asked for it, in a modal; it holds the token, which is never needed by itself.
  const links = stackone.connectSessions().map(({ token }) => token);
  const everything = [...secrets, ...keys, ...links];
  const said = slack.inspector
    .entries()
    .map(({ kind, direction, request, reply }) => ({
      kind,
      sent: direction === 'from_app' ? request : reply,
    }))
    .map(({ kind, sent }) => ({
      kind,
      text: JSON.stringify(sent ?? null),
      remembered: rememberedIn(sent).join('\n'),
    }))
    .filter(
      ({ kind, text, remembered }) =>
        [...secrets].some((secret) => text.includes(secret)) ||
        links.some((link) => (showsView(kind) ? remembered : text).includes(link)),
    )
    .map(({ kind }) => `Slack: ${kind}`);
  const logged = everything.some((secret) => output.includes(secret)) ? ['log'] : [];
  return [...logged, ...said, ...(await tablesWith(database.db, everything))];
}

/** What is sent by these is a view, also where it is the answer to a form. */
const showsView = (kind: string) => kind.startsWith('views.') || kind === 'view_submission';

const remembering: ReadonlySet<string> = new Set(['private_metadata', 'value', 'external_id']);

/** What a view sent to Slack remembers: a link may stand on its button, and not there. Views are sent as text or as they are. */
function rememberedIn(sent: unknown): string[] {
  if (typeof sent === 'string' && sent.startsWith('{')) return rememberedIn(JSON.parse(sent));
  if (typeof sent !== 'object' || sent === null) return [];
  return Object.entries(sent).flatMap(([key, value]) =>
    remembering.has(key) ? [JSON.stringify(value)] : rememberedIn(value),
  );
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
