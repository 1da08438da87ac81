import { expect, test } from 'vitest';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { scopeUses } from '../../../../src/usecases/scopes/scope_uses.ts';
import { T1, useFixture } from '../fixture.ts';

const stage = useFixture();

test('apps that declare a scope are named, within their workspace only', async () => {
  const { fixture } = stage;
  await saveWorkspace(fixture.database.db, { id: 'T0OTHER', name: 'Other', botUserId: 'UBOT' }, new Date());
  await fixture.register({ name: 'Acme', pickedScopes: ['user:read:list_users:admin'] });
  await fixture.register({
    name: 'Birch',
    pickedScopes: ['user:read:list_users:admin', 'user:read:user:admin'],
  });
  await fixture.register({
    name: 'Cedar',
    workspaceId: 'T0OTHER',
    pickedScopes: ['user:read:list_users:admin'],
  });
  const uses = await scopeUses(fixture.ctx, { workspaceId: T1, scopes: ['user:read:list_users:admin'] });
  expect(uses.map(({ appName }) => appName)).toEqual(['Acme', 'Birch']);
  expect(await scopeUses(fixture.ctx, { workspaceId: T1, scopes: ['user:read:user'] })).toEqual([]);
});

test('the look-up uses its index', async () => {
  const { db } = stage.fixture.database;
  const plan = await db.tx(async (tx) => {
    await tx.query('set local enable_seqscan = off');
    return tx.query<{ 'QUERY PLAN': string }>(
      `explain select 1 from zoom_app_scope where workspace_id = 'T' and scope = any('{a,b}')`,
    );
  });
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('zoom_app_scope_scope');
});

test('of a scope that very many declare, no more apps are named than a person reads about', async () => {
  const { fixture } = stage;
  const scope = 'user:read:list_users:admin';
  await fixture.register({ name: 'Acme', pickedScopes: [scope] });
  await fixture.database.db.query(
    `with app as (
       insert into zoom_app (workspace_id, id, name, name_key, management_type, channel_id, created_by, updated_by, created_at, updated_at)
       select $1, gen_random_uuid(), 'App ' || n, 'app ' || n, 'admin', 'C', 'U', 'U', now(), now()
       from generate_series(1, 200) n returning workspace_id, id)
     insert into zoom_app_scope (workspace_id, zoom_app_id, scope, position) select workspace_id, id, $2, 1 from app`,
    [T1, scope],
  );
  const uses = await scopeUses(fixture.ctx, { workspaceId: T1, scopes: [scope, scope, 'nothing'] });
  expect(uses).toHaveLength(50);
  expect(new Set(uses.map(({ appId }) => appId)).size).toBe(50);
  const names = uses.map(({ appName }) => appName);
  expect(names).toEqual([...names].sort());
});
