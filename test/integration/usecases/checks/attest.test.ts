import { describe, expect, test } from 'vitest';
import type { MissingField } from '../../../../src/core/checks/check_detail.ts';
import type { Attestation } from '../../../../src/core/deliveries/messages/message_facts.ts';
import { ana, type Fixture, hour, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();

const say = (fixture: Fixture, environmentId: string, what: Attestation, actor = zoe) =>
  fixture.usecases.attest({ workspaceId: T1, actor, environmentId, what });

const notReady = (
  fixture: Fixture,
  environmentId: string,
  missing: readonly MissingField[] = [],
  note = '',
) => fixture.usecases.reportNotReady({ workspaceId: T1, actor: zoe, environmentId, missing, note });

describe('what a person saw', () => {
  test.each(['redirect', 'test_status'] as const)('%s is attested once, with who and when', async (what) => {
    const { fixture } = stage;
    const { environments, appId } = await fixture.register();
    const environmentId = environments.development;
    await fixture.notifications();
    fixture.pass(hour);
    expect(await say(fixture, environmentId, what)).toEqual({
      ok: true,
      value: { changed: true, appName: 'Acme Zoom' },
    });
    expect(await fixture.check(environmentId, what)).toMatchObject({
      status: 'passed',
      evidence: 'attested',
      attestedBy: zoe,
      knownAt: fixture.ctx.clock.now(),
    });
    expect(await fixture.words()).toEqual(['thread: attested']);
    fixture.pass(hour);
    expect(await say(fixture, environmentId, what, ana)).toMatchObject({
      ok: true,
      value: { changed: false },
    });
    expect(await fixture.check(environmentId, what)).toMatchObject({ attestedBy: zoe });
    expect(await fixture.words()).toEqual([]);
    expect((await fixture.events(appId)).filter((event) => event.actor === zoe)).toHaveLength(1);
  });

  test('moves the environment on when it was the last thing to do', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    await fixture.runJobs();
    await say(fixture, environments.development, 'redirect');
    await fixture.notifications();
    await say(fixture, environments.development, 'test_status');
    expect((await fixture.environment(environments.development)).stage).toBe('profile');
    expect(await fixture.words()).toEqual(['thread: attested', 'thread: stage_changed']);
  });

  test('is no match for what Zoom itself refused', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register({
      pairs: { development: { clientId: 'x', clientSecret: 'wrong' } },
    });
    await fixture.runJobs();
    const said = await say(fixture, environments.development, 'credentials');
    expect(said).toMatchObject({ ok: true, value: { changed: false } });
    expect(await fixture.check(environments.development, 'credentials')).toMatchObject({ status: 'failed' });
  });

  test('of an unknown or archived environment is refused', async () => {
    const { fixture } = stage;
    const { environments, appId } = await fixture.register();
    expect(await say(fixture, fixture.ctx.newId(), 'redirect')).toEqual({ ok: false, error: 'not_found' });
    await fixture.database.db.query('update zoom_app set archived_at = now() where id = $1', [appId]);
    expect(await say(fixture, environments.development, 'redirect')).toEqual({
      ok: false,
      error: 'archived',
    });
    expect(await notReady(fixture, environments.development)).toEqual({ ok: false, error: 'archived' });
  });
});

