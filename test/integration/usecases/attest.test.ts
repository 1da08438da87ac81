import { describe, expect, test } from 'vitest';
import type { MissingField } from '../../../src/core/checks/check.ts';
import type { Attestation } from '../../../src/core/deliveries/message.ts';
import { ana, hour, T1, useWorld, type World, zoe } from './world.ts';

const stage = useWorld();

const say = (world: World, environmentId: string, what: Attestation, actor = zoe) =>
  world.usecases.attest({ workspaceId: T1, actor, environmentId, what });

const notReady = (world: World, environmentId: string, missing: readonly MissingField[] = [], note = '') =>
  world.usecases.reportNotReady({ workspaceId: T1, actor: zoe, environmentId, missing, note });

describe('what a person saw', () => {
  test.each(['redirect', 'test_status'] as const)('%s is attested once, with who and when', async (what) => {
    const { world } = stage;
    const { environments, appId } = await world.register();
    const environmentId = environments.development;
    await world.news();
    world.pass(hour);
    expect(await say(world, environmentId, what)).toEqual({
      ok: true,
      value: { changed: true, appName: 'Acme Zoom' },
    });
    expect(await world.check(environmentId, what)).toMatchObject({
      status: 'passed',
      evidence: 'attested',
      attestedBy: zoe,
      knownAt: world.ctx.clock.now(),
    });
    expect(await world.words()).toEqual(['thread: attested']);
    world.pass(hour);
    expect(await say(world, environmentId, what, ana)).toMatchObject({ ok: true, value: { changed: false } });
    expect(await world.check(environmentId, what)).toMatchObject({ attestedBy: zoe });
    expect(await world.words()).toEqual([]);
    expect((await world.events(appId)).filter((event) => event.actor === zoe)).toHaveLength(1);
  });

  test('moves the environment on when it was the last thing to do', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    await world.runJobs();
    await say(world, environments.development, 'redirect');
    await world.news();
    await say(world, environments.development, 'test_status');
    expect((await world.environment(environments.development)).stage).toBe('profile');
    expect(await world.words()).toEqual(['thread: attested', 'thread: stage_changed']);
  });

  test('is no match for what Zoom itself refused', async () => {
    const { world } = stage;
    const { environments } = await world.register({
      pairs: { development: { clientId: 'x', clientSecret: 'wrong' } },
    });
    await world.runJobs();
    const said = await say(world, environments.development, 'credentials');
    expect(said).toMatchObject({ ok: true, value: { changed: false } });
    expect(await world.check(environments.development, 'credentials')).toMatchObject({ status: 'failed' });
  });

  test('of an unknown or archived environment is refused', async () => {
    const { world } = stage;
    const { environments, appId } = await world.register();
    expect(await say(world, world.ctx.newId(), 'redirect')).toEqual({ ok: false, error: 'not_found' });
    await world.database.db.query('update zoom_app set archived_at = now() where id = $1', [appId]);
    expect(await say(world, environments.development, 'redirect')).toEqual({ ok: false, error: 'archived' });
    expect(await notReady(world, environments.development)).toEqual({ ok: false, error: 'archived' });
  });
});

