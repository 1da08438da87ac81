import { expect, test } from 'vitest';
import { confirmedScopes, confirmScopes } from '../../src/usecases/confirmed_scopes.ts';
import { ana, T1, useWorld, zoe } from './world.ts';

const stage = useWorld();
const strange = 'meeting:read:new_thing:admin';

test('an unknown scope confirmed for one app is known to the workspace, and to no other', async () => {
  const { world } = stage;
  await world.register({ pickedScopes: [strange], confirmedScopes: [strange] });
  expect(await confirmedScopes(world.ctx, { workspaceId: T1 })).toEqual([
    { scope: strange, by: ana, at: world.ctx.clock.now() },
  ]);
  expect(await confirmedScopes(world.ctx, { workspaceId: 'T0OTHER' })).toEqual([]);
});

test('whoever was first stays the one who confirmed it', async () => {
  const { world } = stage;
  const confirm = (actor: string) =>
    confirmScopes(world.ctx, { workspaceId: T1, actor, scopes: [strange], managementType: 'admin' });
  await confirm(zoe);
  await confirm(ana);
  expect((await confirmedScopes(world.ctx, { workspaceId: T1 })).map(({ by }) => by)).toEqual([zoe]);
});

test('a scope of absurd length is declared, and not remembered', async () => {
  const { world } = stage;
  const long = `meeting:read:${'x'.repeat(300)}:admin`;
  await world.register({ pickedScopes: [long], confirmedScopes: [long] });
  expect(await confirmedScopes(world.ctx, { workspaceId: T1 })).toEqual([]);
});

test('only unknown scopes can be confirmed, whatever else is in the list', async () => {
  const { world } = stage;
  const scopes = ['user:read:user:admin', 'user:read:user', 'meeting:read:admin', 'no scope', strange];
  await confirmScopes(world.ctx, { workspaceId: T1, actor: ana, scopes, managementType: 'admin' });
  const known = await confirmedScopes(world.ctx, { workspaceId: T1 });
  expect(known.map(({ scope }) => scope)).toEqual([strange]);
});
