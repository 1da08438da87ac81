import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../../../src/ids.ts';
import { appendEvents } from '../../../../src/store/apps/events.ts';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { exportHistory, type HistoryFilter } from '../../../../src/usecases/history/read_history.ts';
import { useTestDatabase } from '../../../harness/postgres.ts';

const store = useTestDatabase();
const begin = new Date('2026-03-02T09:00:00Z').getTime();
const appId = newId();

/** Of one app and one person every second, of a check every third; many at the same moment, as one change writes them. */
const written = Array.from({ length: 1_200 }, (_, n) => ({
  id: newId(),
  at: new Date(begin + Math.floor(n / 40) * 60_000),
  kind: n % 3 === 0 ? ('check_changed' as const) : ('zoom_app_edited' as const),
  actor: n % 2 === 0 ? 'UANA' : 'UBEN',
  appId: n % 2 === 0 ? appId : undefined,
}));

beforeEach(async () => {
  await saveWorkspace(store.database.db, { id: 'T1', name: 'Acme', botUserId: 'UBOT' }, new Date(begin));
  await appendEvents(store.database.db, 'T1', written);
});

async function filesOf(filter: HistoryFilter, most: number): Promise<string[][]> {
  const files: string[][] = [];
  let after: string | undefined;
  do {
    const { events, next } = await exportHistory(
      store.database,
      { ...filter, workspaceId: 'T1', after },
      most,
    );
    files.push(events.map(({ id }) => id));
    after = next ?? undefined;
  } while (after !== undefined);
  return files;
}

test.each([
  { filter: {}, most: 500, files: 3, kept: () => true },
  { filter: {}, most: 1_200, files: 1, kept: () => true },
  { filter: {}, most: 7, files: 172, kept: () => true },
  { filter: { appId }, most: 599, files: 2, kept: (n: number) => n % 2 === 0 },
  {
    filter: { person: 'UBEN', topic: 'checks' as const },
    most: 100,
    files: 2,
    kept: (n: number) => n % 6 === 3,
  },
])('one file after the other holds the whole history of $filter, nothing twice', async (one) => {
  const files = await filesOf(one.filter, one.most);
  expect(files).toHaveLength(one.files);
  const wanted = written.filter((_, n) => one.kept(n)).map(({ id }) => id);
  expect(files.flat()).toEqual(wanted.reverse());
});
