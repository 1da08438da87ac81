import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../harness/postgres.ts';
import { blocksOf, placesInStore, plansOf } from './plans/recorder.ts';
import { aboutEverybody, pages, statements } from './plans/statements.ts';
import { type Known, knownRows, seedYears } from './plans/years.ts';

const apps = 100_000;
/** Of the planner's own units. Reading one of the large tables whole, also by an index, costs several times as much. */
const affordable = 2_500;
/** A page has eleven lines of some fifteen blocks each, and 200 places of the index are looked at for it. */
const mostBlocks = 1_500;
/** Bounded, with a row or two for each workspace, or emptied within weeks. Every other table counts as large, a new one too. */
const smallTables = new Set(
  'workspace workspace_watch stage_count stackone_poll person_column draft draft_secret'.split(' '),
);
const readWhole = (plan: string): string[] =>
  [...plan.matchAll(/Seq Scan on (\w+)/g)].flatMap(([, table = '']) =>
    smallTables.has(table) ? [] : [table],
  );

let database: TestDatabase;
let known: Known;
const planned = new Set<string>();

beforeAll(async () => {
  database = await createTestDatabase();
  await seedYears(database.connection, apps);
  known = await knownRows(database.db, 'integration 99777');
}, 300_000);
afterAll(() => database.drop());

describe(`among ${apps} apps`, () => {
  test.each(statements.map(([what, run, dearest = affordable]) => ({ what, run, dearest })))(
    '$what: no large table is read',
    async ({ run, dearest }) => {
      const plans = await plansOf(database.db, (db) => run(db, known));
      expect(plans.length).toBeGreaterThan(0);
      for (const { sql, place, plan, cost } of plans) {
        planned.add(place);
        expect.soft(readWhole(plan), `${sql}\n${plan}`).toEqual([]);
        expect.soft(cost, `${sql}\n${plan}`).toBeLessThan(dearest);
      }
    },
  );

  test.each(pages.map(([what, run]) => ({ what, run })))(
    '$what: a bounded number of blocks',
    async ({ run }) => {
      expect(await blocksOf(database.db, (db) => run(db, known))).toBeLessThan(mostBlocks);
    },
  );

  test.each(aboutEverybody)('%s: one statement', async (_what, run) => {
    const plans = await plansOf(database.db, (db) => run(db, known));
    for (const { place } of plans) planned.add(place);
    expect(plans).toHaveLength(1);
  });

  test('every statement of the store was planned above: a new one needs a line in plans/statements.ts', () => {
    expect(placesInStore().filter((place) => !planned.has(place))).toEqual([]);
  });
});
