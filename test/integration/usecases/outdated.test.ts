import { describe, expect, test } from 'vitest';
import { attestationMark } from '../../../src/core/checks/attestation.ts';
import type { Attestation } from '../../../src/core/deliveries/message.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { readCredentials } from '../../../src/store/apps/credentials.ts';
import { readQuestion } from '../../../src/store/profiles/profile_questions.ts';
import { offerMark } from '../../../src/usecases/profiles/assign_profile.ts';
import { ana, minute, type Pair, second, T1, useWorld, type World, zoe } from './world.ts';

const stage = useWorld({ timeoutMs: 300 });
const ben = 'UBEN';

const replace = ({ usecases }: World, environmentId: string, pair: Pair, actor = ana, mark?: string) =>
  usecases.replaceCredentials({
    workspaceId: T1,
    actor,
    environmentId,
    clientId: pair.clientId,
    secret: new Secret(pair.clientSecret),
    mark,
  });

const markNow = async (world: World, environmentId: string, what: Attestation) =>
  attestationMark(await world.environment(environmentId), what);

const say = (world: World, environmentId: string, what: Attestation, mark: string | undefined, actor = zoe) =>
  world.usecases.attest({ workspaceId: T1, actor, environmentId, what, mark });

const pairs = async ({ database }: World, environmentId: string) => {
  const [found] = await readCredentials(database.db, T1, [environmentId]);
  return { current: found?.current?.clientId, pending: found?.pending?.clientId ?? null };
};

describe('a pair that waits for Zoom', () => {
  /** The card was drawn while Zoom gave no clear answer about the first pair; since then it works, and another one waits. */
  async function rotating(world: World) {
    world.zoom.down();
    const { environments, pairs: first, appId } = await world.register({ owners: [ana, ben] });
    const environmentId = environments.development;
    await world.runJobs();
    const older = await markNow(world, environmentId, 'credentials');
    world.zoom.clearWeather();
    await world.tick(6 * minute);
    world.zoom.down();
    const next = world.zoom.addApp();
    await replace(world, environmentId, next);
    await world.runJobs();
    const kept = { current: first.development.clientId, pending: next.clientId };
    expect(await pairs(world, environmentId)).toEqual(kept);
    return { environmentId, older, kept, appId, next };
  }

  test.each([
    ['another person', zoe, 'older'],
    ['another person', zoe, 'now'],
    ['another person', zoe, 'none'],
    ['an owner', ana, 'older'],
    ['an owner', ana, 'now'],
    ['an owner', ana, 'none'],
  ] as const)(
    'never replaces the one that works by the word of %s (%s, drawn %s)',
    async (_who, actor, drawn) => {
      const { world } = stage;
      const { environmentId, older, kept } = await rotating(world);
      const now = await markNow(world, environmentId, 'credentials');
      const mark = { older, now, none: undefined }[drawn];
      const said = await say(world, environmentId, 'credentials', mark, actor);
      expect(said).toMatchObject({ ok: true, value: { changed: false, outdated: true } });
      expect(await pairs(world, environmentId)).toEqual(kept);
      expect(await world.check(environmentId, 'credentials')).toMatchObject({
        status: 'unknown',
        lastKnown: 'passed',
        evidence: 'verified',
      });
    },
  );

  test('is decided by Zoom when it is back, whatever was pressed meanwhile', async () => {
    const { world } = stage;
    const { environmentId, older, next } = await rotating(world);
    await say(world, environmentId, 'credentials', older);
    world.zoom.clearWeather();
    await world.tick(6 * minute);
    expect(await pairs(world, environmentId)).toEqual({ current: next.clientId, pending: null });
    expect(await world.check(environmentId, 'credentials')).toMatchObject({ evidence: 'verified' });
  });

  test('is confirmed by an owner only, while no answer of Zoom’s stands', async () => {
    const { world } = stage;
    world.zoom.checksCodeFirst(true);
    const { environments, pairs: first } = await world.register();
    const environmentId = environments.development;
    await world.runJobs();
    const older = await markNow(world, environmentId, 'credentials');
    const next = world.zoom.addApp();
    await replace(world, environmentId, next);
    await world.runJobs();
    const now = await markNow(world, environmentId, 'credentials');
    expect(now).not.toBe(older);
    const kept = { current: first.development.clientId, pending: next.clientId };
    expect(await say(world, environmentId, 'credentials', older, ana)).toMatchObject({
      value: { outdated: true },
    });
    expect(await say(world, environmentId, 'credentials', now, zoe)).toEqual({
      ok: false,
      error: 'not_owner',
    });
    expect(await pairs(world, environmentId)).toEqual(kept);
    expect(await say(world, environmentId, 'credentials', now, ana)).toMatchObject({
      value: { changed: true },
    });
    expect(await pairs(world, environmentId)).toEqual({ current: next.clientId, pending: null });
    expect(await say(world, environmentId, 'credentials', now, ana)).toMatchObject({
      value: { changed: false },
    });
  });

  test('an outdated press draws the card of the channel anew', async () => {
    const { world } = stage;
    const { environmentId, older, appId } = await rotating(world);
    await world.database.db.query(`update delivery set state = 'sent'`);
    await world.news();
    await say(world, environmentId, 'credentials', older);
    expect(await world.news()).toMatchObject([{ card: 'zoom_app', subjectId: appId }]);
  });
});

