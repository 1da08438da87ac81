import { describe, expect, test } from 'vitest';
import type { Activity, WhoMay } from '../../../../src/core/roles/activities.ts';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import { bindUseCases } from '../../../../src/usecases/bind_use_cases.ts';
import type { Context } from '../../../../src/usecases/changes/context.ts';
import { ana, type Fixture, T1, useFixture, zoe } from '../fixture.ts';
import { ownedByGroup } from '../owned_by_group.ts';

const stage = useFixture();
const ben = 'UBEN';

/** Ana owns the app; Zoe is what the context says of her. */
async function owned(fixture: Fixture, known: Partial<Context> = {}) {
  const { appId, environments } = await fixture.register();
  const usecases = bindUseCases({ ...fixture.ctx, ...known });
  const edit = (actor: string, version = 1) =>
    usecases.editZoomApp({ workspaceId: T1, actor, appId, version, changes: { purpose: `of ${actor}` } });
  const tick = (actor: string) =>
    usecases.attest({
      workspaceId: T1,
      actor,
      environmentId: environments.development,
      what: 'redirect',
      again: true,
    });
  return { appId, environmentId: environments.development, edit, tick };
}

const decide = ({ database }: Fixture, activity: Activity, who: WhoMay) =>
  database.db.query('insert into workspace_role values ($1, $2, $3)', [T1, activity, who]);
const addAdmin = ({ database, ctx }: Fixture, userId: string, workspace = T1) =>
  database.db.query('insert into workspace_admin values ($1, $2, $3, $4)', [
    workspace,
    userId,
    ana,
    ctx.clock.now(),
  ]);

describe('an admin may do what owners may', () => {
  test.each<[by: string, known: Partial<Context>]>([
    ['the configuration', { admins: [ben, zoe] }],
    ['Slack', { isWorkspaceAdmin: async (userId) => userId === zoe }],
  ])('by %s', async (_by, known) => {
    const { edit } = await owned(stage.fixture, known);
    expect(await edit(zoe)).toMatchObject({ ok: true, value: { purpose: `of ${zoe}`, owners: [ana] } });
  });

  test('by being added in this workspace, and not by being added in another one', async () => {
    const { fixture } = stage;
    const { edit } = await owned(fixture);
    await fixture.database.db.query(
      `insert into workspace (id, name, bot_user_id, created_at) values ('T2', '', 'U', now())`,
    );
    await addAdmin(fixture, zoe, 'T2');
    expect(await edit(zoe)).toEqual({ ok: false, error: { code: 'not_owner' } });
    await addAdmin(fixture, zoe);
    expect(await edit(zoe)).toMatchObject({ ok: true });
  });

  test.each([
    ['says no', async () => false],
    ['does not say', async () => null],
  ])('and nobody else, where Slack %s', async (_says, isWorkspaceAdmin) => {
    const { edit } = await owned(stage.fixture, { isWorkspaceAdmin, admins: [ben] });
    expect(await edit(zoe)).toEqual({ ok: false, error: { code: 'not_owner' } });
  });

  test('and puts a pair into use that an owner gave', async () => {
    const { fixture } = stage;
    fixture.zoom.checksCodeFirst(true);
    const { environmentId } = await owned(fixture);
    await fixture.runJobs();
    const { clientId, clientSecret } = fixture.zoom.addApp();
    const given = { workspaceId: T1, actor: ana, environmentId, clientId, secret: new Secret(clientSecret) };
    await fixture.usecases.replaceCredentials(given);
    await fixture.runJobs();
    const { pairMark: mark } = await fixture.environment(environmentId);
    const said = { workspaceId: T1, actor: zoe, environmentId, what: 'credentials', mark } as const;
    expect(await fixture.usecases.attest(said)).toEqual({ ok: false, error: 'not_owner' });
    const inSlack = bindUseCases({ ...fixture.ctx, isWorkspaceAdmin: async () => true });
    expect(await inSlack.attest(said)).toMatchObject({ ok: true, value: { changed: true } });
    expect((await fixture.environment(environmentId)).clientId).toBe(clientId);
  });
});

describe('Slack is asked who administers the workspace', () => {
  test('only about a person who is denied otherwise, and never while a change is open', async () => {
    const { fixture } = stage;
    const asked: string[] = [];
    const { edit, tick } = await owned(fixture, {
      async isWorkspaceAdmin(userId) {
        asked.push(userId);
        // Another change of the workspace waits for nobody meanwhile.
        await fixture.ctx.db.tx((tx) => tx.query('select from workspace for update nowait'));
        return false;
      },
    });
    await edit(ana);
    await tick(zoe);
    expect(asked).toEqual([]);
    expect(await edit(zoe, 2)).toEqual({ ok: false, error: { code: 'not_owner' } });
    expect(asked).toEqual([zoe]);
  });
});

describe('what admins have decided', () => {
  test('holds for owners too, and for admins never', async () => {
    const { fixture } = stage;
    const { edit } = await owned(fixture, { admins: [zoe] });
    await decide(fixture, 'edit', 'admins');
    expect(await edit(ana)).toEqual({ ok: false, error: { code: 'not_admin' } });
    expect(await edit(zoe)).toMatchObject({ ok: true });
  });

  test('opens to everyone what was for owners, and closes what was for everyone', async () => {
    const { fixture } = stage;
    const { edit, tick } = await owned(fixture);
    await decide(fixture, 'edit', 'everyone');
    await decide(fixture, 'tick', 'owners');
    expect(await edit(ben)).toMatchObject({ ok: true });
    expect(await tick(ben)).toEqual({ ok: false, error: 'not_owner' });
    expect(await tick(ana)).toMatchObject({ ok: true });
  });

  test('counts from the next request on, also for an activity that only a newer release knows', async () => {
    const { fixture } = stage;
    const { edit } = await owned(fixture);
    await fixture.database.db.query(`insert into workspace_role values ($1, 'paint', 'admins')`, [T1]);
    expect(await edit(ana)).toMatchObject({ ok: true });
    await decide(fixture, 'edit', 'admins');
    expect(await edit(ana, 2)).toEqual({ ok: false, error: { code: 'not_admin' } });
  });
});

describe('an app that a user group owns, with nobody in it', () => {
  test('is not anybody’s: to take over at once, to watch over, or to merge another one into', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    const twin = await fixture.register({ name: 'Twin', owners: [zoe] });
    const watch = { channelId: 'C2', appId };
    await fixture.usecases.setWatch({ workspaceId: T1, actor: ana, ...watch, level: 'all' });
    await fixture.database.db.query('delete from zoom_app_owner where zoom_app_id = $1', [appId]);
    await ownedByGroup(fixture, appId, []);
    const byZoe = { workspaceId: T1, actor: zoe };
    const asked = await fixture.usecases.askTakeover({ ...byZoe, appId, channelId: 'C1' });
    if (!asked.ok || asked.value.kind !== 'asked') throw new Error('it was to be asked for');
    const agree = { ...byZoe, takeoverId: asked.value.takeover.id, answer: 'agree' } as const;
    expect(await fixture.usecases.answerTakeover(agree)).toMatchObject({ error: 'not_owner' });
    const level = { ...byZoe, here: null, watches: [watch], level: 'failures' } as const;
    expect((await fixture.usecases.setWatchLevel(level)).denied).toHaveLength(1);
    const merging = { ...byZoe, appId: twin.appId, intoId: appId };
    expect(await fixture.usecases.mergeApps(merging)).toMatchObject({ error: 'not_owner' });
  });
});
