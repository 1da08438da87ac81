import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../../../src/ids.ts';
import { appendEvents, type EventKind } from '../../../../src/store/apps/events.ts';
import { readEvents } from '../../../../src/store/history/read_events.ts';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { useTestDatabase } from '../../../harness/postgres.ts';

const begin = new Date('2026-03-02T09:00:00Z').getTime();
const hour = 3_600_000;
const kinds: readonly EventKind[] = ['zoom_app_edited', 'check_changed', 'profile_matched'];
const people = ['UANA', 'UBEN', 'greenroom'];
const apps = [newId(), newId()];
const store = useTestDatabase();

beforeEach(async () => {
  const { db } = store.database;
  const now = new Date(begin);
  await saveWorkspace(db, { id: 'T1', name: 'Acme', botUserId: 'UBOT' }, now);
  await saveWorkspace(db, { id: 'T2', name: 'Other', botUserId: 'UBOT' }, now);
  await appendEvents(db, 'T2', [{ id: newId(), at: now, kind: 'zoom_app_edited', actor: 'UANA' }]);
});

const pick = <T>(from: readonly T[], place: number): T => from[place % from.length] as T;

/** Sixty events, an hour apart, that meet each combination of app, person and kind several times. */
const written = Array.from({ length: 60 }, (_, n) => ({
  id: newId(),
  at: new Date(begin + n * hour),
  kind: pick(kinds, n),
  actor: pick(people, Math.floor(n / 3)),
  appId: n % 7 === 0 ? undefined : pick(apps, n),
}));

test('any combination of filters finds what it should, page by page, newest first', async () => {
  const { db } = store.database;
  await appendEvents(db, 'T1', written);
  const filters = fc.record({
    appId: fc.constantFrom(null, ...apps, newId()),
    actor: fc.constantFrom(null, ...people, 'UNOBODY'),
    kinds: fc.constantFrom(null, [], ...kinds.map((kind) => [kind]), kinds),
    since: fc.constantFrom(null, new Date(0), ...[10, 59, 60].map((n) => new Date(begin + n * hour))),
  });
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 1, max: 25 }), async (filter, limit) => {
      const expected = written
        .filter(
          (one) =>
            (filter.appId === null || one.appId === filter.appId) &&
            (filter.actor === null || one.actor === filter.actor) &&
            (filter.kinds === null || filter.kinds.includes(one.kind)) &&
            (filter.since === null || one.at >= filter.since),
        )
        .map(({ id }) => id)
        .reverse();
      const found: string[] = [];
      for (let before: string | null = null; ; before = found.at(-1) ?? null) {
        const page = await readEvents(db, { ...filter, workspaceId: 'T1', before, limit });
        found.push(...page.map(({ id }) => id));
        if (page.length < limit) break;
      }
      expect(found).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('what a slow transaction wrote late hides nothing that was written before it', async () => {
  const { db } = store.database;
  const seconds = (n: number) => new Date(begin + n * 1_000);
  const event = (at: Date) => ({ id: newId(), at, kind: 'zoom_app_edited', actor: 'UANA' }) as const;
  const [quick, slow] = [event(seconds(3)), event(seconds(0))];
  await appendEvents(db, 'T1', [quick, slow]);
  const all = { workspaceId: 'T1', appId: null, actor: null, kinds: null, before: null, limit: 9 };
  const since = async (n: number) =>
    (await readEvents(db, { ...all, since: seconds(n) })).map(({ id }) => id);
  expect(await since(2)).toEqual([quick.id]);
  expect(await since(0)).toEqual([slow.id, quick.id]);
  expect(await since(4)).toEqual([]);
});

test('what another workspace writes late, of an earlier time, hides nothing here', async () => {
  const { db } = store.database;
  await appendEvents(db, 'T1', written);
  const earlier = new Date(begin - 24 * hour);
  await appendEvents(db, 'T2', [{ id: newId(), at: earlier, kind: 'zoom_app_edited', actor: 'UANA' }]);
  const all = { workspaceId: 'T1', appId: null, actor: null, kinds: null, before: null, limit: 99 };
  const found = await readEvents(db, { ...all, since: new Date(begin) });
  expect(found.map(({ id }) => id)).toEqual(written.map(({ id }) => id).reverse());
});

test('an id that is none, or of another workspace, finds nothing', async () => {
  const { db } = store.database;
  await appendEvents(db, 'T1', written);
  const elsewhere = newId();
  const at = new Date(begin);
  await appendEvents(db, 'T2', [{ id: elsewhere, at, kind: 'zoom_app_edited', actor: 'UANA' }]);
  const all = { workspaceId: 'T1', appId: null, actor: null, kinds: null, since: null, limit: 9 };
  expect(await readEvents(db, { ...all, before: "'; drop table event" })).toEqual([]);
  expect(await readEvents(db, { ...all, appId: 'x', before: null })).toEqual([]);
  expect(await readEvents(db, { ...all, before: newId() })).toEqual([]);
  expect(await readEvents(db, { ...all, before: elsewhere })).toEqual([]);
});
