import { describe, expect, test } from 'vitest';
import { ana, minute, second, T1, useWorld, type World, zoe } from './world.ts';

const stage = useWorld();

const pause = (world: World, channelId = 'C1') =>
  world.usecases.pauseWatches({ workspaceId: T1, channelId, why: 'not_in_channel' });

describe('a channel in which Greenroom may not post', () => {
  test('is paused, shown so on its cards, and the owners are told, once', async () => {
    const { world } = stage;
    const one = await world.register({ name: 'One', owners: [ana, zoe] });
    await world.register({ name: 'Elsewhere', channelId: 'C2' });
    await world.news();
    await pause(world);
    await pause(world);
    expect(await world.news()).toMatchObject([
      { channel: ana, where: 'channel', message: { kind: 'cannot_post', channelId: 'C1', appName: 'One' } },
      { channel: zoe, where: 'channel', message: { kind: 'cannot_post', why: 'not_in_channel' } },
    ]);
    const card = await world.usecases.readCard({ workspaceId: T1, appId: one.appId });
    expect(card?.watchPaused).toEqual({ reason: 'not_in_channel', at: world.ctx.clock.now() });
    expect((await world.events(one.appId)).at(-1)).toMatchObject({ kind: 'watch_paused' });
  });

  test('is told to each owner in one direct message about all apps, which names a few', async () => {
    const { world } = stage;
    for (let i = 0; i < 12; i += 1) await world.register({ name: `Number ${i + 10}` });
    await world.register({ name: 'Shared', owners: [ana, zoe] });
    await world.news();
    await pause(world);
    const told = (await world.news()).map(({ channel, message }) => ({ channel, message }));
    expect(told).toMatchObject([
      { channel: ana, message: { appName: 'Number 10', more: 3 } },
      { channel: zoe, message: { appName: 'Shared', apps: [{ name: 'Shared' }], more: 0 } },
    ]);
  });

  test('for another cause than before says so where it was told: what waits is changed, what stands is edited', async () => {
    const { world } = stage;
    await world.register();
    await world.news();
    const why = (code: string) =>
      world.usecases.pauseWatches({ workspaceId: T1, channelId: 'C1', why: code });
    const told = () =>
      world.database.db.query<{ id: string; why: string; edits: string | null }>(
        `select id, message ->> 'why' as why, edits from delivery
         where message ->> 'kind' = 'cannot_post' and state <> 'dropped' order by seq`,
      );
    for (const code of ['is_archived', 'is_inactive', 'is_archived']) await why(code);
    expect((await told()).map((one) => one.why)).toEqual(['is_archived']);
    await why('restricted_action');
    const [first, ...none] = await told();
    expect([first?.why, none]).toEqual(['restricted_action', []]);
    await world.database.db.query(`update delivery set state = 'sent' where id = $1`, [first?.id]);
    await why('not_in_channel');
    await why('channel_not_found');
    expect((await told()).slice(1)).toMatchObject([{ why: 'channel_not_found', edits: first?.id }]);
  });

  test('and takes messages again before anybody was told, is told to nobody', async () => {
    const { world } = stage;
    await world.register();
    await pause(world);
    await world.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1' });
    const waiting = await world.database.db.query(
      `select from delivery where message ->> 'kind' = 'cannot_post' and state = 'queued'`,
    );
    expect(waiting).toEqual([]);
  });

  test('and takes messages again, says so where it was told; closed again soon, the same message tells it, and later a new one', async () => {
    const { world } = stage;
    await world.register({ name: 'One', owners: [ana, zoe] });
    await world.news();
    const sent = () => world.database.db.query(`update delivery set state = 'sent' where channel_id ~ '^U'`);
    const toldTo = (person: string) =>
      world.database.db.query<{ id: string; edits: string | null; over: string | null }>(
        `select id, edits, message ->> 'over' as over from delivery
         where message ->> 'kind' = 'cannot_post' and channel_id = $1 order by seq`,
        [person],
      );
    await pause(world);
    await sent();
    for (const actor of [ana, undefined]) {
      await world.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1', ...(actor && { actor }) });
      await sent();
      await world.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1' });
      await pause(world);
      await sent();
    }
    await world.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1' });
    await sent();
    world.pass(61 * minute);
    await pause(world);
    for (const person of [ana, zoe]) {
      const [first, ...later] = await toldTo(person);
      const said = [`{"by": "${ana}"}`, null, '{"by": null}', null, '{"by": null}', null];
      expect(later.map(({ over }) => over)).toEqual(said);
      expect(later.map(({ edits }) => edits)).toEqual([...Array(5).fill(first?.id), null]);
    }
  });

  test('goes on collecting what happens, and gets it when somebody lets Greenroom in', async () => {
    const { world } = stage;
    const { appId, environments } = await world.register();
    await pause(world);
    await world.news();
    const environmentId = environments.development;
    await world.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what: 'redirect' });
    expect(await world.words()).toEqual(['thread: attested']);
    await world.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1', actor: ana });
    const card = await world.usecases.readCard({ workspaceId: T1, appId });
    expect(card?.watchPaused).toBeNull();
    expect((await world.events(appId)).at(-1)).toMatchObject({ kind: 'watch_resumed', actor: ana });
    await world.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1' });
    expect((await world.events(appId)).filter((event) => event.kind === 'watch_resumed')).toHaveLength(1);
  });

  test('that stays closed is opened by a word once a minute, however often it is said', async () => {
    const { world } = stage;
    const apps = [await world.register({ name: 'One' }), await world.register({ name: 'Two' })];
    const said = (actor: string) => world.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1', actor });
    await pause(world);
    for (const actor of [ana, zoe, ana, ana]) {
      await Promise.all([said(actor), said(actor)]);
      await pause(world);
      world.pass(second);
    }
    const opened = async () => {
      const events = await Promise.all(apps.map(({ appId }) => world.events(appId)));
      return events.map((all) => all.filter(({ kind }) => kind === 'watch_resumed').length);
    };
    expect(await opened()).toEqual([1, 1]);
    await world.database.db.query('delete from graphile_worker._private_jobs');
    await said(ana);
    const tries = await world.database.db.query(
      `select from graphile_worker.jobs where key = 'deliver:${T1}:C1'`,
    );
    expect(tries).toHaveLength(1);
    // Slack itself is believed at any moment.
    await world.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1' });
    expect(await opened()).toEqual([2, 2]);
    await pause(world);
    world.pass(minute);
    await said(zoe);
    expect(await opened()).toEqual([3, 3]);
  });

  test('hears nothing of an outage that is over before it is let in', async () => {
    const { world } = stage;
    await world.register();
    await world.register({ name: 'Elsewhere', channelId: 'C2' });
    await world.tick();
    await pause(world);
    await world.news();
    world.stackone.answer({ status: 401, body: {} });
    await world.tick();
    const told = (await world.news()).filter(({ message }) => message?.kind === 'stackone_trouble');
    expect(told.map(({ channel }) => channel)).toEqual(['C2']);
  });
});
