import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../../src/ids.ts';
import { appendEvent } from '../../../../src/store/apps/events.ts';
import { readEvents } from '../../../../src/store/history/read_events.ts';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { useTestDatabase } from '../../../harness/postgres.ts';

const at = new Date('2026-03-02T09:00:00Z');
const appId = newId();
const ofApp = { workspaceId: 'T1', appId, actor: null, kinds: null, since: null };

const store = useTestDatabase();
beforeEach(async () => {
  await saveWorkspace(store.database.db, { id: 'T1', name: 'Acme', botUserId: 'UBOT' }, at);
});

const write = (number: number) =>
  appendEvent(store.database.db, {
    id: newId(),
    workspaceId: 'T1',
    at,
    kind: 'check_requested',
    actor: 'UANA',
    appId,
    detail: { number },
  });

describe('the events', () => {
  test.each([
    ['update', `update event set actor = 'nobody'`],
    ['delete', 'delete from event'],
    ['truncate', 'truncate event'],
    ['truncate of what they belong to', 'truncate workspace cascade'],
  ])('refuse %s', async (_what, sql) => {
    await write(1);
    await expect(store.database.db.query(sql)).rejects.toThrow('event is append-only');
    expect(await readEvents(store.database.db, { ...ofApp, before: null, limit: 10 })).toHaveLength(1);
  });

  test('are read in the order they were written, also within one millisecond', async () => {
    await store.database.db.tx(async () => {
      for (let number = 0; number < 50; number += 1) await write(number);
    });
    const events = await readEvents(store.database.db, { ...ofApp, before: null, limit: 30 });
    const before = events.at(-1)?.id ?? null;
    const more = await readEvents(store.database.db, { ...ofApp, before, limit: 30 });
    const numbers = [...events, ...more].map((event) => event.detail.number);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => 49 - index));
  });
});
