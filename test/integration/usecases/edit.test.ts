import { describe, expect, test } from 'vitest';
import { Secret } from '../../../src/core/secrets/secret.ts';
import type { AppChanges } from '../../../src/usecases/apps/edit_zoom_app.ts';
import { ana, someScopes, T1, useWorld, type World, zoe } from './world.ts';

const stage = useWorld();

const edit = (world: World, appId: string, changes: AppChanges, version = 1, actor = ana) =>
  world.usecases.editZoomApp({ workspaceId: T1, actor, appId, version, changes });

async function appOf(world: World, appId: string) {
  const card = await world.usecases.readCard({ workspaceId: T1, appId });
  if (card === null) throw new Error('no such app');
  return card.app;
}

describe('an edit', () => {
  test('changes what it names, counts the version, and is told in the thread', async () => {
    const { world } = stage;
    const { appId } = await world.register();
    await world.news();
    const result = await edit(world, appId, {
      purpose: 'Calls',
      owners: [zoe, ana, zoe],
      name: 'Acme Calls',
    });
    expect(result).toMatchObject({
      ok: true,
      value: { name: 'Acme Calls', purpose: 'Calls', owners: [ana, zoe], version: 2, updatedBy: ana },
    });
    const said = (await world.news()).flatMap(({ message }) => (message === null ? [] : [message]));
    expect(said).toEqual([
      { kind: 'edited', appId, appName: 'Acme Calls', by: ana, what: ['name', 'owners', 'purpose'] },
    ]);
    expect((await world.events(appId)).at(-1)).toMatchObject({ kind: 'zoom_app_edited', actor: ana });
    expect(await world.usecases.findZoomApp({ workspaceId: T1, text: 'acme calls' })).toMatchObject({
      kind: 'found',
    });
  });

  test('that changes nothing says nothing and counts nothing', async () => {
    const { world } = stage;
    const { appId } = await world.register();
    await world.news();
    const same = { name: 'Acme Zoom', owners: [ana, ana], purpose: '', scopes: [...someScopes].reverse() };
    expect(await edit(world, appId, same)).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await world.news()).toEqual([]);
  });

  test('of a version that is gone is told what stands now, and changes nothing', async () => {
    const { world } = stage;
    const { appId } = await world.register({ owners: [ana, zoe] });
    await edit(world, appId, { purpose: 'first' });
    const late = await edit(world, appId, { purpose: 'second' }, 1, zoe);
    expect(late).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { purpose: 'first', version: 2 } },
    });
    expect(await appOf(world, appId)).toMatchObject({ purpose: 'first' });
  });

  test('by two people at the same moment is saved once', async () => {
    const { world } = stage;
    const { appId } = await world.register({ owners: [ana, zoe] });
    const results = await Promise.all([
      edit(world, appId, { purpose: 'hers' }, 1, ana),
      edit(world, appId, { purpose: 'his' }, 1, zoe),
    ]);
    expect(results.map((result) => (result.ok ? 'saved' : result.error.code)).sort()).toEqual([
      'conflict',
      'saved',
    ]);
    expect(await appOf(world, appId)).toMatchObject({ version: 2 });
  });

  test('of two apps to the same name at the same moment gives it to one of them', async () => {
    const { world } = stage;
    const [one, two] = [await world.register({ name: 'One' }), await world.register({ name: 'Two' })];
    const results = await Promise.all([
      edit(world, one.appId, { name: 'Three' }),
      edit(world, two.appId, { name: 'THREE' }),
    ]);
    expect(results.map((result) => (result.ok ? 'saved' : result.error.code)).sort()).toEqual([
      'name_taken',
      'saved',
    ]);
  });

  test.each([
    ['somebody else', { purpose: 'x' }, zoe, 'not_owner'],
    ['nobody as owner', { owners: [] }, ana, 'no_owner'],
    ["another app's name", { name: 'BÉTA zoom' }, ana, 'name_taken'],
    ['a name without a letter', { name: '!!' }, ana, 'name_taken'],
    ['no scope', { scopes: [] }, ana, 'scopes_blocking'],
    ['a scope of the other level', { scopes: ['user:read:user'] }, ana, 'scopes_blocking'],
    ['an unknown scope', { scopes: [...someScopes, 'zebra:read:stripes:admin'] }, ana, 'scopes_blocking'],
    ['the other management type alone', { managementType: 'user' }, ana, 'scopes_blocking'],
  ] as const)('with %s is refused, and nothing of it is saved', async (_what, changes, actor, code) => {
    const { world } = stage;
    await world.register({ name: 'Beta Zoom' });
    const { appId } = await world.register();
    const before = await appOf(world, appId);
    expect(await edit(world, appId, { scopeDescription: 'also', ...changes }, 1, actor)).toEqual({
      ok: false,
      error: { code },
    });
    expect(await appOf(world, appId)).toEqual(before);
  });

  test('may write the own name in other letters', async () => {
    const { world } = stage;
    const { appId } = await world.register();
    expect(await edit(world, appId, { name: 'ACME zoom' })).toMatchObject({
      ok: true,
      value: { name: 'ACME zoom' },
    });
  });

  test('of an unknown or archived app is refused', async () => {
    const { world } = stage;
    expect(await edit(world, world.ctx.newId(), { purpose: 'x' })).toEqual({
      ok: false,
      error: { code: 'not_found' },
    });
    const { appId } = await world.register();
    await world.database.db.query('update zoom_app set archived_at = now()');
    expect(await edit(world, appId, { purpose: 'x' })).toEqual({ ok: false, error: { code: 'archived' } });
  });
});

