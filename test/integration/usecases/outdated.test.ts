import { describe, expect, test } from 'vitest';
import { attestationMark } from '../../../src/core/checks/attestation.ts';
import type { Attestation } from '../../../src/core/deliveries/messages/message_facts.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { readCredentials } from '../../../src/store/apps/credentials.ts';
import { readQuestion } from '../../../src/store/profiles/profile_questions.ts';
import { offerMark } from '../../../src/usecases/profiles/dismiss_profile.ts';
import { ana, type Fixture, minute, type Pair, second, T1, useFixture, zoe } from './fixture.ts';

const stage = useFixture();
const ben = 'UBEN';

const replace = ({ usecases }: Fixture, environmentId: string, pair: Pair, actor = ana, mark?: string) =>
  usecases.replaceCredentials({
    workspaceId: T1,
    actor,
    environmentId,
    clientId: pair.clientId,
    secret: new Secret(pair.clientSecret),
    mark,
  });

const markNow = async (fixture: Fixture, environmentId: string, what: Attestation) =>
  attestationMark(await fixture.environment(environmentId), what);

const say = (
  fixture: Fixture,
  environmentId: string,
  what: Attestation,
  mark: string | undefined,
  actor = zoe,
) => fixture.usecases.attest({ workspaceId: T1, actor, environmentId, what, mark });

const pairs = async ({ database }: Fixture, environmentId: string) => {
  const [found] = await readCredentials(database.db, T1, [environmentId]);
  return { current: found?.current?.clientId, pending: found?.pending?.clientId ?? null };
};

describe('a pair that waits for Zoom', () => {
  /** The card was drawn while Zoom gave no clear answer about the first pair; since then it works, and another one waits. */
  async function rotating(fixture: Fixture) {
    fixture.zoom.down();
    const { environments, pairs: first, appId } = await fixture.register({ owners: [ana, ben] });
    const environmentId = environments.development;
    await fixture.runJobs();
    const older = await markNow(fixture, environmentId, 'credentials');
    fixture.zoom.clearFaults();
    await fixture.tick(6 * minute);
    fixture.zoom.down();
    const next = fixture.zoom.addApp();
    await replace(fixture, environmentId, next);
    await fixture.runJobs();
    const kept = { current: first.development.clientId, pending: next.clientId };
    expect(await pairs(fixture, environmentId)).toEqual(kept);
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
      const { fixture } = stage;
      const { environmentId, older, kept } = await rotating(fixture);
      const now = await markNow(fixture, environmentId, 'credentials');
      const mark = { older, now, none: undefined }[drawn];
      const said = await say(fixture, environmentId, 'credentials', mark, actor);
      expect(said).toMatchObject({ ok: true, value: { changed: false, outdated: true } });
      expect(await pairs(fixture, environmentId)).toEqual(kept);
      expect(await fixture.check(environmentId, 'credentials')).toMatchObject({
        status: 'unknown',
        lastKnown: 'passed',
        evidence: 'verified',
      });
    },
  );

  test('is decided by Zoom when it is back, whatever was pressed meanwhile', async () => {
    const { fixture } = stage;
    const { environmentId, older, next } = await rotating(fixture);
    await say(fixture, environmentId, 'credentials', older);
    fixture.zoom.clearFaults();
    await fixture.tick(6 * minute);
    expect(await pairs(fixture, environmentId)).toEqual({ current: next.clientId, pending: null });
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({ evidence: 'verified' });
  });

  test('is confirmed by an owner only, while no answer of Zoom’s stands', async () => {
    const { fixture } = stage;
    fixture.zoom.checksCodeFirst(true);
    const { environments, pairs: first } = await fixture.register();
    const environmentId = environments.development;
    await fixture.runJobs();
    const older = await markNow(fixture, environmentId, 'credentials');
    const next = fixture.zoom.addApp();
    await replace(fixture, environmentId, next);
    await fixture.runJobs();
    const now = await markNow(fixture, environmentId, 'credentials');
    expect(now).not.toBe(older);
    const kept = { current: first.development.clientId, pending: next.clientId };
    expect(await say(fixture, environmentId, 'credentials', older, ana)).toMatchObject({
      value: { outdated: true },
    });
    expect(await say(fixture, environmentId, 'credentials', now, zoe)).toEqual({
      ok: false,
      error: 'not_owner',
    });
    expect(await pairs(fixture, environmentId)).toEqual(kept);
    expect(await say(fixture, environmentId, 'credentials', now, ana)).toMatchObject({
      value: { changed: true },
    });
    expect(await pairs(fixture, environmentId)).toEqual({ current: next.clientId, pending: null });
    expect(await say(fixture, environmentId, 'credentials', now, ana)).toMatchObject({
      value: { changed: false },
    });
  });

  test('an outdated press draws the card of the channel anew', async () => {
    const { fixture } = stage;
    const { environmentId, older, appId } = await rotating(fixture);
    await fixture.database.db.query(`update delivery set state = 'sent'`);
    await fixture.notifications();
    await say(fixture, environmentId, 'credentials', older);
    expect(await fixture.notifications()).toMatchObject([{ card: 'zoom_app', subjectId: appId }]);
  });
});

