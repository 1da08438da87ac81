import { expect, test } from 'vitest';
import { draft, hour, minute, T1, useWorld, type World } from './world.ts';

const stage = useWorld();
const day = 24 * hour;

const left = async ({ database }: World) =>
  (await database.db.query<{ user: string }>('select user_id as user from draft order by user_id')).map(
    ({ user }) => user,
  );

test('a draft that nobody goes on with is thrown away after thirty days, with its secrets', async () => {
  const { world } = stage;
  await draft(world, { actor: 'UOLD' });
  await world.database.db.query(`update draft_secret set expires_at = 'infinity'`);
  world.pass(minute);
  await draft(world, { actor: 'UNEW' });
  await world.usecases.sweep({ workspaceId: T1 });
  expect(await left(world)).toEqual(['UNEW', 'UOLD']);
  world.pass(30 * day - minute);
  await world.usecases.sweep({ workspaceId: T1 });
  expect(await left(world)).toEqual(['UNEW']);
  expect(await world.database.db.query('select from draft_secret')).toEqual([]);
});

test('going on with a draft keeps it', async () => {
  const { world } = stage;
  const { draftId, actor } = await draft(world, {});
  world.pass(29 * day);
  await world.usecases.saveDraft({ workspaceId: T1, actor, draftId, answers: { name: 'Still here' } });
  world.pass(29 * day);
  await world.usecases.sweep({ workspaceId: T1 });
  expect(await left(world)).toEqual([actor]);
});

test('thousands of old drafts go in batches, and none of another workspace', async () => {
  const { world } = stage;
  const { db } = world.database;
  await db.query(
    `insert into workspace (id, name, bot_user_id, created_at) values ('TOTHER', 'Other', 'U', now())`,
  );
  await db.query(
    `insert into draft (workspace_id, id, user_id, answers, created_at, updated_at)
     select workspace, gen_random_uuid(), 'U' || n, '{}', timestamptz '2026-01-01', timestamptz '2026-01-01'
     from generate_series(1, 250) n, (values ($1), ('TOTHER')) as w (workspace)`,
    [T1],
  );
  await world.usecases.sweep({ workspaceId: T1 });
  const rows = await db.query<{ workspace_id: string }>('select workspace_id from draft');
  expect(new Set(rows.map((row) => row.workspace_id))).toEqual(new Set(['TOTHER']));
  expect(rows).toHaveLength(250);
});
