import { describe, expect, test } from 'vitest';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import { readQuestion } from '../../../../src/store/profiles/profile_questions.ts';
import { offerMark } from '../../../../src/usecases/profiles/dismiss_profile.ts';
import { pollStackone } from '../../../../src/usecases/profiles/poll_stackone.ts';
import {
  ana,
  draft,
  type Fixture,
  followsRegression,
  hour,
  minute,
  T1,
  useFixture,
  zoe,
} from '../fixture.ts';

const stage = useFixture();

const profileOf = (fixture: Fixture, environmentId: string) =>
  fixture.check(environmentId, 'connector_profile');

async function messages(fixture: Fixture): Promise<Message[]> {
  return (await fixture.notifications()).flatMap((said) =>
    said.message === null || followsRegression(said) ? [] : [said.message],
  );
}

/** The questions queued since the last call, with the names they ask about. */
async function questions(fixture: Fixture) {
  const cards = (await fixture.notifications()).filter((said) => said.card === 'profile_question');
  return Promise.all(
    cards.map(async ({ channel, subjectId }) => {
      const question = await readQuestion(fixture.database.db, T1, subjectId ?? '');
      if (question === null) throw new Error('a card for no question');
      return { ...question, channel, names: question.profiles.map((profile) => profile.name) };
    }),
  );
}

function only<T>(list: readonly T[]): T {
  const [first, another] = list;
  if (first === undefined || another !== undefined) throw new Error(`meant to be one, and is ${list.length}`);
  return first;
}

/** A registered app after its first list; its own profiles come later. */
async function waiting(fixture: Fixture, name: string, more: Parameters<Fixture['register']>[0] = {}) {
  const app = await fixture.register({ name, ...more });
  await fixture.tick();
  return app;
}

