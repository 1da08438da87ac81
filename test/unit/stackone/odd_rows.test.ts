import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listAccounts } from '../../../src/stackone/accounts/list_accounts.ts';
import { listZoomActions } from '../../../src/stackone/actions.ts';
import { createListFaults } from '../../../src/stackone/list_faults.ts';
import { createProfileListing } from '../../../src/stackone/profiles.ts';
import type { FetchJson } from '../../../src/stackone/request.ts';

const clock = { now: () => new Date('2026-11-23T12:00:00Z') };
const quiet = createListFaults(undefined, clock);

const profileRow = (id: string) => ({
  id,
  name: `Zoom ${id}`,
  connector_key: 'zoom',
  active: true,
  created_at: '2026-11-23T12:00:00.000Z',
  updated_at: '2026-11-23T12:00:00.000Z',
});
const accountRow = (id: string) => ({ id, connector: 'zoom', connector_profile_id: 'p', status: 'active' });

/** Answers every page of every listing, from the whole body. */
const answering =
  (bodyOf: (page: number) => unknown): FetchJson =>
  async (_path, query) => ({ kind: 'json', json: bodyOf(Number(query.page ?? 1)) });

const listProfiles = (fetchJson: FetchJson, faults = quiet) =>
  createProfileListing(fetchJson, clock, faults, ['/profiles'])();

/** What one field of a row may become. */
const anything = fc.oneof(
  fc.constantFrom(null, '', 0, -1, {}, [], true, 'a\0b', '\uD800', 'x'.repeat(300)),
  fc.jsonValue(),
);
const fields = [
  'id',
  'name',
  'connector_key',
  'active',
  'status',
  'created_at',
  'connector_profile_id',
  'key',
];

/** One row spoiled: a field becomes something else or goes, or the whole row does. */
const spoil = fc.oneof(
  fc.record({ field: fc.constantFrom(...fields), value: fc.oneof(anything, fc.constant(undefined)) }),
  fc.record({ field: fc.constant(null), value: anything }),
);
type Spoil = { readonly field: string | null; readonly value: unknown };
const spoiled = (row: object, { field, value }: Spoil): unknown =>
  field === null ? value : { ...row, [field]: value };

/** The envelope: right, without or with another total, with pages that repeat, a row twice, rows missing, or no rows at all. */
const envelope = fc.record({
  total: fc.oneof(
    fc.constant('right' as const),
    fc.constant(undefined),
    fc.integer({ min: -1, max: 90 }),
    anything,
  ),
  page: fc.oneof(fc.constant('right' as const), fc.constant(undefined), anything),
  repeats: fc.boolean(),
  twice: fc.boolean(),
  data: fc.oneof(
    { weight: 9, arbitrary: fc.constant('rows' as const) },
    { weight: 1, arbitrary: anything.filter((sent) => !(Array.isArray(sent) && sent.length === 0)) },
  ),
});
type Envelope = typeof envelope extends fc.Arbitrary<infer T> ? T : never;

function bodyWith(rows: readonly unknown[], sent: Envelope) {
  return (page: number): unknown => {
    const own = page === 1 || sent.repeats ? rows : [];
    const total = sent.total === 'right' ? rows.length : sent.total;
    return {
      ...(total === undefined ? {} : { total }),
      page: sent.page === 'right' ? page : sent.page,
      page_size: 25,
      data: sent.data === 'rows' ? (sent.twice ? [...own, ...own.slice(0, 1)] : own) : sent.data,
    };
  };
}