describe('a form that replaces a pair', () => {
  test('does not throw away what another owner has given meanwhile', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register({ owners: [ana, ben] });
    const environmentId = environments.development;
    await fixture.runJobs();
    fixture.zoom.down();
    const mark = await markNow(fixture, environmentId, 'credentials');
    const [hers, his] = [fixture.zoom.addApp(), fixture.zoom.addApp()];
    expect(await replace(fixture, environmentId, hers, ana, mark)).toMatchObject({ ok: true });
    expect(await replace(fixture, environmentId, his, ben, mark)).toEqual({ ok: false, error: 'outdated' });
    expect((await pairs(fixture, environmentId)).pending).toBe(hers.clientId);
    // Seen, and meant: opened again.
    const seen = await markNow(fixture, environmentId, 'credentials');
    expect(await replace(fixture, environmentId, his, ben, seen)).toMatchObject({ ok: true });
    expect((await pairs(fixture, environmentId)).pending).toBe(his.clientId);
  });

  test('sent twice, or corrected by the same owner, is saved', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    const environmentId = environments.development;
    await fixture.runJobs();
    const mark = await markNow(fixture, environmentId, 'credentials');
    const pair = fixture.zoom.addApp();
    expect(await replace(fixture, environmentId, pair, ana, mark)).toMatchObject({ ok: true });
    expect(await replace(fixture, environmentId, pair, ana, mark)).toMatchObject({ ok: true });
    expect((await pairs(fixture, environmentId)).pending).toBe(pair.clientId);
  });
});

describe('what is said about a test', () => {
  const notReady = (fixture: Fixture, environmentId: string, mark: string, actor = zoe) =>
    fixture.usecases.reportNotReady({
      workspaceId: T1,
      actor,
      environmentId,
      missing: ['links'],
      note: '',
      mark,
    });

  test('"not ready" in a form from before somebody saw Ready is no regression', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    const environmentId = environments.development;
    const older = await markNow(fixture, environmentId, 'test_status');
    await say(fixture, environmentId, 'test_status', older, ben);
    await fixture.notifications();
    expect(await notReady(fixture, environmentId, older)).toEqual({ ok: false, error: 'outdated' });
    expect(await fixture.words()).toEqual([]);
    expect(await fixture.check(environmentId, 'test_status')).toMatchObject({
      status: 'passed',
      attestedBy: ben,
    });
    const now = await markNow(fixture, environmentId, 'test_status');
    expect(await notReady(fixture, environmentId, now)).toMatchObject({ ok: true });
    expect(await fixture.words()).toContain('channel: regressed');
  });

  test('"it says Ready" on a card from before somebody said what is missing is asked once more', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    const environmentId = environments.development;
    const older = await markNow(fixture, environmentId, 'test_status');
    await notReady(fixture, environmentId, older, ben);
    expect(await say(fixture, environmentId, 'test_status', older)).toMatchObject({
      value: { outdated: true },
    });
    const now = await markNow(fixture, environmentId, 'test_status');
    expect(await say(fixture, environmentId, 'test_status', now)).toMatchObject({ value: { changed: true } });
  });

  test('the same form sent twice says it once more, by the same person', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    const mark = await markNow(fixture, environments.development, 'test_status');
    expect(await notReady(fixture, environments.development, mark)).toMatchObject({ ok: true });
    fixture.pass(second);
    expect(await notReady(fixture, environments.development, mark)).toMatchObject({ ok: true });
  });
});

describe('a profile', () => {
  test('"not this one" lets go of the profile that was shown, and of no other', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    const reject = (shown: string) =>
      fixture.usecases.rejectProfile({ workspaceId: T1, actor: ana, environmentId, profileId: shown });
    expect(await reject(profileId)).toMatchObject({ ok: true });
    const { id } = fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    for (const shown of [profileId, '', 'never heard of'])
      expect(await reject(shown)).toEqual({ ok: false, error: 'outdated' });
    expect(await fixture.check(environmentId, 'connector_profile')).toMatchObject({
      status: 'passed',
      detail: { profileId: id },
    });
  });

  test('that an owner turned down is not given back by the button of an older question', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    await fixture.usecases.rejectProfile({ workspaceId: T1, actor: ana, environmentId, profileId });
    const assign = (actor: string) =>
      fixture.usecases.assignProfile({ workspaceId: T1, actor, profileId, environmentId, how: 'person' });
    expect(await assign(zoe)).toEqual({ ok: false, error: 'not_owner' });
    expect(await assign(ana)).toMatchObject({ ok: true });
  });

  test('"none of these" rejects for the apps that were offered, not for one that was added since', async () => {
    const { fixture } = stage;
    await fixture.register({ name: 'One' });
    await fixture.register({ name: 'Two' });
    await fixture.tick();
    const { id: profileId } = fixture.stackone.createProfile({ name: 'Stray' });
    await fixture.tick();
    const [row] = await fixture.database.db.query<{ id: string }>('select id from profile_question');
    const questionId = row?.id ?? '';
    const question = () => readQuestion(fixture.database.db, T1, questionId);
    const waiting = (await question())?.waiting ?? [];
    expect(waiting).toHaveLength(2);
    const dismiss = (mark: string) =>
      fixture.usecases.dismissProfile({ workspaceId: T1, actor: zoe, questionId, profileId, mark });
    for (const mark of ['', offerMark(waiting.slice(1))])
      expect(await dismiss(mark)).toEqual({ ok: false, error: 'question_changed' });
    expect((await question())?.profiles[0]?.state.kind).toBe('open');
    expect(await dismiss(offerMark(waiting))).toMatchObject({ ok: true });
    expect((await question())?.profiles[0]?.state.kind).toBe('dismissed');
  });
});