describe('the baseline', () => {
  test('keeps profiles that existed before from being announced as created', async () => {
    const { fixture } = stage;
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    const { environments } = await fixture.register();
    await fixture.tick();
    await fixture.tick();
    expect(await fixture.words()).not.toContain('channel: profile_created');
    expect(await profileOf(fixture, environments.development)).toMatchObject({ status: 'pending' });
    const card = await fixture.usecases.readCardOfEnvironment({
      workspaceId: T1,
      environmentId: environments.development,
    });
    expect(card?.adoptable.map((profile) => profile.name)).toEqual(['Acme Zoom']);
  });

  test('holds what its own list names, though time goes on while that is written down', async () => {
    const { fixture } = stage;
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.register();
    let ms = fixture.ctx.clock.now().getTime();
    const now = () => {
      ms += 5;
      return new Date(ms);
    };
    for (let poll = 0; poll < 2; poll += 1)
      await pollStackone({ ...fixture.ctx, clock: { now } }, { workspaceId: T1 });
    expect(await fixture.words()).not.toContain('channel: profile_created');
  });

  test('is not taken until StackOne answers: what was created in the outage is not announced', async () => {
    const { fixture } = stage;
    fixture.stackone.down();
    const { environments } = await fixture.register();
    await fixture.tick();
    expect((await fixture.environment(environments.development)).baselineAt).toBeNull();
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    fixture.stackone.clearFaults();
    await fixture.tick();
    expect((await fixture.environment(environments.development)).baselineAt).toEqual(fixture.ctx.clock.now());
    await fixture.tick();
    expect(await fixture.words()).not.toContain('channel: profile_created');
    fixture.stackone.createProfile({ name: 'Acme Zoom!' });
    await fixture.tick();
    expect(await fixture.words()).toContain('channel: profile_created');
  });

  test('once taken, has the card drawn that offers what was created in the outage', async () => {
    const { fixture } = stage;
    fixture.stackone.down();
    const { appId } = await fixture.register();
    await fixture.tick();
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.notifications();
    await fixture.database.db.query(`update delivery set state = 'sent'`);
    fixture.stackone.clearFaults();
    await fixture.tick();
    const redrawn = (await fixture.notifications()).filter((said) => said.card === 'zoom_app');
    expect(redrawn.map((said) => said.subjectId)).toEqual([appId]);
    const card = await fixture.usecases.readCard({ workspaceId: T1, appId });
    expect(card?.adoptable.map((profile) => profile.name)).toEqual(['Acme Zoom']);
  });

  test('is taken when the registration begins, where the last list is fresh', async () => {
    const { fixture } = stage;
    await waiting(fixture, 'Other');
    const { pairs: _, ...submitted } = await draft(fixture, { name: 'Acme Zoom' });
    fixture.pass(minute);
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    await fixture.notifications();
    await fixture.usecases.registerZoomApp(submitted);
    await fixture.tick();
    expect(await fixture.words()).toContain('channel: profile_created');
  });

  test('waits for a new list, where the last one is old or StackOne is in trouble', async () => {
    const { fixture } = stage;
    await waiting(fixture, 'Other');
    fixture.pass(3 * minute);
    const { draftId } = await draft(fixture, { name: 'Acme Zoom' });
    const baseline = async () =>
      (
        await fixture.database.db.query<{ at: Date | null }>(
          'select baseline_at as at from draft where id = $1',
          [draftId],
        )
      )[0]?.at;
    expect(await baseline()).toBeNull();
    await fixture.tick();
    expect(await baseline()).toEqual(fixture.ctx.clock.now());
  });

  test('of an environment that is added later is its own', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.registerLive();
    fixture.stackone.createProfile({ name: 'Acme Zoom prod' });
    await fixture.tick();
    const { clientId, clientSecret } = fixture.zoom.addApp();
    const added = await fixture.usecases.addEnvironment({
      workspaceId: T1,
      actor: ana,
      appId,
      kind: 'production',
      clientId,
      secret: new Secret(clientSecret),
    });
    await fixture.tick();
    await fixture.notifications();
    await fixture.tick();
    expect(await fixture.words()).toEqual([]);
    fixture.stackone.createProfile({ name: 'Acme Zoom (Production)' });
    await fixture.tick();
    expect(await messages(fixture)).toMatchObject([
      { kind: 'profile_created', about: { environment: 'production' } },
    ]);
    expect(added.ok).toBe(true);
  });
});