describe('whatever StackOne answers', () => {
  const ids = ['a', 'b', 'c'];
  const untouched = (touched: ReadonlySet<number>) => ids.filter((_id, at) => !touched.has(at));
  const spoils = fc.array(fc.record({ at: fc.nat(2), spoil }), { maxLength: 2 });

  test('a listed profile is read or its row skipped by its id, or the list counts as incomplete; and nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(spoils, envelope, async (changes, sent) => {
        const touched = new Set(changes.map(({ at }) => at));
        const rows = ids.map((id, at) =>
          changes
            .filter((one) => one.at === at)
            .reduce<unknown>((row, one) => spoiled(Object(row), one.spoil), profileRow(id)),
        );
        const outcome = await listProfiles(answering(bodyWith(rows, sent)));
        if (outcome.kind !== 'profiles') return;
        const named = new Set([...outcome.profiles.map(({ id }) => id), ...(outcome.gaps?.unreadIds ?? [])]);
        if (outcome.gaps?.incomplete !== true)
          expect([...named]).toEqual(expect.arrayContaining(untouched(touched)));
        // Who is not touched is not lost to a neighbour's fault.
        if (sent.data === 'rows') expect([...named]).toEqual(expect.arrayContaining(untouched(touched)));
      }),
      { numRuns: 500 },
    );
  });

  test('an account that was not touched is read, or the list is incomplete', async () => {
    await fc.assert(
      fc.asyncProperty(spoils, envelope, async (changes, sent) => {
        const touched = new Set(changes.map(({ at }) => at));
        const rows = ids.map((id, at) =>
          changes
            .filter((one) => one.at === at)
            .reduce<unknown>((row, one) => spoiled(Object(row), one.spoil), accountRow(id)),
        );
        const outcome = await listAccounts(answering(bodyWith(rows, sent)), clock, quiet, 'p');
        if (outcome.kind !== 'accounts') return;
        const read = outcome.accounts.map(({ id }) => id);
        if (outcome.incomplete !== true) expect(read).toEqual(expect.arrayContaining(untouched(touched)));
      }),
      { numRuns: 500 },
    );
  });

  test('an action that was not touched is listed, whatever its neighbours are', async () => {
    await fc.assert(
      fc.asyncProperty(
        spoils,
        fc.array(anything, { maxLength: 3 }),
        anything,
        async (changes, strangers, next) => {
          const touched = new Set(changes.map(({ at }) => at));
          const actions = ids.map((id, at) =>
            changes
              .filter((one) => one.at === at)
              .reduce<unknown>((row, one) => spoiled(Object(row), one.spoil), { id }),
          );
          const body = { data: [...strangers, { key: 'zoom', actions }], next };
          const outcome = await listZoomActions(
            answering(() => body),
            clock,
            quiet,
          );
          if (touched.size < ids.length) expect(outcome.kind).toBe('actions');
          if (outcome.kind !== 'actions') return;
          const read = outcome.actions.map(({ id }) => id);
          expect(read).toEqual(expect.arrayContaining(untouched(touched)));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the log', () => {
  const logged = () => {
    const lines: { fields: Record<string, unknown>; message: string }[] = [];
    return {
      lines,
      log: {
        warn: (fields: Record<string, unknown>, message: string) => void lines.push({ fields, message }),
      },
    };
  };

  test('names path, page, index and fields of what was set aside, never values, and once an hour', async () => {
    const { lines, log } = logged();
    let now = clock.now();
    const faults = createListFaults(log, { now: () => now });
    const odd = { ...profileRow('b'), name: null, active: 'value-one', note: 'value-two' };
    const fetchJson = answering(() => ({ total: 3, data: [profileRow('a'), odd, 'value-three'] }));
    await listProfiles(fetchJson, faults);
    await listProfiles(fetchJson, faults);
    const setAside = lines.filter(({ fields: sent }) => 'rows' in sent);
    expect(setAside.map(({ fields: sent }) => sent)).toEqual([
      {
        path: '/profiles',
        page: 1,
        count: 2,
        rows: [
          { index: 1, fields: ['active', 'name'] },
          { index: 2, fields: ['row'] },
        ],
      },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/value-|Zoom b/);
    now = new Date(now.getTime() + 60 * 60_000);
    await listProfiles(fetchJson, faults);
    expect(lines.filter(({ fields: sent }) => 'rows' in sent)).toHaveLength(2);
  });

  test.each([
    ['fewer rows than its total', { total: 9, data: [profileRow('a')] }, /fewer rows/],
    ['more rows than its total', { total: 1, data: [profileRow('a'), profileRow('b')] }, /more rows/],
    ['no rows where they should be', { total: 1, data: {} }, /no rows where/],
    ['another page', { total: 1, page: 4, data: [profileRow('a')] }, /another page/],
  ])('says when a list has %s', async (_what, body, expected) => {
    const { lines, log } = logged();
    const fetchJson = answering((page) => (page === 1 ? body : { ...body, page, data: [] }));
    await listProfiles(fetchJson, createListFaults(log, clock));
    expect(lines.map(({ fields: sent }) => String(sent.what))).toEqual([expect.stringMatching(expected)]);
  });
});

test('a list without a total whose pages repeat ends there, and is complete when the page was not full', async () => {
  const few = await listProfiles(answering(() => ({ data: [profileRow('a'), profileRow('b')] })));
  expect(few).toMatchObject({ kind: 'profiles', profiles: [{ id: 'a' }, { id: 'b' }] });
  expect(few).not.toHaveProperty('gaps');
  const rows = Array.from({ length: 25 }, (_, n) => profileRow(`p${n}`));
  expect(await listProfiles(answering(() => ({ data: rows })))).toMatchObject({ gaps: { incomplete: true } });
});

test('a list of which no row can be read is no list', async () => {
  const rows = ['a', 'b'].map((id) => ({ ...profileRow(id), active: 1 }));
  const outcome = await listProfiles(answering(() => ({ total: 2, data: rows })));
  expect(outcome).toEqual({ kind: 'unavailable', why: 'unexpected_reply' });
});

test('a later page that is refused ends the list, and never makes another path be tried', async () => {
  const asked: string[] = [];
  const fetchJson: FetchJson = async (path, query) => {
    asked.push(path);
    return query.page === 1
      ? { kind: 'json', json: { data: [profileRow('a')] } }
      : { kind: 'rejected', status: 404, message: '' };
  };
  const outcome = await createProfileListing(fetchJson, clock, quiet, ['/profiles', '/older'])();
  expect(outcome).toMatchObject({ profiles: [{ id: 'a' }], gaps: { incomplete: true } });
  expect(asked).not.toContain('/older');
});
