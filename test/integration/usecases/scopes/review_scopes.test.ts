import { expect, test } from 'vitest';
import type { Queryable } from '../../../../src/store/postgres/client/database.ts';
import { reviewScopes } from '../../../../src/usecases/scopes/review_scopes.ts';
import { T1, useFixture } from '../fixture.ts';

const stage = useFixture();
const by = { workspaceId: T1 };

/** An app as it was declared when the catalogue knew less. */
async function declaredLongAgo(): Promise<string> {
  const { fixture } = stage;
  const { appId } = await fixture.register({
    pickedScopes: ['user:read:user:admin', 'meeting:read:meeting:admin'],
  });
  await fixture.database.db.query(
    `update zoom_app_scope set confirmed_by = 'UZOE' where scope = 'meeting:read:meeting:admin'`,
  );
  await fixture.database.db.query(
    `update zoom_app_scope set scope = 'user:read:user' where scope = 'user:read:user:admin'`,
  );
  return appId;
}

test('a newer catalogue notifies the watchers of an affected app, once', async () => {
  const { fixture } = stage;
  const appId = await declaredLongAgo();
  await fixture.register({ name: 'Untouched' });
  await reviewScopes(fixture.ctx, by);
  await fixture.database.db.query(`update scope_review set catalogue = '2020-01.000001'`);
  await fixture.notifications();
  await reviewScopes(fixture.ctx, by);
  await reviewScopes(fixture.ctx, by);
  const said = (await fixture.notifications()).flatMap(({ where, message }) =>
    message === null ? [] : [{ where, message }],
  );
  expect(said).toEqual([
    {
      where: 'thread',
      message: {
        kind: 'catalogue_changed',
        appId,
        appName: expect.any(String),
        catalogue: expect.stringMatching(/^\d{4}-\d{2}$/),
        known: ['meeting:read:meeting:admin'],
        refused: ['user:read:user'],
      },
    },
  ]);
});

test('the first look of a workspace, and an older process, say nothing', async () => {
  const { fixture } = stage;
  await declaredLongAgo();
  await fixture.notifications();
  await reviewScopes(fixture.ctx, by);
  await fixture.database.db.query(`update scope_review set catalogue = '2999-01.000001'`);
  await reviewScopes(fixture.ctx, by);
  expect(await fixture.words()).toEqual([]);
});

test('many apps are looked through page by page, and one that died on the way is taken up where it was', async () => {
  const { fixture } = stage;
  const { db } = fixture.database;
  await declaredLongAgo();
  await reviewScopes(fixture.ctx, by);
  // As many as two pages before it, and some after.
  await db.query(
    `insert into zoom_app (workspace_id, id, name, name_key, management_type, channel_id, created_by, updated_by, created_at, updated_at)
     select $1, gen_random_uuid(), name, name, 'admin', 'C', 'U', 'U', now(), now()
     from (select case when n <= 200 then 'a' else 'z' end || n as name from generate_series(1, 250) n) named`,
    [T1],
  );
  await db.query(`update scope_review set catalogue = '2020-01.000001'`);
  await fixture.notifications();
  let runs = 0;
  const dying = {
    ...fixture.ctx,
    db: {
      ...fixture.ctx.db,
      tx: <T>(work: (tx: Queryable) => Promise<T>): Promise<T> => {
        runs += 1;
        return runs === 1 ? fixture.ctx.db.tx(work) : Promise.reject(new Error('the process died'));
      },
    },
  };
  await expect(reviewScopes(dying, by)).rejects.toThrow('the process died');
  expect(await fixture.words()).toEqual([]);
  expect(await db.query('select looked_up_to is null as done from scope_review')).toEqual([{ done: false }]);
  await reviewScopes(fixture.ctx, by);
  await reviewScopes(fixture.ctx, by);
  const said = (await fixture.notifications()).filter(({ message }) => message?.kind === 'catalogue_changed');
  expect(said).toHaveLength(1);
  expect(await db.query('select looked_up_to is null as done from scope_review')).toEqual([{ done: true }]);
});
