import { describe, expect, test } from 'vitest';
import { newId } from '../../../../src/ids.ts';
import { addJob } from '../../../../src/store/postgres/jobs/add_job.ts';
import { readStatistics } from '../../../../src/store/workspaces/statistics.ts';
import { ana, type Fixture, hour, minute, second, T1, useFixture } from '../fixture.ts';

const stage = useFixture();

const statistics = (fixture: Fixture) => readStatistics(fixture.ctx.db, fixture.ctx.clock.now());
const check = async (fixture: Fixture, name: string) =>
  (await statistics(fixture)).checks.find((one) => one.check === name);
const job = async (fixture: Fixture, name: string) =>
  (await statistics(fixture)).jobs.find((one) => one.task === name);

describe('what an operator watches', () => {
  test('before anything happened there is nothing', async () => {
    expect(await statistics(stage.fixture)).toEqual({
      jobs: [],
      checks: [
        { check: 'credentials', due: 0, overdue: 0, oldestLook: null },
        { check: 'linked_account', due: 0, overdue: 0, oldestLook: null },
        { check: 'connector_profile', due: null, overdue: null, oldestLook: null },
      ],
      deliveries: { queued: 0, sending: 0, held: 0, oldestWaiting: 0 },
    });
  });

  test('jobs: what waits, and for how long; what runs later does not wait', async () => {
    const { fixture } = stage;
    const payload = { workspaceId: T1 };
    await addJob(fixture.ctx.db, { task: 'sweep', payload, afterMs: -hour });
    await addJob(fixture.ctx.db, { task: 'sweep', payload });
    await addJob(fixture.ctx.db, { task: 'review_scopes', payload, afterMs: hour });
    expect(await job(fixture, 'sweep')).toMatchObject({ waiting: 2, running: 0, givenUp: 0 });
    expect((await job(fixture, 'sweep'))?.oldestWaiting).toBeGreaterThanOrEqual(hour / second);
    expect(await job(fixture, 'review_scopes')).toMatchObject({ waiting: 0, oldestWaiting: 0 });
  });

  test('a job that failed for the last time is seen as given up, and does not wait', async () => {
    const { fixture } = stage;
    await addJob(fixture.ctx.db, { task: 'sweep', payload: {}, jobKey: 'one', maxAttempts: 1 });
    await expect(fixture.runJobs()).rejects.toThrow('a job failed');
    expect(await job(fixture, 'sweep')).toMatchObject({
      waiting: 0,
      running: 0,
      givenUp: 1,
      oldestWaiting: 0,
    });
  });

  test('checks: how old the oldest look is, what is due, and what should have been looked at long ago', async () => {
    const { fixture } = stage;
    await fixture.registerLive();
    await fixture.tick();
    expect(await check(fixture, 'credentials')).toMatchObject({ due: 0, overdue: 0 });
    expect(await check(fixture, 'connector_profile')).toMatchObject({ oldestLook: 0 });
    const before = (await check(fixture, 'credentials'))?.oldestLook ?? 0;
    fixture.pass(40 * 24 * hour);
    const late = await check(fixture, 'credentials');
    expect(late).toMatchObject({ due: 1, overdue: 1 });
    expect(late?.oldestLook).toBe(before + (40 * 24 * hour) / second);
    expect(await check(fixture, 'linked_account')).toMatchObject({ due: 1, overdue: 1 });
    expect(await check(fixture, 'connector_profile')).toMatchObject({
      oldestLook: (40 * 24 * hour) / second,
    });
    await fixture.tick();
    expect(await check(fixture, 'credentials')).toMatchObject({ due: 0, overdue: 0, oldestLook: 0 });
  });

  test('what the clock does not look at any more is not old, however long ago its last look was', async () => {
    const { fixture } = stage;
    await fixture.registerLive();
    await fixture.ctx.db.query('update environment set next_probe_at = null');
    fixture.pass(40 * 24 * hour);
    expect(await check(fixture, 'credentials')).toMatchObject({ due: 0, oldestLook: null });
  });

  test('StackOne is not missed where there is nothing to ask it about: a registration was begun and given up', async () => {
    const { fixture } = stage;
    const draft = { workspaceId: T1, actor: ana, draftId: newId() };
    await fixture.usecases.saveDraft({ ...draft, answers: {} });
    await fixture.tick();
    await fixture.usecases.discardDraft(draft);
    fixture.pass(hour);
    await fixture.tick();
    expect(await check(fixture, 'connector_profile')).toMatchObject({ oldestLook: null });
  });

  test('messages: what waits, for how long, and what is held back by a closed channel', async () => {
    const { fixture } = stage;
    await fixture.register({ name: 'One' });
    await fixture.register({ name: 'Elsewhere', channelId: 'C2' });
    fixture.pass(minute);
    const all = (await statistics(fixture)).deliveries;
    expect(all).toMatchObject({ sending: 0, held: 0, oldestWaiting: 60 });
    await fixture.ctx.db.query(
      `update watch set paused_at = now(), paused_reason = 'x' where channel_id = 'C2'`,
    );
    const { queued, held, oldestWaiting } = (await statistics(fixture)).deliveries;
    expect(held).toBeGreaterThan(0);
    expect(queued + held).toBe(all.queued);
    expect(oldestWaiting).toBe(60);
    await fixture.ctx.db.query(`update delivery set state = 'sent' where channel_id = 'C1'`);
    expect((await statistics(fixture)).deliveries).toMatchObject({ queued: 0, held, oldestWaiting: 0 });
  });
});
