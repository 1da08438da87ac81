import { expect, test } from 'vitest';
import { reviewScopes } from '../../src/usecases/review_scopes.ts';
import { T1, useWorld } from './world.ts';

const stage = useWorld();
const by = { workspaceId: T1 };

/** An app as it was declared when the catalogue knew less. */
async function declaredLongAgo(): Promise<string> {
  const { world } = stage;
  const { appId } = await world.register({
    pickedScopes: ['user:read:user:admin', 'meeting:read:meeting:admin'],
  });
  await world.database.db.query(
    `update zoom_app_scope set confirmed_by = 'UZOE' where scope = 'meeting:read:meeting:admin'`,
  );
  await world.database.db.query(
    `update zoom_app_scope set scope = 'user:read:user' where scope = 'user:read:user:admin'`,
  );
  return appId;
}

test('a newer catalogue tells the app that it touches, once', async () => {
  const { world } = stage;
  const appId = await declaredLongAgo();
  await world.register({ name: 'Untouched' });
  await reviewScopes(world.ctx, by);
  await world.database.db.query(`update scope_review set catalogue = '2020-01.000001'`);
  await world.news();
  await reviewScopes(world.ctx, by);
  await reviewScopes(world.ctx, by);
  const said = (await world.news()).flatMap(({ where, message }) =>
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
  const { world } = stage;
  await declaredLongAgo();
  await world.news();
  await reviewScopes(world.ctx, by);
  await world.database.db.query(`update scope_review set catalogue = '2999-01.000001'`);
  await reviewScopes(world.ctx, by);
  expect(await world.words()).toEqual([]);
});