describe('a new profile', () => {
  test.each(['Acme Zoom', 'ACMÉ ZOOM', 'acme-zoom (Development)', 'Test: Acme Zoom'])(
    'called "%s" belongs to the app of that name and is announced once',
    async (name) => {
      const { fixture } = stage;
      const { environments } = await waiting(fixture, 'Acme Zoom');
      await waiting(fixture, 'Other');
      await fixture.notifications();
      const { id } = fixture.stackone.createProfile({ name });
      await fixture.tick();
      expect(await messages(fixture)).toMatchObject([
        {
          kind: 'profile_created',
          profileName: name,
          matchedBy: 'name',
          live: false,
          about: { appName: 'Acme Zoom', environment: 'development' },
        },
      ]);
      expect(await profileOf(fixture, environments.development)).toMatchObject({
        status: 'passed',
        evidence: 'verified',
        detail: { profileId: id, profileName: name, matchedBy: 'name' },
      });
      await fixture.tick();
      expect(await fixture.words()).toEqual([]);
    },
  );

  test('of ZoomInfo, or disabled, is no candidate', async () => {
    const { fixture } = stage;
    const { environments } = await waiting(fixture, 'Acme Zoom');
    fixture.stackone.createProfile({ name: 'Acme Zoom', connectorKey: 'zoominfo' });
    const off = fixture.stackone.createProfile({ name: 'Acme Zoom', active: false });
    await fixture.tick();
    expect(await profileOf(fixture, environments.development)).toMatchObject({ status: 'pending' });
    fixture.stackone.enableProfile(off.id);
    await fixture.tick();
    expect(await profileOf(fixture, environments.development)).toMatchObject({
      detail: { profileId: off.id },
    });
    expect((await fixture.words()).filter((words) => words.endsWith('profile_created'))).toHaveLength(1);
  });

  test('makes the environment live when it was the last thing to do, and says so in the same message', async () => {
    const { fixture } = stage;
    const { environmentId } = await fixture.registerLive();
    const queued = await messages(fixture);
    expect(queued.filter((one) => one.kind === 'profile_created')).toMatchObject([{ live: true }]);
    expect((await fixture.environment(environmentId)).liveAt).toEqual(fixture.ctx.clock.now());
  });

  test('of another name goes to the only environment that waits, as derived', async () => {
    const { fixture } = stage;
    const { environments } = await waiting(fixture, 'Acme Zoom');
    await fixture.registerLive('Beta');
    await fixture.notifications();
    fixture.stackone.createProfile({ name: 'Whatever' });
    await fixture.tick();
    expect(await messages(fixture)).toMatchObject([{ kind: 'profile_created', matchedBy: 'only_candidate' }]);
    expect(await profileOf(fixture, environments.development)).toMatchObject({ evidence: 'derived' });
  });

  test.each([
    [
      'while a registration is under way',
      async (fixture: Fixture) => void (await draft(fixture, { name: 'Gamma', actor: zoe })),
    ],
    [
      'and bears the name of another app',
      async (fixture: Fixture) => void (await fixture.registerLive('Whatever')),
    ],
  ])('goes to nobody by itself %s', async (_when, prepare) => {
    const { fixture } = stage;
    const { environments } = await waiting(fixture, 'Acme Zoom');
    await prepare(fixture);
    await fixture.notifications();
    fixture.stackone.createProfile({ name: 'Whatever' });
    await fixture.tick();
    expect(only(await questions(fixture)).waiting).toMatchObject([{ appName: 'Acme Zoom' }]);
    expect(await profileOf(fixture, environments.development)).toMatchObject({ status: 'pending' });
  });

  test('called like the app is for people to place, while both its environments wait', async () => {
    const { fixture } = stage;
    const { environments } = await waiting(fixture, 'Acme Zoom', {
      environments: ['development', 'production'],
    });
    await fixture.notifications();
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    const question = only(await questions(fixture));
    expect(question.waiting.map((one) => one.environment).sort()).toEqual(['development', 'production']);
    fixture.stackone.createProfile({ name: 'Acme Zoom prod' });
    await fixture.tick();
    expect(await profileOf(fixture, environments.production)).toMatchObject({
      detail: { matchedBy: 'name' },
    });
  });

  test('on the second page of StackOne is found as well', async () => {
    const { fixture } = stage;
    for (let number = 0; number < 60; number += 1) fixture.stackone.createProfile({ name: `Old ${number}` });
    const { environments } = await waiting(fixture, 'Acme Zoom');
    await waiting(fixture, 'Other');
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    for (let number = 0; number < 30; number += 1) fixture.stackone.createProfile({ name: `New ${number}` });
    await fixture.tick();
    expect(await profileOf(fixture, environments.development)).toMatchObject({ status: 'passed' });
    const [row] = await fixture.database.db.query('select count(*)::int as count from connector_profile');
    expect(row).toEqual({ count: 91 });
  });

  test('is found although a hundred others stay unassigned', async () => {
    const { fixture } = stage;
    await waiting(fixture, 'Other');
    const { environments } = await waiting(fixture, 'Acme Zoom');
    for (let number = 0; number < 120; number += 1)
      fixture.stackone.createProfile({ name: `Stray ${number}` });
    await fixture.tick();
    await fixture.tick();
    await fixture.tick();
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    expect(await profileOf(fixture, environments.development)).toMatchObject({ status: 'passed' });
    const asked = (await questions(fixture)).flatMap((question) => question.names);
    expect(asked).toHaveLength(120);
    expect(new Set(asked).size).toBe(120);
  });

  test('is found under the older path of StackOne too', async () => {
    const { fixture } = stage;
    fixture.stackone.withoutPath('/connector_profiles');
    const { environments } = await waiting(fixture, 'Acme Zoom');
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    expect(await profileOf(fixture, environments.development)).toMatchObject({ status: 'passed' });
  });
});

