import { describe, expect, test } from 'vitest';
import { bindUseCases } from '../../../src/usecases/bind_use_cases.ts';
import { ana, hour, minute, second, T1, useWorld, type World, zoe } from './world.ts';

const stage = useWorld();

const press = ({ usecases }: Pick<World, 'usecases'>, appId: string, actor = zoe) =>
  usecases.checkNow({ workspaceId: T1, actor, appId });
const requests = async (world: World, appId: string) =>
  (await world.events(appId)).filter(({ kind }) => kind === 'check_requested').length;
const lists = (world: World) => world.stackone.requests.count('/connector_profiles');

describe('"Check now" pressed again', () => {
  test('by the same person within a minute starts nothing, writes no event, and says when it may be asked again', async () => {
    const { world } = stage;
    const { appId } = await world.register();
    await world.runJobs();
    world.pass(minute);
    expect(await press(world, appId)).toMatchObject({
      value: { asked: 'now', probe: 'queued', stackone: 'queued' },
    });
    const againAt = new Date(world.ctx.clock.now().getTime() + minute);
    await world.runJobs();
    const asked = [world.zoom.requests.count(), world.stackone.requests.count()];
    world.pass(31 * second);
    for (let presses = 0; presses < 150; presses += 1) {
      const answer = await press(world, appId);
      expect(answer).toMatchObject({ value: { asked: 'before', againAt, card: { app: { id: appId } } } });
    }
    await world.runJobs();
    expect([world.zoom.requests.count(), world.stackone.requests.count()]).toEqual(asked);
    expect(await requests(world, appId)).toBe(1);
    world.pass(29 * second);
    expect(await press(world, appId)).toMatchObject({ value: { asked: 'now' } });
    expect(await requests(world, appId)).toBe(2);
  });

  test('at the same moment, in two processes, is one', async () => {
    const { world } = stage;
    const { appId } = await world.register();
    const other = { usecases: bindUseCases(world.ctx) };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => press(i % 2 ? world : other, appId)),
    );
    const now = answers.filter((answer) => answer.ok && answer.value.asked === 'now');
    expect(now).toHaveLength(1);
    expect(await requests(world, appId)).toBe(1);
  });

  test('by another person, or about another app, is a request of its own', async () => {
    const { world } = stage;
    const [one, two] = [await world.register({ name: 'One' }), await world.register({ name: 'Two' })];
    for (const [appId, actor] of [
      [one.appId, zoe],
      [one.appId, ana],
      [two.appId, zoe],
    ] as const)
      expect(await press(world, appId, actor)).toMatchObject({ value: { asked: 'now' } });
  });

  test('after the clock was set back works', async () => {
    const { world } = stage;
    const { appId } = await world.register();
    await press(world, appId);
    world.pass(-2 * hour);
    expect(await press(world, appId)).toMatchObject({ value: { asked: 'now' } });
  });

  test('leaves nothing behind when its minute is over', async () => {
    const { world } = stage;
    const { appId } = await world.register();
    for (let person = 0; person < 230; person += 1) await press(world, appId, `U${person}`);
    const left = async () => (await world.database.db.query('select from check_request')).length;
    expect(await left()).toBe(230);
    await world.tick(minute);
    expect(await left()).toBe(0);
  });
});

describe('a look into StackOne that people ask for', () => {
  test('is taken once a minute for the workspace, however many ask; who asks within it is served at its end', async () => {
    const { world } = stage;
    const { appId } = await world.register();
    await world.runJobs();
    const before = lists(world);
    await press(world, appId);
    await world.runJobs();
    expect(lists(world)).toBe(before + 1);
    for (let person = 0; person < 10; person += 1) {
      world.pass(second);
      await press(world, appId, `U${person}`);
    }
    // By the database's clock, and no other job stands beside it.
    const waiting = await world.database.db.query<{ seconds: number }>(
      `select round(extract(epoch from run_at - created_at))::int as seconds
       from graphile_worker.jobs where key like 'poll_stackone:%:force'`,
    );
    expect(waiting).toEqual([{ seconds: 59 }]);
  });

  test.each([401, 403])(
    'is none while StackOne answers %i: only another key or the end of the pause helps',
    async (status) => {
      const { world } = stage;
      const { appId } = await world.registerLive();
      world.stackone.answer({ status, body: {} });
      await world.tick();
      const asked = world.stackone.requests.count();
      for (let person = 0; person < 20; person += 1) {
        world.pass(10 * second);
        expect(await press(world, appId, `U${person}`)).toMatchObject({ value: { stackone: 'key_refused' } });
        await world.runJobs();
      }
      // Neither by a job from before the refusal.
      await world.usecases.pollStackone({ workspaceId: T1, force: true });
      await world.usecases.checkAccounts({ workspaceId: T1 });
      expect(world.stackone.requests.count()).toBe(asked);

      world.stackone.clearWeather();
      const settings = { ...world.ctx.settings, stackoneKey: 'second key' };
      const withNewKey = { usecases: bindUseCases({ ...world.ctx, settings }) };
      expect(await press(withNewKey, appId)).toMatchObject({ value: { stackone: 'queued' } });
      await withNewKey.usecases.pollStackone({ workspaceId: T1, force: true });
      expect(world.stackone.requests.count()).toBeGreaterThan(asked);
    },
  );
});
