import { expect, test } from 'vitest';
import { draft, type Fixture, hour, minute, T1, useFixture } from '../fixture.ts';

const stage = useFixture();
const day = 24 * hour;

const left = async ({ database }: Fixture) =>
  (await database.db.query<{ user: string }>('select user_id as user from draft order by user_id')).map(
    ({ user }) => user,
  );

test('a draft that is not touched for thirty days is deleted, with its secrets', async () => {
  const { fixture } = stage;
  await draft(fixture, { actor: 'UOLD' });
  await fixture.database.db.query(`update draft_secret set expires_at = 'infinity'`);
  fixture.pass(minute);
  await draft(fixture, { actor: 'UNEW' });
  await fixture.usecases.sweep({ workspaceId: T1 });
  expect(await left(fixture)).toEqual(['UNEW', 'UOLD']);
  fixture.pass(30 * day - minute);
  await fixture.usecases.sweep({ workspaceId: T1 });
  expect(await left(fixture)).toEqual(['UNEW']);
  expect(await fixture.database.db.query('select from draft_secret')).toEqual([]);
});

test('going on with a draft keeps it', async () => {
  const { fixture } = stage;
  const { draftId, actor } = await draft(fixture, {});
  fixture.pass(29 * day);
  await fixture.usecases.saveDraft({ workspaceId: T1, actor, draftId, answers: { name: 'Still here' } });
  fixture.pass(29 * day);
  await fixture.usecases.sweep({ workspaceId: T1 });
  expect(await left(fixture)).toEqual([actor]);
});

test('thousands of old drafts go in batches, and none of another workspace', async () => {
  const { fixture } = stage;
  const { db } = fixture.database;
  await db.query(
    `insert into workspace (id, name, bot_user_id, created_at) values ('TOTHER', 'Other', 'U', now())`,
  );
  await db.query(
    `insert into draft (workspace_id, id, user_id, answers, created_at, updated_at)
     select workspace, gen_random_uuid(), 'U' || n, '{}', timestamptz '2026-01-01', timestamptz '2026-01-01'
     from generate_series(1, 250) n, (values ($1), ('TOTHER')) as w (workspace)`,
    [T1],
  );
  await fixture.usecases.sweep({ workspaceId: T1 });
  const rows = await db.query<{ workspace_id: string }>('select workspace_id from draft');
  expect(new Set(rows.map((row) => row.workspace_id))).toEqual(new Set(['TOTHER']));
  expect(rows).toHaveLength(250);
});
