import { expect, test } from 'vitest';
import { greenroomWith } from '../../../harness/greenroom.ts';
import { useTestDatabase } from '../../../harness/postgres.ts';
import { writeRowsOfEverything } from './rows_of_everything.ts';

const store = useTestDatabase();
const person = 'U0MARKER';
const forget = (...words: string[]) =>
  greenroomWith({ DATABASE_URL: store.database.connectionString }, 'forget', ...words);
const named = async () => {
  const [row] = await store.database.db.query<{ count: number }>(
    'select count(*)::int as count from event where mentions_person(to_jsonb(event)::text, $1)',
    [person],
  );
  return row?.count;
};

test('`greenroom forget` counts first, forgets with --yes, and says what nobody owns now', async () => {
  await writeRowsOfEverything(store.database.db, 'T0ONE', person);
  await store.database.db.query(`delete from zoom_app_owner where user_id <> $1`, [person]);
  await store.database.db.query('delete from zoom_app_owner_group');
  for (const words of [[], ['--dry-run']]) {
    const counted = await forget('--person', person, ...words);
    expect(counted).toMatchObject({ code: 0, err: '' });
    expect(counted.out).toMatch(/^T0ONE: .*event 1/);
    expect(counted.out).toContain('Nothing was changed');
    expect(await named()).toBe(1);
  }
  const done = await forget('--person', person, '--yes');
  expect(done).toMatchObject({ code: 0, err: '' });
  expect(done.out).toMatch(/^T0ONE: .*event 1/);
  expect(done.out).toContain('Zoom apps without an owner: 1');
  expect(done.out).not.toContain(person);
  expect(await named()).toBe(0);
  expect((await forget('--person', person, '--yes')).out).toContain('T0ONE: nothing');
});

test('`greenroom forget --workspace` forgets one workspace, and knows no other', async () => {
  await writeRowsOfEverything(store.database.db, 'T0ONE', person);
  await writeRowsOfEverything(store.database.db, 'T0TWO', person);
  expect(await forget('--workspace', 'T0THREE', '--yes')).toMatchObject({ code: 1, out: '' });
  expect(await forget('--workspace', 'T0ONE', '--yes')).toMatchObject({ code: 0, err: '' });
  expect(await store.database.db.query('select id from workspace')).toEqual([{ id: 'T0TWO' }]);
  const own = await forget('--person', 'UBOT', '--yes');
  expect(own).toMatchObject({ code: 1 });
  expect(own.err).toContain("Greenroom's own user");
});
