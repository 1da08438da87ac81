import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../harness/postgres.ts';
import { placesInStore } from './plans/recorder.ts';
import { aboutEverybody, pages, statements } from './plans/statements.ts';
import { knownRows, seedYears } from './plans/years.ts';
import { compareRowTypes } from './rows/compare_types.ts';
import { type Column, type Described, describeStatements } from './rows/described_columns.ts';

let database: TestDatabase;
let described: Described[];

beforeAll(async () => {
  database = await createTestDatabase();
  await seedYears(database.connection, 1_000);
  const known = await knownRows(database.db, 'integration 777');
  described = [];
  for (const [, run] of [...statements, ...pages, ...aboutEverybody])
    described.push(...(await describeStatements(database.connection, (db) => run(db, known))));
});
afterAll(() => database.drop());

test('the columns of every statement of the store are known: plans/statements.ts has a line for each', () => {
  const places = new Set(described.map(({ place }) => place));
  expect(placesInStore().filter((place) => !places.has(place))).toEqual([]);
});

test('the columns of every statement fit the type of its rows: names, kinds, and what may be null', async () => {
  expect(await compareRowTypes(described)).toEqual([]);
});

/** Statements whose row type is written down; some more have one that is inferred. */
const typed = () => placesInStore(/\.query</).length;

test.each([
  ['has another name', (column: Column): Column => ({ ...column, name: `${column.name}_old` }), typed],
  ['is of another kind', (column: Column): Column => ({ ...column, kind: 'boolean[]' }), typed],
  // Many row types allow it.
  ['may be null', (column: Column): Column => ({ ...column, nullable: true }), () => typed() / 2],
])(
  'a column that %s is a complaint for every statement that it does not fit',
  async (_what, change, least) => {
    const changed = described.map((one) => ({ ...one, columns: one.columns.map(change) }));
    const complaints = await compareRowTypes(changed);
    expect(complaints.length).toBeGreaterThanOrEqual(least());
  },
);