describe('"not ready yet"', () => {
  test('keeps what is missing, is posted in the thread, and is followed by reminders until somebody sees Ready', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    const environmentId = environments.development;
    await fixture.runJobs();
    await fixture.notifications();
    const reported = await notReady(fixture, environmentId, ['links', 'company_name'], 'the wizard is red');
    const askAgainAt = new Date(fixture.ctx.clock.now().getTime() + 24 * hour);
    expect(reported).toEqual({ ok: true, value: { askAgainAt } });
    expect(await fixture.check(environmentId, 'test_status')).toMatchObject({
      status: 'pending',
      reason: 'not_ready',
      detail: { missing: ['links', 'company_name'], note: 'the wizard is red' },
    });
    expect(await fixture.words()).toEqual(['thread: not_ready']);

    await fixture.tick(23 * hour);
    expect(await fixture.words()).toEqual([]);
    await fixture.tick(hour);
    const asked = (await fixture.notifications()).flatMap(({ message }) =>
      message === null ? [] : [message],
    );
    expect(asked).toMatchObject([{ kind: 'ask_again', missing: ['links', 'company_name'], owners: [ana] }]);
    await fixture.tick(hour);
    expect(await fixture.words()).toEqual([]);
    await fixture.tick(24 * hour);
    expect(await fixture.words()).toEqual(['thread: ask_again']);

    await say(fixture, environmentId, 'test_status');
    await fixture.notifications();
    await fixture.tick(48 * hour);
    // Of the next step, which waits for somebody by now.
    expect(await fixture.words()).toEqual(['thread: nudge']);
    expect(await fixture.check(environmentId, 'test_status')).toMatchObject({ status: 'passed', detail: {} });
  });

  test('reported again with something else missing is followed by a later reminder, and posted again', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    await fixture.runJobs();
    await notReady(fixture, environments.development, ['links']);
    await fixture.notifications();
    fixture.pass(23 * hour);
    await notReady(fixture, environments.development, ['scopes']);
    expect(await fixture.words()).toEqual(['thread: not_ready']);
    await fixture.tick(2 * hour);
    expect(await fixture.words()).toEqual([]);
    await fixture.tick(22 * hour);
    expect(await fixture.words()).toEqual(['thread: ask_again']);
  });

  test('after Ready is a regression, announced once, and the repair is announced too', async () => {
    const { fixture } = stage;
    const { environmentId } = await fixture.registerLive();
    await fixture.notifications();
    await notReady(fixture, environmentId, ['links']);
    expect((await fixture.environment(environmentId)).stage).toBe('degraded');
    expect(await fixture.check(environmentId, 'test_status')).toMatchObject({
      status: 'failed',
      attestedBy: zoe,
    });
    expect(await fixture.words()).toEqual(['channel: regressed', 'thread: stage_changed']);

    await notReady(fixture, environmentId, ['scopes']);
    expect((await fixture.environment(environmentId)).stage).toBe('degraded');
    expect(await fixture.check(environmentId, 'test_status')).toMatchObject({
      status: 'failed',
      detail: { missing: ['scopes'] },
    });
    expect(await fixture.words()).toEqual(['thread: not_ready']);

    await say(fixture, environmentId, 'test_status');
    expect((await fixture.environment(environmentId)).stage).toBe('live');
    expect(await fixture.words()).toEqual([
      'thread: attested',
      'channel: recovered',
      'thread: stage_changed',
    ]);
  });

  test('after Ready, before it was ever live, is announced and repaired in the same way', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    await fixture.runJobs();
    await say(fixture, environments.development, 'test_status');
    await fixture.notifications();
    await notReady(fixture, environments.development, []);
    await say(fixture, environments.development, 'test_status');
    expect(await fixture.words()).toEqual(['channel: regressed', 'thread: attested', 'channel: recovered']);
  });
});

describe('reminders', () => {
  const waiting = async ({ database }: Fixture) =>
    (
      await database.db.query<{ kind: string }>(
        `select message ->> 'kind' as kind from delivery
         where state in ('queued', 'sending') and message ->> 'kind' in ('ask_again', 'stopped_asking') order by seq`,
      )
    ).map(({ kind }) => kind);
  /** Slack shows whatever waits. */
  const shown = ({ database }: Fixture) =>
    database.db.query(`update delivery set state = 'sent' where state = 'queued'`);

  test('do not pile up while nothing can be shown, and none comes while the channel is paused', async () => {
    const { fixture } = stage;
    const { appId, environments } = await fixture.register();
    await fixture.runJobs();
    await notReady(fixture, environments.development, ['links']);
    for (let day = 0; day < 10; day += 1) await fixture.tick(24 * hour);
    expect(await waiting(fixture)).toEqual(['ask_again']);
    await shown(fixture);
    await fixture.usecases.pauseWatches({ workspaceId: T1, channelId: 'C1', why: 'is_archived' });
    for (let day = 0; day < 10; day += 1) await fixture.tick(24 * hour);
    expect(await waiting(fixture)).toEqual([]);
    expect((await fixture.events(appId)).filter(({ kind }) => kind === 'asked_again')).toHaveLength(1);
    await fixture.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1' });
    await fixture.tick(24 * hour);
    expect(await waiting(fixture)).toEqual(['ask_again']);
  });

  test('stop after seven in a row with one word about it, until somebody says "not ready yet" again', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    await fixture.runJobs();
    const days = async (count: number) => {
      const heard: string[] = [];
      for (let day = 0; day < count; day += 1) {
        await fixture.tick(24 * hour);
        heard.push(...(await waiting(fixture)));
        await shown(fixture);
      }
      return heard;
    };
    const all = [...Array.from({ length: 7 }, () => 'ask_again'), 'stopped_asking'];
    await notReady(fixture, environments.development, ['links']);
    expect(await days(30)).toEqual(all);
    await notReady(fixture, environments.development, ['links']);
    expect(await days(30)).toEqual(all);
  });
});
