import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import type { AppChanges } from '../../../../src/usecases/apps/edit_zoom_app.ts';
import { ana, type Fixture, someScopes, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();

const edit = (fixture: Fixture, appId: string, changes: AppChanges, version = 1, actor = ana) =>
  fixture.usecases.editZoomApp({ workspaceId: T1, actor, appId, version, changes });

async function appOf(fixture: Fixture, appId: string) {
  const card = await fixture.usecases.readCard({ workspaceId: T1, appId });
  if (card === null) throw new Error('no such app');
  return card.app;
}

describe('an edit', () => {
  test('changes what it names, counts the version, and is posted in the thread', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await fixture.notifications();
    const result = await edit(fixture, appId, {
      purpose: 'Calls',
      owners: [zoe, ana, zoe],
      name: 'Acme Calls',
    });
    expect(result).toMatchObject({
      ok: true,
      value: { name: 'Acme Calls', purpose: 'Calls', owners: [ana, zoe], version: 2, updatedBy: ana },
    });
    const said = (await fixture.notifications()).flatMap(({ message }) =>
      message === null ? [] : [message],
    );
    expect(said).toEqual([
      { kind: 'edited', appId, appName: 'Acme Calls', by: ana, what: ['name', 'owners', 'purpose'] },
    ]);
    expect((await fixture.events(appId)).at(-1)).toMatchObject({ kind: 'zoom_app_edited', actor: ana });
    expect(await fixture.usecases.findZoomApp({ workspaceId: T1, text: 'acme calls' })).toMatchObject({
      kind: 'found',
    });
  });

  test('that changes nothing says nothing and counts nothing', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await fixture.notifications();
    const same = { name: 'Acme Zoom', owners: [ana, ana], purpose: '', scopes: [...someScopes].reverse() };
    expect(await edit(fixture, appId, same)).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await fixture.notifications()).toEqual([]);
  });

  test('of an earlier version is shown the present state, and changes nothing', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({ owners: [ana, zoe] });
    await edit(fixture, appId, { purpose: 'first' });
    const late = await edit(fixture, appId, { purpose: 'second' }, 1, zoe);
    expect(late).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { purpose: 'first', version: 2 } },
    });
    expect(await appOf(fixture, appId)).toMatchObject({ purpose: 'first' });
  });

  test('by two people at the same moment is saved once', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({ owners: [ana, zoe] });
    const results = await Promise.all([
      edit(fixture, appId, { purpose: 'hers' }, 1, ana),
      edit(fixture, appId, { purpose: 'his' }, 1, zoe),
    ]);
    expect(results.map((result) => (result.ok ? 'saved' : result.error.code)).sort()).toEqual([
      'conflict',
      'saved',
    ]);
    expect(await appOf(fixture, appId)).toMatchObject({ version: 2 });
  });

  test('of two apps to the same name at the same moment gives it to one of them', async () => {
    const { fixture } = stage;
    const [one, two] = [await fixture.register({ name: 'One' }), await fixture.register({ name: 'Two' })];
    const results = await Promise.all([
      edit(fixture, one.appId, { name: 'Three' }),
      edit(fixture, two.appId, { name: 'THREE' }),
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
    const { fixture } = stage;
    await fixture.register({ name: 'Beta Zoom' });
    const { appId } = await fixture.register();
    const before = await appOf(fixture, appId);
    expect(await edit(fixture, appId, { scopeDescription: 'also', ...changes }, 1, actor)).toEqual({
      ok: false,
      error: { code },
    });
    expect(await appOf(fixture, appId)).toEqual(before);
  });

  test('may write the own name in other letters', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    expect(await edit(fixture, appId, { name: 'ACME zoom' })).toMatchObject({
      ok: true,
      value: { name: 'ACME zoom' },
    });
  });

  test('of an unknown or archived app is refused', async () => {
    const { fixture } = stage;
    expect(await edit(fixture, fixture.ctx.newId(), { purpose: 'x' })).toEqual({
      ok: false,
      error: { code: 'not_found' },
    });
    const { appId } = await fixture.register();
    await fixture.database.db.query('update zoom_app set archived_at = now()');
    expect(await edit(fixture, appId, { purpose: 'x' })).toEqual({ ok: false, error: { code: 'archived' } });
  });
});

