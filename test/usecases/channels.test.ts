import { describe, expect, test } from 'vitest';
import { ana, T1, useWorld, type World, zoe } from './world.ts';

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
