import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Database, Queryable } from '../../../../src/store/postgres/client/database.ts';

const store = new URL('../../../../src/store/', import.meta.url);

/** A statement as it was sent, where in the store it stands (`file.ts:line`), and the plan of Postgres. */
export interface Planned {
  readonly sql: string;
  readonly place: string;
  readonly plan: string;
  /** The planner's estimate for the whole statement. */
  readonly cost: number;
}

class Undone extends Error {}

/** Runs what the store does against `database`, keeps the plan of each statement, and undoes everything. */
export async function plansOf(
  database: Database,
  run: (db: Queryable) => Promise<unknown>,
): Promise<Planned[]> {
  const plans: Planned[] = [];
  const work = database.tx(async (tx) => {
    const query = async <Row extends object>(
      sql: string,
      values: readonly unknown[] = [],
    ): Promise<Row[]> => {
      const place = placeOf(new Error().stack ?? '');
      plans.push({ sql, place, ...(await explain(tx, sql, values)) });
      return tx.query<Row>(sql, values);
    };
    await run({ query });
    throw new Undone();
  });
  await work.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return plans;
}

async function explain(tx: Queryable, sql: string, values: readonly unknown[]) {
  // The queue's tables are empty here, and its functions are not ours to plan.
  if (sql.includes('graphile_worker.')) return { plan: '', cost: 0 };
  const rows = await tx.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, values);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  return { plan, cost: Number(/cost=[\d.]+\.\.([\d.]+)/.exec(plan)?.[1] ?? Number.NaN) };
}

/** How many blocks of tables and indexes a read looks at. */
export async function blocksOf(
  database: Database,
  run: (db: Queryable) => Promise<unknown>,
): Promise<number> {
  let blocks = 0;
  const query = async <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> => {
    const [row] = await database.query<{ 'QUERY PLAN': unknown }>(
      `explain (analyze, buffers, format json) ${sql}`,
      values,
    );
    const [{ Plan }] = Analyzed.parse(row?.['QUERY PLAN']);
    blocks += Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'];
    return database.query<Row>(sql, values);
  };
  await run({ query });
  return blocks;
}

const Analyzed = z.tuple([
  z.object({ Plan: z.object({ 'Shared Hit Blocks': z.number(), 'Shared Read Blocks': z.number() }) }),
]);

/** The innermost frame that stands in src/store. */
export function placeOf(stack: string): string {
  const found = /src\/store\/((?!postgres)\w+\/\w+\.ts|\w+\.ts):(\d+)/.exec(stack);
  return found === null ? 'elsewhere' : `${found[1]}:${found[2]}`;
}

/** Every place of the store that sends a statement. */
export function placesInStore(query = /\.query\b/): string[] {
  const files = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.startsWith('postgres/'),
  );
  return files.flatMap((file) => {
    const lines = readFileSync(new URL(file, store), 'utf8').split('\n');
    return lines.flatMap((line, index) => (query.test(line) ? [`${file}:${index + 1}`] : []));
  });
}