describe('the scopes', () => {
  const unknown = 'zebra:read:stripes:admin';

  test('may switch the management type together with it', async () => {
    const { fixture } = stage;
    const { appId, environments } = await fixture.register();
    const scopes = ['user:read:user', 'meeting:read:list_meetings', 'user:read:email'];
    expect(await edit(fixture, appId, { managementType: 'user', scopes })).toMatchObject({
      ok: true,
      value: { managementType: 'user' },
    });
    expect(await fixture.check(environments.development, 'scopes')).toMatchObject({
      status: 'passed',
      detail: { count: 3 },
    });
    const event = (await fixture.events(appId)).find((one) => one.kind === 'zoom_app_edited');
    expect(event?.detail).toMatchObject({
      edited: ['management_type', 'scopes'],
      added: [...scopes].sort(),
      removed: [...someScopes].sort(),
    });
  });

  test('remember who confirmed what, whoever edits afterwards', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({
      owners: [ana, zoe],
      pickedScopes: [...someScopes, unknown],
      confirmedScopes: [unknown],
    });
    const another = 'zebra:read:hooves:admin';
    const scopes = [...someScopes, unknown, another];
    await edit(fixture, appId, { scopes, confirmedScopes: [another] }, 1, zoe);
    expect((await appOf(fixture, appId)).scopes.filter((one) => one.confirmedBy !== null)).toEqual([
      { scope: another, confirmedBy: zoe },
      { scope: unknown, confirmedBy: ana },
    ]);
  });

  test('that were declared by older knowledge do not keep an owner from leaving', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({ owners: [ana, zoe] });
    await fixture.database.db.query(`update zoom_app_scope set scope = 'user:read:user' where position = 2`);
    expect(await edit(fixture, appId, { owners: [zoe] })).toMatchObject({
      ok: true,
      value: { owners: [zoe] },
    });
    const { scopes } = await appOf(fixture, appId);
    expect(scopes.map((one) => one.scope)).toContain('user:read:user');
    const again = await edit(fixture, appId, { scopes: scopes.map((one) => one.scope) }, 2, zoe);
    expect(again).toEqual({ ok: false, error: { code: 'scopes_blocking' } });
  });
});

test('an app that moves to another channel is announced in both, and from then on only in the new one', async () => {
  const { fixture } = stage;
  const { appId, environments } = await fixture.register();
  await fixture.notifications();
  await edit(fixture, appId, { channelId: 'C2' });
  const queued = (await fixture.notifications()).filter(({ message }) => message !== null);
  expect(queued.map(({ channel, where, message }) => [channel, where, message?.kind])).toEqual([
    ['C1', 'thread', 'edited'],
    ['C2', 'thread', 'edited'],
  ]);
  const environmentId = environments.development;
  await fixture.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what: 'redirect' });
  expect((await fixture.notifications()).map(({ channel }) => channel)).toEqual(['C2']);
  await edit(fixture, appId, { channelId: 'C1' }, 2);
  expect(
    (await fixture.notifications()).filter(({ message }) => message !== null).map(({ channel }) => channel),
  ).toEqual(['C1', 'C2']);
});

describe('the other environment', () => {
  const add = async (fixture: Fixture, appId: string, actor = ana) => {
    const { clientId, clientSecret } = fixture.zoom.addApp();
    const secret = new Secret(clientSecret);
    return fixture.usecases.addEnvironment({
      workspaceId: T1,
      actor,
      appId,
      kind: 'production',
      clientId,
      secret,
    });
  };

  test('is added once, by an owner, and goes its own way', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.registerLive();
    await fixture.notifications();
    expect(await add(fixture, appId, zoe)).toEqual({ ok: false, error: 'not_owner' });
    const added = await add(fixture, appId);
    expect(await add(fixture, appId)).toEqual({ ok: false, error: 'exists' });
    expect(await fixture.words()).toEqual(['thread: edited']);
    await fixture.runJobs();
    const card = await fixture.usecases.readCard({ workspaceId: T1, appId });
    expect(card?.environments.map((env) => [env.kind, env.stage])).toEqual([
      ['development', 'live'],
      ['production', 'testing'],
    ]);
    expect(added).toMatchObject({ ok: true, value: { environmentId: card?.environments[1]?.id } });
  });
});
