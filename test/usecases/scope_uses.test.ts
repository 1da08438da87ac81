import { expect, test } from 'vitest';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { scopeUses } from '../../src/usecases/scope_uses.ts';
import { T1, useWorld } from './world.ts';

const stage = useWorld();

test('apps that declare a scope are named, within their workspace only', async () => {
  const { world } = stage;
  await saveWorkspace(world.database.db, { id: 'T0OTHER', name: 'Other', botUserId: 'UBOT' }, new Date());
  await world.register({ name: 'Acme', pickedScopes: ['user:read:list_users:admin'] });
  await world.register({
    name: 'Birch',
    pickedScopes: ['user:read:list_users:admin', 'user:read:user:admin'],
  });
  await world.register({
    name: 'Cedar',
    workspaceId: 'T0OTHER',
    pickedScopes: ['user:read:list_users:admin'],
  });
  const uses = await scopeUses(world.ctx, { workspaceId: T1, scopes: ['user:read:list_users:admin'] });
  expect(uses.map(({ appName }) => appName)).toEqual(['Acme', 'Birch']);
  expect(await scopeUses(world.ctx, { workspaceId: T1, scopes: ['user:read:user'] })).toEqual([]);
});

test('the look-up uses its index', async () => {
  const { db } = stage.world.database;
  const plan = await db.tx(async (tx) => {
    await tx.query('set local enable_seqscan = off');
    return tx.query<{ 'QUERY PLAN': string }>(
      `explain select 1 from zoom_app_scope where workspace_id = 'T' and scope = any('{a,b}')`,
    );
  });
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('zoom_app_scope_scope');
});