describe('profiles that cannot be distinguished', () => {
  /** Two apps wait in C1, and two profiles appear whose names say nothing. */
  async function asked(fixture: Fixture) {
    const acme = await waiting(fixture, 'Acme Zoom');
    const beta = await waiting(fixture, 'Beta Zoom');
    await fixture.notifications();
    const one = fixture.stackone.createProfile({ name: 'One' });
    const two = fixture.stackone.createProfile({ name: 'Two' });
    await fixture.tick();
    const question = only(await questions(fixture));
    return { acme, beta, one, two, question, environmentId: acme.environments.development };
  }

  test('are asked about in the channel, once', async () => {
    const { fixture } = stage;
    const { question, acme, beta } = await asked(fixture);
    expect(question.channel).toBe('C1');
    expect([...question.names].sort()).toEqual(['One', 'Two']);
    expect(question.waiting.map((one) => one.appId).sort()).toEqual([acme.appId, beta.appId].sort());
    await fixture.tick();
    await fixture.tick(hour);
    expect(await questions(fixture)).toEqual([]);
    expect(await fixture.words()).toEqual([]);
  });

  test('of the same name are asked about, although an app of that name waits', async () => {
    const { fixture } = stage;
    const { environments } = await waiting(fixture, 'Acme Zoom');
    await fixture.notifications();
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    expect(only(await questions(fixture)).names).toEqual(['Acme Zoom', 'Acme Zoom']);
    expect(await profileOf(fixture, environments.development)).toMatchObject({ status: 'pending' });
  });

  test('are asked about in every channel where somebody waits, and answered in all of them at once', async () => {
    const { fixture } = stage;
    await waiting(fixture, 'Acme Zoom');
    const beta = await waiting(fixture, 'Beta Zoom', { channelId: 'C2' });
    await fixture.notifications();
    const { id } = fixture.stackone.createProfile({ name: 'One' });
    await fixture.tick();
    const asked = await questions(fixture);
    expect(asked.map((question) => question.channel).sort()).toEqual(['C1', 'C2']);
    expect(asked.map((question) => question.waiting.map((one) => one.appName))).toEqual(
      asked.map((question) => [question.channel === 'C1' ? 'Acme Zoom' : 'Beta Zoom']),
    );
    const environmentId = beta.environments.development;
    await assign(fixture, id, environmentId);
    // Redrawn where they stand; the first card of each still waits to be sent, so there is nothing more to queue.
    await fixture.database.db.query(`update delivery set state = 'sent'`);
    await fixture.usecases.rejectProfile({ workspaceId: T1, actor: ana, environmentId, profileId: id });
    const redrawn = (await fixture.notifications()).filter((said) => said.card === 'profile_question');
    expect(redrawn.map((said) => said.channel).sort()).toEqual(['C1', 'C2']);
  });

  const assign = (fixture: Fixture, profileId: string, environmentId: string, actor = zoe) =>
    fixture.usecases.assignProfile({ workspaceId: T1, actor, profileId, environmentId, how: 'person' });

  /** "None of these", pressed on the question as it stands now. */
  const dismissed = async (fixture: Fixture, questionId: string, profileId: string, actor = zoe) => {
    const question = await readQuestion(fixture.database.db, T1, questionId);
    const mark = offerMark(question?.waiting ?? []);
    return fixture.usecases.dismissProfile({ workspaceId: T1, actor, questionId, profileId, mark });
  };

  test('are placed by anybody, announced, remembered, and not asked about again', async () => {
    const { fixture } = stage;
    const { one, environmentId, question, beta } = await asked(fixture);
    expect(await assign(fixture, one.id, environmentId)).toEqual({
      ok: true,
      value: { appName: 'Acme Zoom', profileName: 'One' },
    });
    expect(await messages(fixture)).toMatchObject([{ kind: 'profile_created', matchedBy: 'person' }]);
    expect(await profileOf(fixture, environmentId)).toMatchObject({ evidence: 'attested', attestedBy: zoe });

    // Pressed again, or by somebody who looks at an old message.
    expect(await assign(fixture, one.id, environmentId)).toMatchObject({ ok: true });
    const other = beta.environments.development;
    expect(await assign(fixture, one.id, other)).toEqual({ ok: false, error: 'profile_taken' });
    const two = question.profiles.find((profile) => profile.name === 'Two')?.id ?? '';
    expect(await assign(fixture, two, environmentId)).toEqual({ ok: false, error: 'has_profile' });
    expect(await fixture.words()).toEqual([]);

    const now = await readQuestion(fixture.database.db, T1, question.id);
    expect(now?.profiles.find((profile) => profile.name === 'One')?.state).toEqual({
      kind: 'assigned',
      appName: 'Acme Zoom',
      environment: 'development',
      matchedBy: 'person',
      by: zoe,
    });
    expect(now?.waiting.map((waits) => waits.appName)).toEqual(['Beta Zoom']);
  });

  test('are said to be of none by owners of all that wait, or an admin, where that is for owners', async () => {
    const { fixture } = stage;
    const { one, question } = await asked(fixture);
    const { db } = fixture.database;
    await db.query(`insert into workspace_role values ($1, 'tick', 'owners')`, [T1]);
    expect(await dismissed(fixture, question.id, one.id, zoe)).toEqual({ ok: false, error: 'not_owner' });
    await db.query(`insert into workspace_admin values ($1, $2, $2, now())`, [T1, zoe]);
    expect(await dismissed(fixture, question.id, one.id, zoe)).toMatchObject({ ok: true });
  });

  test('that are gone, switched off or unknown cannot be placed', async () => {
    const { fixture } = stage;
    const { one, two, environmentId } = await asked(fixture);
    fixture.stackone.deleteProfile(one.id);
    fixture.stackone.disableProfile(two.id);
    await fixture.tick();
    const gone = { ok: false, error: 'profile_gone' };
    expect(await assign(fixture, one.id, environmentId)).toEqual(gone);
    expect(await assign(fixture, two.id, environmentId)).toEqual(gone);
    expect(await assign(fixture, 'never heard of', environmentId)).toEqual(gone);
    expect(await assign(fixture, one.id, fixture.ctx.newId())).toEqual({ ok: false, error: 'not_found' });
  });

  test('may be dismissed: then they stay unassigned', async () => {
    const { fixture } = stage;
    const { one, two, question } = await asked(fixture);
    const dismiss = (profileId: string) => dismissed(fixture, question.id, profileId);
    expect(await dismiss(one.id)).toEqual({ ok: true, value: undefined });
    expect(await dismiss(one.id)).toEqual({ ok: true, value: undefined });
    expect(await dismiss(two.id)).toEqual({ ok: true, value: undefined });
    expect(await dismiss('never heard of')).toEqual({ ok: false, error: 'not_found' });
    await fixture.notifications();
    await fixture.tick();
    expect(await questions(fixture)).toEqual([]);
    const now = await readQuestion(fixture.database.db, T1, question.id);
    expect(now?.profiles.map((profile) => profile.state.kind)).toEqual(['dismissed', 'dismissed']);
    expect(now?.waiting).toEqual([]);
  });

  test('may still be placed after they were dismissed', async () => {
    const { fixture } = stage;
    const { one, question, environmentId } = await asked(fixture);
    await dismissed(fixture, question.id, one.id);
    expect(await assign(fixture, one.id, environmentId)).toMatchObject({ ok: true });
  });
});

