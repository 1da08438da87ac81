import { describe, expect, test } from 'vitest';
import { bindUseCases } from '../../../../src/usecases/bind_use_cases.ts';
import { ana, type Fixture, hour, minute, second, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();

const press = ({ usecases }: Pick<Fixture, 'usecases'>, appId: string, actor = zoe) =>
  usecases.checkNow({ workspaceId: T1, actor, appId });
const requests = async (fixture: Fixture, appId: string) =>
  (await fixture.events(appId)).filter(({ kind }) => kind === 'check_requested').length;
const lists = (fixture: Fixture) => fixture.stackone.requests.count('/connector_profiles');

describe('"Check now" pressed again', () => {
  test('by the same person within a minute starts nothing, writes no event, and says when it may be asked again', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await fixture.runJobs();
    fixture.pass(minute);
    expect(await press(fixture, appId)).toMatchObject({
      value: { asked: 'now', probe: 'queued', stackone: 'queued' },
    });
    const againAt = new Date(fixture.ctx.clock.now().getTime() + minute);
    await fixture.runJobs();
    const asked = [fixture.zoom.requests.count(), fixture.stackone.requests.count()];
    fixture.pass(31 * second);
    for (let presses = 0; presses < 150; presses += 1) {
      const answer = await press(fixture, appId);
      expect(answer).toMatchObject({ value: { asked: 'before', againAt, card: { app: { id: appId } } } });
    }
    await fixture.runJobs();
    expect([fixture.zoom.requests.count(), fixture.stackone.requests.count()]).toEqual(asked);
    expect(await requests(fixture, appId)).toBe(1);
    fixture.pass(29 * second);
    expect(await press(fixture, appId)).toMatchObject({ value: { asked: 'now' } });
    expect(await requests(fixture, appId)).toBe(2);
  });

  test('at the same moment, in two processes, is one', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    const other = { usecases: bindUseCases(fixture.ctx) };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => press(i % 2 ? fixture : other, appId)),
    );
    const now = answers.filter((answer) => answer.ok && answer.value.asked === 'now');
    expect(now).toHaveLength(1);
    expect(await requests(fixture, appId)).toBe(1);
  });

  test('by another person, or about another app, is a request of its own', async () => {
    const { fixture } = stage;
    const [one, two] = [await fixture.register({ name: 'One' }), await fixture.register({ name: 'Two' })];
    for (const [appId, actor] of [
      [one.appId, zoe],
      [one.appId, ana],
      [two.appId, zoe],
    ] as const)
      expect(await press(fixture, appId, actor)).toMatchObject({ value: { asked: 'now' } });
  });

  test('after the clock was set back works', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await press(fixture, appId);
    fixture.pass(-2 * hour);
    expect(await press(fixture, appId)).toMatchObject({ value: { asked: 'now' } });
  });

  test('leaves nothing behind when its minute is over', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    for (let person = 0; person < 230; person += 1) await press(fixture, appId, `U${person}`);
    const left = async () => (await fixture.database.db.query('select from check_request')).length;
    expect(await left()).toBe(230);
    await fixture.tick(minute);
    expect(await left()).toBe(0);
  });
});

describe('a look into StackOne that people ask for', () => {
  test('is taken once a minute for the workspace, however many ask; who asks within it is served at its end', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await fixture.runJobs();
    const before = lists(fixture);
    await press(fixture, appId);
    await fixture.runJobs();
    expect(lists(fixture)).toBe(before + 1);
    for (let person = 0; person < 10; person += 1) {
      fixture.pass(second);
      await press(fixture, appId, `U${person}`);
    }
    // By the database's clock, and no other job stands beside it.
    const waiting = await fixture.database.db.query<{ seconds: number }>(
      `select round(extract(epoch from run_at - created_at))::int as seconds
       from graphile_worker.jobs where key like 'poll_stackone:%:force'`,
    );
    expect(waiting).toEqual([{ seconds: 59 }]);
  });

  test.each([401, 403])(
    'is none while StackOne answers %i: only another key or the end of the pause helps',
    async (status) => {
      const { fixture } = stage;
      const { appId } = await fixture.registerLive();
      fixture.stackone.answer({ status, body: {} });
      await fixture.tick();
      const asked = fixture.stackone.requests.count();
      for (let person = 0; person < 20; person += 1) {
        fixture.pass(10 * second);
        expect(await press(fixture, appId, `U${person}`)).toMatchObject({
          value: { stackone: 'key_refused' },
        });
        await fixture.runJobs();
      }
      // Neither by a job from before the refusal.
      await fixture.usecases.pollStackone({ workspaceId: T1, force: true });
      await fixture.usecases.checkAccounts({ workspaceId: T1 });
      expect(fixture.stackone.requests.count()).toBe(asked);

      fixture.stackone.clearFaults();
      const settings = { ...fixture.ctx.settings, stackoneKey: 'second key' };
      const withNewKey = { usecases: bindUseCases({ ...fixture.ctx, settings }) };
      expect(await press(withNewKey, appId)).toMatchObject({ value: { stackone: 'queued' } });
      await withNewKey.usecases.pollStackone({ workspaceId: T1, force: true });
      expect(fixture.stackone.requests.count()).toBeGreaterThan(asked);
    },
  );
});