describe('a form that replaces a pair', () => {
  test('does not throw away what another owner has given meanwhile', async () => {
    const { world } = stage;
    const { environments } = await world.register({ owners: [ana, ben] });
    const environmentId = environments.development;
    await world.runJobs();
    world.zoom.down();
    const mark = await markNow(world, environmentId, 'credentials');
    const [hers, his] = [world.zoom.addApp(), world.zoom.addApp()];
    expect(await replace(world, environmentId, hers, ana, mark)).toMatchObject({ ok: true });
    expect(await replace(world, environmentId, his, ben, mark)).toEqual({ ok: false, error: 'outdated' });
    expect((await pairs(world, environmentId)).pending).toBe(hers.clientId);
    // Seen, and meant: opened again.
    const seen = await markNow(world, environmentId, 'credentials');
    expect(await replace(world, environmentId, his, ben, seen)).toMatchObject({ ok: true });
    expect((await pairs(world, environmentId)).pending).toBe(his.clientId);
  });

  test('sent twice, or corrected by the same owner, is saved', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    const environmentId = environments.development;
    await world.runJobs();
    const mark = await markNow(world, environmentId, 'credentials');
    const pair = world.zoom.addApp();
    expect(await replace(world, environmentId, pair, ana, mark)).toMatchObject({ ok: true });
    expect(await replace(world, environmentId, pair, ana, mark)).toMatchObject({ ok: true });
    expect((await pairs(world, environmentId)).pending).toBe(pair.clientId);
  });
});

describe('what is said about a test', () => {
  const notReady = (world: World, environmentId: string, mark: string, actor = zoe) =>
    world.usecases.reportNotReady({
      workspaceId: T1,
      actor,
      environmentId,
      missing: ['links'],
      note: '',
      mark,
    });

  test('"not ready" in a form from before somebody saw Ready is no regression', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    const environmentId = environments.development;
    const older = await markNow(world, environmentId, 'test_status');
    await say(world, environmentId, 'test_status', older, ben);
    await world.news();
    expect(await notReady(world, environmentId, older)).toEqual({ ok: false, error: 'outdated' });
    expect(await world.words()).toEqual([]);
    expect(await world.check(environmentId, 'test_status')).toMatchObject({
      status: 'passed',
      attestedBy: ben,
    });
    const now = await markNow(world, environmentId, 'test_status');
    expect(await notReady(world, environmentId, now)).toMatchObject({ ok: true });
    expect(await world.words()).toContain('channel: regressed');
  });

  test('"it says Ready" on a card from before somebody said what is missing is asked once more', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    const environmentId = environments.development;
    const older = await markNow(world, environmentId, 'test_status');
    await notReady(world, environmentId, older, ben);
    expect(await say(world, environmentId, 'test_status', older)).toMatchObject({
      value: { outdated: true },
    });
    const now = await markNow(world, environmentId, 'test_status');
    expect(await say(world, environmentId, 'test_status', now)).toMatchObject({ value: { changed: true } });
  });

  test('the same form sent twice says it once more, by the same person', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    const mark = await markNow(world, environments.development, 'test_status');
    expect(await notReady(world, environments.development, mark)).toMatchObject({ ok: true });
    world.pass(second);
    expect(await notReady(world, environments.development, mark)).toMatchObject({ ok: true });
  });
});

describe('a profile', () => {
  test('"not this one" lets go of the profile that was shown, and of no other', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await world.registerLive();
    const reject = (shown: string) =>
      world.usecases.rejectProfile({ workspaceId: T1, actor: ana, environmentId, profileId: shown });
    expect(await reject(profileId)).toMatchObject({ ok: true });
    const { id } = world.stackone.createProfile({ name: 'Acme Zoom' });
    await world.tick();
    for (const shown of [profileId, '', 'never heard of'])
      expect(await reject(shown)).toEqual({ ok: false, error: 'outdated' });
    expect(await world.check(environmentId, 'connector_profile')).toMatchObject({
      status: 'passed',
      detail: { profileId: id },
    });
  });

  test('that an owner turned down is not given back by the button of an older question', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await world.registerLive();
    await world.usecases.rejectProfile({ workspaceId: T1, actor: ana, environmentId, profileId });
    const assign = (actor: string) =>
      world.usecases.assignProfile({ workspaceId: T1, actor, profileId, environmentId, how: 'person' });
    expect(await assign(zoe)).toEqual({ ok: false, error: 'not_owner' });
    expect(await assign(ana)).toMatchObject({ ok: true });
  });

  test('"none of these" speaks of the apps that were offered, not of one that came since', async () => {
    const { world } = stage;
    await world.register({ name: 'One' });
    await world.register({ name: 'Two' });
    await world.tick();
    const { id: profileId } = world.stackone.createProfile({ name: 'Stray' });
    await world.tick();
    const [row] = await world.database.db.query<{ id: string }>('select id from profile_question');
    const questionId = row?.id ?? '';
    const question = () => readQuestion(world.database.db, T1, questionId);
    const waiting = (await question())?.waiting ?? [];
    expect(waiting).toHaveLength(2);
    const dismiss = (mark: string) =>
      world.usecases.dismissProfile({ workspaceId: T1, actor: zoe, questionId, profileId, mark });
    for (const mark of ['', offerMark(waiting.slice(1))])
      expect(await dismiss(mark)).toEqual({ ok: false, error: 'question_changed' });
    expect((await question())?.profiles[0]?.state.kind).toBe('open');
    expect(await dismiss(offerMark(waiting))).toMatchObject({ ok: true });
    expect((await question())?.profiles[0]?.state.kind).toBe('dismissed');
  });
});
