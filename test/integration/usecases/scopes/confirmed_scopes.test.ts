import { expect, test } from 'vitest';
import type { Context } from '../../../../src/usecases/changes/context.ts';
import {
  confirmedScopes,
  confirmScopes,
  findConfirmedScopes,
  withdrawScope,
} from '../../../../src/usecases/scopes/confirmed_scopes.ts';
import { ana, type Fixture, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();
const strange = 'meeting:read:new_thing:admin';
const many = (count: number, mark = 'x') =>
  Array.from({ length: count }, (_, i) => `meeting:read:${mark}${i}:admin`);

/** All that are confirmed. */
const known = ({ ctx }: Pick<Fixture, 'ctx'>, workspaceId = T1) =>
  findConfirmedScopes(ctx, { workspaceId, words: [], limit: 1_000 });
const confirm = ({ ctx }: Fixture, scopes: readonly string[], actor = zoe) =>
  confirmScopes(ctx, { workspaceId: T1, actor, scopes, managementType: 'admin' });
const recorded = ({ database }: Fixture) =>
  database.db.query<{ kind: string; actor: string; detail: unknown }>(
    `select kind, actor, detail from event where kind in ('scopes_confirmed', 'scope_withdrawn') order by seq`,
  );

test('an unknown scope confirmed for one app is known to the workspace, and to no other', async () => {
  const { fixture } = stage;
  await fixture.register({ pickedScopes: [strange], confirmedScopes: [strange] });
  expect(await known(fixture)).toEqual([{ scope: strange, by: ana, at: fixture.ctx.clock.now() }]);
  expect(await known(fixture, 'T0OTHER')).toEqual([]);
});

test('the first person stays the one who confirmed it', async () => {
  const { fixture } = stage;
  await confirm(fixture, [strange], zoe);
  await confirm(fixture, [strange], ana);
  expect((await known(fixture)).map(({ by }) => by)).toEqual([zoe]);
});

test('a scope of absurd length is declared, and not remembered', async () => {
  const { fixture } = stage;
  const long = `meeting:read:${'x'.repeat(300)}:admin`;
  await fixture.register({ pickedScopes: [long], confirmedScopes: [long] });
  expect(await known(fixture)).toEqual([]);
});

test('only unknown scopes can be confirmed, and what only looks classic, whatever else is in the list', async () => {
  const { fixture } = stage;
  const inCatalogue = ['user:read:user:admin', 'user:read:user', 'meeting:read:admin'];
  await confirm(fixture, [...inCatalogue, 'no scope', strange, 'widget:read:admin']);
  const confirmed = (await known(fixture)).map(({ scope }) => scope);
  expect(confirmed.toSorted()).toEqual([strange, 'widget:read:admin'].toSorted());
});

test('only the scopes that are asked about are looked up', async () => {
  const { fixture } = stage;
  await confirm(fixture, many(40));
  const asked = ['meeting:read:x7:admin', 'a:b:c'];
  const found = await confirmedScopes(fixture.ctx, { workspaceId: T1, scopes: asked });
  expect(found.map(({ scope }) => scope)).toEqual(['meeting:read:x7:admin']);
  const words = ['x3', 'meeting'];
  const byWords = await findConfirmedScopes(fixture.ctx, { workspaceId: T1, words, limit: 5 });
  expect(byWords.every(({ scope }) => scope.includes('x3'))).toBe(true);
  expect(byWords).toHaveLength(5);
});

test('an event names them and who confirmed them, once', async () => {
  const { fixture } = stage;
  for (const count of [2, 3, 3]) await confirm(fixture, many(count));
  expect(await recorded(fixture)).toEqual([
    { kind: 'scopes_confirmed', actor: zoe, detail: { scopes: many(2) } },
    { kind: 'scopes_confirmed', actor: zoe, detail: { scopes: many(3).slice(2) } },
  ]);
});

test('at most fifty new ones at once, by whatever way', async () => {
  const { fixture } = stage;
  expect(await confirm(fixture, many(51))).toEqual({ ok: false, error: 'too_many_confirmed' });
  const made = { pickedScopes: many(2_160), confirmedScopes: many(2_160) };
  await expect(fixture.register(made)).rejects.toThrow('too_many_confirmed');
  const { appId } = await fixture.register({ name: 'Other' });
  const changes = { scopes: many(51), confirmedScopes: many(51), name: 'Renamed' };
  const edited = await fixture.usecases.editZoomApp({
    workspaceId: T1,
    actor: ana,
    appId,
    version: 1,
    changes,
  });
  expect(edited).toEqual({ ok: false, error: { code: 'too_many_confirmed' } });
  const after = await fixture.usecases.readCard({ workspaceId: T1, appId });
  expect(after?.app).toMatchObject({ name: 'Other', version: 1 });
  expect(await known(fixture)).toEqual([]);
  expect(await confirm(fixture, many(50))).toMatchObject({ ok: true });
  // What is known already is not new.
  expect(await confirm(fixture, [...many(50), strange])).toMatchObject({ ok: true });
});

test('at most five hundred in a workspace, also when many are confirmed at the same moment', async () => {
  const { fixture } = stage;
  const lists = Array.from({ length: 14 }, (_, i) => many(40, `l${i}x`));
  const results = await Promise.all(lists.map((list) => confirm(fixture, list)));
  expect(results.filter((result) => !result.ok)).toHaveLength(2);
  expect(await known(fixture)).toHaveLength(480);
  expect(await confirm(fixture, many(21, 'last'))).toEqual({ ok: false, error: 'confirmed_full' });
  expect(await confirm(fixture, many(20, 'last'))).toMatchObject({ ok: true });
  await withdrawScope(fixture.ctx, { workspaceId: T1, actor: zoe, scope: 'meeting:read:last3:admin' });
  expect(await confirm(fixture, [strange])).toMatchObject({ ok: true });
});

test.each<[string, Partial<Context>]>([
  ['by the configuration', { admins: ['UBEN'] }],
  ['by Slack', { isWorkspaceAdmin: async (userId) => userId === 'UBEN' }],
])('is withdrawn by an admin %s, whoever confirmed it', async (_by, known) => {
  const { fixture } = stage;
  await confirm(fixture, [strange], zoe);
  const withdraw = (actor: string) =>
    withdrawScope({ ...fixture.ctx, ...known }, { workspaceId: T1, actor, scope: strange });
  expect(await withdraw(ana)).toEqual({ ok: false, error: 'not_yours' });
  expect(await withdraw('UBEN')).toMatchObject({ ok: true });
});

test('is withdrawn by who confirmed it, and by owners of apps that declare it; an event says so', async () => {
  const { fixture } = stage;
  const other = 'meeting:read:x0:admin';
  await confirm(fixture, [strange, other], zoe);
  await fixture.register({ pickedScopes: [strange], confirmedScopes: [strange] });
  const withdraw = (scope: string, actor: string) =>
    withdrawScope(fixture.ctx, { workspaceId: T1, actor, scope });
  expect(await withdraw(strange, 'UBEN')).toEqual({ ok: false, error: 'not_yours' });
  expect(await withdraw(other, ana)).toEqual({ ok: false, error: 'not_yours' });
  expect(await withdraw(other, zoe)).toMatchObject({ ok: true });
  expect(await withdraw(strange, ana)).toMatchObject({ ok: true });
  expect(await withdraw(strange, ana)).toEqual({ ok: false, error: 'not_found' });
  expect(await known(fixture)).toEqual([]);
  expect((await recorded(fixture)).filter(({ kind }) => kind === 'scope_withdrawn')).toEqual([
    { kind: 'scope_withdrawn', actor: zoe, detail: { scope: other, by: zoe } },
    { kind: 'scope_withdrawn', actor: ana, detail: { scope: strange, by: zoe } },
  ]);
});

test('what was withdrawn does not come back when the app that declares it is edited', async () => {
  const { fixture } = stage;
  const { appId } = await fixture.register({ pickedScopes: [strange], confirmedScopes: [strange] });
  const by = { workspaceId: T1, actor: ana };
  await withdrawScope(fixture.ctx, { ...by, scope: strange });
  const changes = { scopes: [strange, 'user:read:user:admin'] };
  expect(await fixture.usecases.editZoomApp({ ...by, appId, version: 1, changes })).toMatchObject({
    ok: true,
  });
  expect(await known(fixture)).toEqual([]);
});