describe('"not this one"', () => {
  test('makes the environment wait again, and the profile is never given to it by itself again', async () => {
    const { fixture } = stage;
    const { environmentId, profileId, appId } = await fixture.registerLive();
    await fixture.notifications();
    const reject = (actor: string) =>
      fixture.usecases.rejectProfile({ workspaceId: T1, actor, environmentId, profileId });
    expect(await reject(zoe)).toEqual({ ok: false, error: 'not_owner' });
    expect(await reject(ana)).toEqual({ ok: true, value: { profileName: 'Acme Zoom' } });
    expect(await reject(ana)).toEqual({ ok: false, error: 'no_profile' });
    expect(await fixture.environment(environmentId)).toMatchObject({ stage: 'profile', liveAt: null });
    expect(await profileOf(fixture, environmentId)).toMatchObject({
      status: 'pending',
      reason: 'profile_rejected',
    });
    expect(await fixture.words()).toEqual(['thread: profile_rejected', 'thread: stage_changed']);
    await fixture.tick();
    await fixture.tick();
    expect(await fixture.words()).toEqual([]);
    expect(await profileOf(fixture, environmentId)).toMatchObject({ status: 'pending' });

    // The right one comes.
    const { id } = fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    expect(await profileOf(fixture, environmentId)).toMatchObject({ detail: { profileId: id } });
    expect(await fixture.environment(environmentId)).toMatchObject({ stage: 'live' });
    // The first one is free for others.
    const card = await fixture.usecases.readCard({ workspaceId: T1, appId });
    expect(card?.adoptable).toEqual([]);
    expect(await freeProfiles(fixture)).toEqual([profileId]);
  });

  test('takes the linked account with it: it said nothing about this environment', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    fixture.stackone.linkAccount(profileId);
    await fixture.tick(2 * minute);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({ status: 'passed' });
    await fixture.usecases.rejectProfile({ workspaceId: T1, actor: ana, environmentId, profileId });
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({
      status: 'pending',
      detail: {},
    });
    const asked = fixture.stackone.requests.count('/v2/accounts');
    await fixture.tick(5 * minute);
    expect(fixture.stackone.requests.count('/v2/accounts')).toBe(asked);
  });
});

