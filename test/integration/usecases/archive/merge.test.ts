import { describe, expect, test } from 'vitest';
import { MOST_OWNERS } from '../../../../src/core/ownership/owners.ts';
import { syncGroupOwners } from '../../../../src/store/ownership/owners.ts';
import { mergeApps } from '../../../../src/usecases/archive/merge_apps.ts';
import { ana, type Fixture, hour, T1, useFixture, zoe } from '../fixture.ts';
import { ownedByGroup } from '../owned_by_group.ts';

const stage = useFixture();
const by = { workspaceId: T1, actor: ana };

const merge = async ({ usecases }: Fixture, appId: string, intoId: string) => {
  const result = await usecases.mergeApps({ ...by, appId, intoId });
  if (!result.ok) throw new Error(`not merged: ${result.error}`);
  return result.value;
};

const termsOf = async ({ database }: Fixture) =>
  (
    await database.db.query<{ term: string }>(
      `select name_key || ' ' || term as term from zoom_app_term where term ~ '^#' order by 1`,
    )
  ).map(({ term }) => term);

describe('merging a duplicate into the other app', () => {
  test('brings the environment that it lacks, live and with its secret, and archives the rest', async () => {
    const { fixture } = stage;
    const kept = await fixture.register({ name: 'Kept', environments: ['production'], channelId: 'C2' });
    const twin = await fixture.registerLive('Twin');
    await fixture.notifications();
    const { app, environments } = await merge(fixture, twin.appId, kept.appId);
    expect(environments.map(({ kind, stage: at }) => `${kind} ${at}`)).toEqual([
      'development live',
      'production testing',
    ]);
    const moved = await fixture.environment(twin.environmentId);
    expect(moved).toMatchObject({ zoomAppId: kept.appId, hasSecret: true, stage: 'live' });
    expect(app.owners).toEqual([ana]);
    expect(await termsOf(fixture)).toEqual(['kept #live', 'kept #testing', 'kept #unproven']);
    const duplicate = await fixture.usecases.readCard({ workspaceId: T1, appId: twin.appId });
    expect(duplicate).toMatchObject({ environments: [], app: { mergedInto: kept.appId } });
    const said = (await fixture.notifications()).flatMap(({ channel, message }) =>
      message === null ? [] : [`${channel} ${message.kind}`],
    );
    expect(said.sort()).toEqual(['C1 app_archived', 'C1 app_merged', 'C2 app_merged']);
    // Everything goes on for it, as a part of the other app.
    fixture.stackone.disableProfile(twin.profileId);
    await fixture.tick();
    expect(
      (await fixture.notifications()).map(({ channel, message }) => `${channel} ${message?.kind}`),
    ).toContain('C2 regressed');
    expect((await fixture.events(kept.appId)).map(({ kind }) => kind)).toContain('zoom_app_merged');
  });

  test('gives the profile of the same pair to an environment that both have', async () => {
    const { fixture } = stage;
    const twin = await fixture.registerLive('Twin');
    const kept = await fixture.register({ name: 'Kept', pairs: { development: twin.pairs.development } });
    await fixture.runJobs();
    const { environments } = await merge(fixture, twin.appId, kept.appId);
    const [environment] = environments;
    expect(environment?.id).toBe(kept.environments.development);
    expect(await fixture.check(kept.environments.development, 'connector_profile')).toMatchObject({
      status: 'passed',
      detail: { profileId: twin.profileId, matchedBy: 'adopted' },
    });
    expect((await fixture.environment(twin.environmentId)).stage).toBe('archived');
    await fixture.notifications();
    await fixture.tick(hour);
    expect(await fixture.words()).toEqual([]);
  });

  test('leaves another pair and its profile alone', async () => {
    const { fixture } = stage;
    const twin = await fixture.registerLive('Twin');
    const kept = await fixture.registerLive('Kept');
    await merge(fixture, twin.appId, kept.appId);
    expect(await fixture.check(kept.environmentId, 'connector_profile')).toMatchObject({
      detail: { profileId: kept.profileId },
    });
  });

  test('brings owners, up to the number an app may have, and watches', async () => {
    const { fixture } = stage;
    const many = Array.from({ length: MOST_OWNERS - 2 }, (_, i) => `UOWNER${String(i).padStart(2, '0')}`);
    const twin = await fixture.register({ name: 'Twin', owners: [ana, zoe, ...many], channelId: 'C9' });
    const kept = await fixture.register({ name: 'Kept', owners: [ana, 'UBEN'] });
    const { app } = await merge(fixture, twin.appId, kept.appId);
    // By id, which leaves no room for Zoe.
    expect(app.owners).toEqual([ana, 'UBEN', ...many].sort());
    const watches = await fixture.database.db.query<{ channel_id: string }>(
      'select channel_id from watch where zoom_app_id = $1 order by channel_id',
      [kept.appId],
    );
    expect(watches.map(({ channel_id }) => channel_id)).toEqual(['C1', 'C9']);
  });

  test('brings user groups with their members, up to the number an app may have, and keeps who was chosen', async () => {
    const { fixture } = stage;
    const twin = await fixture.register({ name: 'Twin', owners: [ana, zoe] });
    const kept = await fixture.register({ name: 'Kept' });
    const owns = async (appId: string, group: string, member: string) => {
      await ownedByGroup(fixture, appId, [member], group);
      await syncGroupOwners(fixture.database.db, T1, [appId]);
    };
    for (const group of ['S01', 'S02']) await owns(kept.appId, group, zoe);
    for (const group of ['S02', 'S03', 'S04']) await owns(twin.appId, group, `UOF${group}`);
    const { app } = await merge(fixture, twin.appId, kept.appId);
    expect(app.ownerGroups?.map(({ id }) => id)).toEqual(['S01', 'S02', 'S03']);
    expect(app.owners).toEqual([ana, 'UOFS02', 'UOFS03', zoe]);
    // Zoe owned the duplicate herself.
    expect(app.ownersByGroup).toEqual(['UOFS02', 'UOFS03']);
  });

  test('leaves out the newest watches where the other one would have more than an app may have', async () => {
    const { fixture } = stage;
    const twin = await fixture.register({ name: 'Twin', channelId: 'C9' });
    const kept = await fixture.register({ name: 'Kept', channelId: 'C1' });
    const watch = (appId: string, from: string, count: number) =>
      fixture.database.db.query(
        `insert into watch (workspace_id, channel_id, zoom_app_id, level, set_by, created_by, created_at)
         select $1, $3::text || i, $2, 'all', $4, $4, now() + i * interval '1 second' from generate_series(1, $5) i`,
        [T1, appId, from, zoe, count],
      );
    // Both: one that is in both counts once.
    await watch(kept.appId, 'CKEPT', 197);
    await watch(twin.appId, 'CTWIN', 5);
    await fixture.database.db.query(
      `update watch set channel_id = 'CBOTH' where channel_id in ('CKEPT1', 'CTWIN1')`,
    );
    await merge(fixture, twin.appId, kept.appId);
    const watches = await fixture.database.db.query<{ channel_id: string }>(
      `select channel_id from watch where zoom_app_id = $1 and channel_id !~ '^CKEPT' order by channel_id`,
      [kept.appId],
    );
    // With the 196 others of its own: 200.
    expect(watches.map(({ channel_id }) => channel_id)).toEqual(['C1', 'C9', 'CBOTH', 'CTWIN2']);
  });

  test.each(['edit', 'archive'] as const)(
    'is for nobody who may %s only one of the two, whatever else is for everyone',
    async (activity) => {
      const { fixture } = stage;
      const twin = await fixture.register({ name: 'Twin' });
      const kept = await fixture.register({ name: 'Kept', owners: [zoe] });
      await fixture.database.db.query(
        'insert into workspace_role select $1, other, $2 from unnest($3::text[]) other',
        [T1, 'everyone', ['edit', 'archive'].filter((other) => other !== activity)],
      );
      for (const actor of [ana, zoe])
        for (const [appId, intoId] of [
          [twin.appId, kept.appId],
          [kept.appId, twin.appId],
        ] as const)
          expect(await fixture.usecases.mergeApps({ workspaceId: T1, actor, appId, intoId })).toMatchObject({
            error: 'not_owner',
          });
    },
  );

  test('is for whoever may edit and archive both, and changes nothing for anybody else', async () => {
    const { fixture } = stage;
    const twin = await fixture.register({ name: 'Twin' });
    const kept = await fixture.register({ name: 'Kept', owners: [zoe] });
    const input = { ...by, appId: twin.appId, intoId: kept.appId };
    expect(await fixture.usecases.mergeApps(input)).toMatchObject({ error: 'not_owner' });
    expect(
      await fixture.usecases.mergeApps({ ...by, actor: zoe, appId: twin.appId, intoId: kept.appId }),
    ).toMatchObject({ error: 'not_owner' });
    const asAdmin = { ...fixture.ctx, admins: ['UADMIN'] };
    expect(await mergeApps(asAdmin, { ...input, actor: 'UADMIN' })).toMatchObject({ ok: true });
  });

  test.each(['twin', 'kept'] as const)(
    'does not go on where the owners of the %s one changed meanwhile',
    async (which) => {
      const { fixture } = stage;
      const twin = await fixture.register({ name: 'Twin' });
      const kept = await fixture.register({ name: 'Kept' });
      const overtaken = {
        ...fixture.ctx,
        isWorkspaceAdmin: async () => {
          await fixture.database.db.query('update zoom_app_owner set user_id = $1 where zoom_app_id = $2', [
            'UBEN',
            { twin, kept }[which].appId,
          ]);
          return true;
        },
      };
      const input = { workspaceId: T1, actor: zoe, appId: twin.appId, intoId: kept.appId };
      expect(await mergeApps(overtaken, input)).toMatchObject({ error: 'merge_outdated' });
      expect(
        (await fixture.usecases.readCard({ workspaceId: T1, appId: twin.appId }))?.app.archivedAt,
      ).toBeNull();
    },
  );

  test('can be undone for what was left of it', async () => {
    const { fixture } = stage;
    const twin = await fixture.registerLive('Twin');
    const kept = await fixture.registerLive('Kept');
    await merge(fixture, twin.appId, kept.appId);
    const restored = await fixture.usecases.restoreApp({ ...by, appId: twin.appId });
    expect(restored).toMatchObject({
      value: { app: { mergedInto: null }, environments: [{ stage: 'live' }] },
    });
  });
});