describe('"not ready yet"', () => {
  test('keeps what is missing, is told in the thread, and is asked again until somebody sees Ready', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    const environmentId = environments.development;
    await world.runJobs();
    await world.news();
    const reported = await notReady(world, environmentId, ['links', 'company_name'], 'the wizard is red');
    const askAgainAt = new Date(world.ctx.clock.now().getTime() + 24 * hour);
    expect(reported).toEqual({ ok: true, value: { askAgainAt } });
    expect(await world.check(environmentId, 'test_status')).toMatchObject({
      status: 'pending',
      reason: 'not_ready',
      detail: { missing: ['links', 'company_name'], note: 'the wizard is red' },
    });
    expect(await world.words()).toEqual(['thread: not_ready']);

    await world.tick(23 * hour);
    expect(await world.words()).toEqual([]);
    await world.tick(hour);
    const asked = (await world.news()).flatMap(({ message }) => (message === null ? [] : [message]));
    expect(asked).toMatchObject([{ kind: 'ask_again', missing: ['links', 'company_name'], owners: [ana] }]);
    await world.tick(hour);
    expect(await world.words()).toEqual([]);
    await world.tick(24 * hour);
    expect(await world.words()).toEqual(['thread: ask_again']);

    await say(world, environmentId, 'test_status');
    await world.news();
    await world.tick(48 * hour);
    expect(await world.words()).toEqual([]);
    expect(await world.check(environmentId, 'test_status')).toMatchObject({ status: 'passed', detail: {} });
  });

  test('reported again with something else missing asks later, and is told again', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    await world.runJobs();
    await notReady(world, environments.development, ['links']);
    await world.news();
    world.pass(23 * hour);
    await notReady(world, environments.development, ['scopes']);
    expect(await world.words()).toEqual(['thread: not_ready']);
    await world.tick(2 * hour);
    expect(await world.words()).toEqual([]);
    await world.tick(22 * hour);
    expect(await world.words()).toEqual(['thread: ask_again']);
  });

  test('after Ready is a regression, announced once, and the repair is announced too', async () => {
    const { world } = stage;
    const { environmentId } = await world.registerLive();
    await world.news();
    await notReady(world, environmentId, ['links']);
    expect((await world.environment(environmentId)).stage).toBe('degraded');
    expect(await world.check(environmentId, 'test_status')).toMatchObject({
      status: 'failed',
      attestedBy: zoe,
    });
    expect(await world.words()).toEqual(['channel: regressed', 'thread: stage_changed']);

    await notReady(world, environmentId, ['scopes']);
    expect((await world.environment(environmentId)).stage).toBe('degraded');
    expect(await world.check(environmentId, 'test_status')).toMatchObject({
      status: 'failed',
      detail: { missing: ['scopes'] },
    });
    expect(await world.words()).toEqual(['thread: not_ready']);

    await say(world, environmentId, 'test_status');
    expect((await world.environment(environmentId)).stage).toBe('live');
    expect(await world.words()).toEqual(['thread: attested', 'channel: recovered', 'thread: stage_changed']);
  });

  test('after Ready, before it was ever live, is announced and repaired in the same way', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    await world.runJobs();
    await say(world, environments.development, 'test_status');
    await world.news();
    await notReady(world, environments.development, []);
    await say(world, environments.development, 'test_status');
    expect(await world.words()).toEqual(['channel: regressed', 'thread: attested', 'channel: recovered']);
  });
});

describe('reminders', () => {
  const waiting = async ({ database }: World) =>
    (
      await database.db.query<{ kind: string }>(
        `select message ->> 'kind' as kind from delivery
         where state in ('queued', 'sending') and message ->> 'kind' in ('ask_again', 'stopped_asking') order by seq`,
      )
    ).map(({ kind }) => kind);
  /** Slack shows whatever waits. */
  const shown = ({ database }: World) =>
    database.db.query(`update delivery set state = 'sent' where state = 'queued'`);

  test('do not pile up while nothing can be shown, and none comes while the channel is paused', async () => {
    const { world } = stage;
    const { appId, environments } = await world.register();
    await world.runJobs();
    await notReady(world, environments.development, ['links']);
    for (let day = 0; day < 10; day += 1) await world.tick(24 * hour);
    expect(await waiting(world)).toEqual(['ask_again']);
    await shown(world);
    await world.usecases.pauseWatches({ workspaceId: T1, channelId: 'C1', why: 'is_archived' });
    for (let day = 0; day < 10; day += 1) await world.tick(24 * hour);
    expect(await waiting(world)).toEqual([]);
    expect((await world.events(appId)).filter(({ kind }) => kind === 'asked_again')).toHaveLength(1);
    await world.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1' });
    await world.tick(24 * hour);
    expect(await waiting(world)).toEqual(['ask_again']);
  });

  test('stop after seven in a row with one word about it, until somebody says "not ready yet" again', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    await world.runJobs();
    const days = async (count: number) => {
      const heard: string[] = [];
      for (let day = 0; day < count; day += 1) {
        await world.tick(24 * hour);
        heard.push(...(await waiting(world)));
        await shown(world);
      }
      return heard;
    };
    const all = [...Array.from({ length: 7 }, () => 'ask_again'), 'stopped_asking'];
    await notReady(world, environments.development, ['links']);
    expect(await days(30)).toEqual(all);
    await notReady(world, environments.development, ['links']);
    expect(await days(30)).toEqual(all);
  });
});