describe('a profile that existed before', () => {
  test('is adopted by an owner, posted in the thread, and never announced as created', async () => {
    const { fixture } = stage;
    const { id } = fixture.stackone.createProfile({ name: 'The old one' });
    const { environments } = await waiting(fixture, 'Acme Zoom');
    await fixture.notifications();
    const adopt = (actor: string) =>
      fixture.usecases.assignProfile({
        workspaceId: T1,
        actor,
        profileId: id,
        environmentId: environments.development,
        how: 'adopted',
      });
    expect(await adopt(zoe)).toEqual({ ok: false, error: 'not_owner' });
    expect(await adopt(ana)).toMatchObject({ ok: true });
    expect(await fixture.words()).toEqual(['thread: profile_adopted']);
    expect(await profileOf(fixture, environments.development)).toMatchObject({
      status: 'passed',
      evidence: 'attested',
      attestedBy: ana,
      detail: { matchedBy: 'adopted' },
    });
    await fixture.tick();
    expect(await fixture.words()).toEqual([]);
  });
});

describe('a live environment whose profile', () => {
  test('is disabled is degraded, which is announced once; enabled, it is live again, which is announced once', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    await fixture.notifications();
    fixture.stackone.disableProfile(profileId);
    await fixture.tick();
    expect((await fixture.environment(environmentId)).stage).toBe('degraded');
    const queued = await messages(fixture);
    expect(queued).toMatchObject([
      { kind: 'regressed', check: 'connector_profile', reason: 'profile_disabled' },
      { kind: 'stage_changed', from: 'live', to: 'degraded' },
    ]);
    await fixture.tick();
    await fixture.tick(hour);
    expect(await fixture.words()).toEqual([]);

    fixture.stackone.enableProfile(profileId);
    await fixture.tick();
    expect((await fixture.environment(environmentId)).stage).toBe('live');
    expect(await fixture.words()).toEqual(['channel: recovered', 'thread: stage_changed']);
    await fixture.tick();
    expect(await fixture.words()).toEqual([]);
  });

  test('is deleted is degraded; one of the same name takes its place and is announced as created', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    await fixture.notifications();
    fixture.stackone.deleteProfile(profileId);
    await fixture.tick();
    expect(await messages(fixture)).toMatchObject([
      { kind: 'regressed', reason: 'profile_removed' },
      { kind: 'stage_changed', to: 'degraded' },
    ]);
    await fixture.tick();
    expect(await fixture.words()).toEqual([]);
    const { id } = fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    expect(await profileOf(fixture, environmentId)).toMatchObject({
      status: 'passed',
      detail: { profileId: id },
    });
    expect(await fixture.words()).toEqual(['channel: profile_created', 'thread: stage_changed']);
    await fixture.tick();
    expect(await fixture.words()).toEqual([]);
  });

  test('is deleted and created again between two polls: both are announced, in that order', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    await fixture.notifications();
    fixture.stackone.deleteProfile(profileId);
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    expect((await fixture.environment(environmentId)).stage).toBe('live');
    expect((await fixture.words()).filter((words) => words.startsWith('channel'))).toEqual([
      'channel: regressed',
      'channel: profile_created',
    ]);
  });

  test('is renamed keeps it, without a word', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    await fixture.notifications();
    fixture.stackone.renameProfile(profileId, 'Something else');
    await fixture.tick();
    expect(await profileOf(fixture, environmentId)).toMatchObject({
      detail: { profileName: 'Something else' },
    });
    expect(await fixture.words()).toEqual([]);
  });

  test('breaks before it was ever live is announced, and its repair too', async () => {
    const { fixture } = stage;
    await waiting(fixture, 'Acme Zoom');
    const { id } = fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    await fixture.notifications();
    fixture.stackone.disableProfile(id);
    await fixture.tick();
    fixture.stackone.enableProfile(id);
    await fixture.tick();
    expect(await fixture.words()).toEqual(['channel: regressed', 'channel: recovered']);
  });

  test('belongs to an app that is archived says nothing any more', async () => {
    const { fixture } = stage;
    const { environmentId, profileId, appId } = await fixture.registerLive();
    await fixture.database.db.query('update zoom_app set archived_at = now() where id = $1', [appId]);
    await fixture.database.db.query(`update environment set stage = 'archived' where id = $1`, [
      environmentId,
    ]);
    await fixture.notifications();
    fixture.stackone.disableProfile(profileId);
    await fixture.tick(24 * hour);
    expect(await fixture.notifications()).toEqual([]);
  });
});

test('a list that was begun before another was written down is dropped', async () => {
  const { fixture } = stage;
  const { environmentId } = await fixture.registerLive();
  await fixture.notifications();
  const slow = fixture.ctx.stackone.listZoomProfiles;
  const old = await slow();
  fixture.pass(1);
  const created = fixture.stackone.createProfile({ name: 'Beta Zoom' });
  await fixture.tick(1);
  await pollStackone(
    { ...fixture.ctx, stackone: { ...fixture.ctx.stackone, listZoomProfiles: async () => old } },
    {
      workspaceId: T1,
    },
  );
  expect(await freeProfiles(fixture)).toEqual([created.id]);
  expect((await fixture.environment(environmentId)).stage).toBe('live');
});

async function freeProfiles({ database }: Fixture): Promise<string[]> {
  const rows = await database.db.query<{ id: string }>(
    'select id from connector_profile where environment_id is null and removed_at is null order by first_seen_at',
  );
  return rows.map((row) => row.id);
}