describe('the scopes', () => {
  const unknown = 'zebra:read:stripes:admin';

  test('may switch the management type together with it', async () => {
    const { world } = stage;
    const { appId, environments } = await world.register();
    const scopes = ['user:read:user', 'meeting:read:list_meetings', 'user:read:email'];
    expect(await edit(world, appId, { managementType: 'user', scopes })).toMatchObject({
      ok: true,
      value: { managementType: 'user' },
    });
    expect(await world.check(environments.development, 'scopes')).toMatchObject({
      status: 'passed',
      detail: { count: 3 },
    });
    const event = (await world.events(appId)).find((one) => one.kind === 'zoom_app_edited');
    expect(event?.detail).toMatchObject({
      edited: ['management_type', 'scopes'],
      added: [...scopes].sort(),
      removed: [...someScopes].sort(),
    });
  });

  test('remember who confirmed what, whoever edits afterwards', async () => {
    const { world } = stage;
    const { appId } = await world.register({
      owners: [ana, zoe],
      pickedScopes: [...someScopes, unknown],
      confirmedScopes: [unknown],
    });
    const another = 'zebra:read:hooves:admin';
    const scopes = [...someScopes, unknown, another];
    await edit(world, appId, { scopes, confirmedScopes: [another] }, 1, zoe);
    expect((await appOf(world, appId)).scopes.filter((one) => one.confirmedBy !== null)).toEqual([
      { scope: another, confirmedBy: zoe },
      { scope: unknown, confirmedBy: ana },
    ]);
  });

  test('that were declared by older knowledge do not keep an owner from leaving', async () => {
    const { world } = stage;
    const { appId } = await world.register({ owners: [ana, zoe] });
    await world.database.db.query(`update zoom_app_scope set scope = 'user:read:user' where position = 2`);
    expect(await edit(world, appId, { owners: [zoe] })).toMatchObject({ ok: true, value: { owners: [zoe] } });
    const { scopes } = await appOf(world, appId);
    expect(scopes.map((one) => one.scope)).toContain('user:read:user');
    const again = await edit(world, appId, { scopes: scopes.map((one) => one.scope) }, 2, zoe);
    expect(again).toEqual({ ok: false, error: { code: 'scopes_blocking' } });
  });
});

test('an app that moves to another channel is told in both, and from then on only in the new one', async () => {
  const { world } = stage;
  const { appId, environments } = await world.register();
  await world.news();
  await edit(world, appId, { channelId: 'C2' });
  const told = (await world.news()).filter(({ message }) => message !== null);
  expect(told.map(({ channel, where, message }) => [channel, where, message?.kind])).toEqual([
    ['C1', 'thread', 'edited'],
    ['C2', 'thread', 'edited'],
  ]);
  const environmentId = environments.development;
  await world.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what: 'redirect' });
  expect((await world.news()).map(({ channel }) => channel)).toEqual(['C2']);
  await edit(world, appId, { channelId: 'C1' }, 2);
  expect(
    (await world.news()).filter(({ message }) => message !== null).map(({ channel }) => channel),
  ).toEqual(['C1', 'C2']);
});

describe('the other environment', () => {
  const add = async (world: World, appId: string, actor = ana) => {
    const { clientId, clientSecret } = world.zoom.addApp();
    const secret = new Secret(clientSecret);
    return world.usecases.addEnvironment({
      workspaceId: T1,
      actor,
      appId,
      kind: 'production',
      clientId,
      secret,
    });
  };

  test('is added once, by an owner, and goes its own way', async () => {
    const { world } = stage;
    const { appId } = await world.registerLive();
    await world.news();
    expect(await add(world, appId, zoe)).toEqual({ ok: false, error: 'not_owner' });
    const added = await add(world, appId);
    expect(await add(world, appId)).toEqual({ ok: false, error: 'exists' });
    expect(await world.words()).toEqual(['thread: edited']);
    await world.runJobs();
    const card = await world.usecases.readCard({ workspaceId: T1, appId });
    expect(card?.environments.map((env) => [env.kind, env.stage])).toEqual([
      ['development', 'live'],
      ['production', 'testing'],
    ]);
    expect(added).toMatchObject({ ok: true, value: { environmentId: card?.environments[1]?.id } });
  });
});
