import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/core/deliveries/message.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { readQuestion } from '../../../src/store/profiles/profile_questions.ts';
import { offerMark } from '../../../src/usecases/profiles/assign_profile.ts';
import { pollStackone } from '../../../src/usecases/profiles/poll_stackone.ts';
import { ana, draft, hour, minute, T1, useWorld, type World, zoe } from './world.ts';

const stage = useWorld();

const profileOf = (world: World, environmentId: string) => world.check(environmentId, 'connector_profile');

async function messages(world: World): Promise<Message[]> {
  return (await world.news()).flatMap(({ message }) => (message === null ? [] : [message]));
}

/** The questions queued since the last call, with the names they ask about. */
async function questions(world: World) {
  const cards = (await world.news()).filter((said) => said.card === 'profile_question');
  return Promise.all(
    cards.map(async ({ channel, subjectId }) => {
      const question = await readQuestion(world.database.db, T1, subjectId ?? '');
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
async function waiting(world: World, name: string, more: Parameters<World['register']>[0] = {}) {
  const app = await world.register({ name, ...more });
  await world.tick();
  return app;
}

describe('the baseline', () => {
  test('keeps profiles that existed before from being announced as created', async () => {
    const { world } = stage;
    world.stackone.createProfile({ name: 'Acme Zoom' });
    const { environments } = await world.register();
    await world.tick();
    await world.tick();
    expect(await world.words()).not.toContain('channel: profile_created');
    expect(await profileOf(world, environments.development)).toMatchObject({ status: 'pending' });
    const card = await world.usecases.readCardOfEnvironment({
      workspaceId: T1,
      environmentId: environments.development,
    });
    expect(card?.adoptable.map((profile) => profile.name)).toEqual(['Acme Zoom']);
  });

  test('holds what its own list names, though time goes on while that is written down', async () => {
    const { world } = stage;
    world.stackone.createProfile({ name: 'Acme Zoom' });
    await world.register();
    let ms = world.ctx.clock.now().getTime();
    const now = () => {
      ms += 5;
      return new Date(ms);
    };
    for (let poll = 0; poll < 2; poll += 1)
      await pollStackone({ ...world.ctx, clock: { now } }, { workspaceId: T1 });
    expect(await world.words()).not.toContain('channel: profile_created');
  });

  test('is not taken until StackOne answers: what was created in the outage is not announced', async () => {
    const { world } = stage;
    world.stackone.down();
    const { environments } = await world.register();
    await world.tick();
    expect((await world.environment(environments.development)).baselineAt).toBeNull();
    world.stackone.createProfile({ name: 'Acme Zoom' });
    world.stackone.clearWeather();
    await world.tick();
    expect((await world.environment(environments.development)).baselineAt).toEqual(world.ctx.clock.now());
    await world.tick();
    expect(await world.words()).not.toContain('channel: profile_created');
    world.stackone.createProfile({ name: 'Acme Zoom!' });
    await world.tick();
    expect(await world.words()).toContain('channel: profile_created');
  });

  test('once taken, has the card drawn that offers what was created in the outage', async () => {
    const { world } = stage;
    world.stackone.down();
    const { appId } = await world.register();
    await world.tick();
    world.stackone.createProfile({ name: 'Acme Zoom' });
    await world.news();
    await world.database.db.query(`update delivery set state = 'sent'`);
    world.stackone.clearWeather();
    await world.tick();
    const redrawn = (await world.news()).filter((said) => said.card === 'zoom_app');
    expect(redrawn.map((said) => said.subjectId)).toEqual([appId]);
    const card = await world.usecases.readCard({ workspaceId: T1, appId });
    expect(card?.adoptable.map((profile) => profile.name)).toEqual(['Acme Zoom']);
  });

  test('is taken when the registration begins, where the last list is fresh', async () => {
    const { world } = stage;
    await waiting(world, 'Other');
    const { pairs: _, ...submitted } = await draft(world, { name: 'Acme Zoom' });
    world.pass(minute);
    world.stackone.createProfile({ name: 'Acme Zoom' });
    await world.tick();
    await world.news();
    await world.usecases.registerZoomApp(submitted);
    await world.tick();
    expect(await world.words()).toContain('channel: profile_created');
  });

  test('waits for a new list, where the last one is old or StackOne is in trouble', async () => {
    const { world } = stage;
    await waiting(world, 'Other');
    world.pass(3 * minute);
    const { draftId } = await draft(world, { name: 'Acme Zoom' });
    const baseline = async () =>
      (
        await world.database.db.query<{ at: Date | null }>(
          'select baseline_at as at from draft where id = $1',
          [draftId],
        )
      )[0]?.at;
    expect(await baseline()).toBeNull();
    await world.tick();
    expect(await baseline()).toEqual(world.ctx.clock.now());
  });

  test('of an environment that is added later is its own', async () => {
    const { world } = stage;
    const { appId } = await world.registerLive();
    world.stackone.createProfile({ name: 'Acme Zoom prod' });
    await world.tick();
    const { clientId, clientSecret } = world.zoom.addApp();
    const added = await world.usecases.addEnvironment({
      workspaceId: T1,
      actor: ana,
      appId,
      kind: 'production',
      clientId,
      secret: new Secret(clientSecret),
    });
    await world.tick();
    await world.news();
    await world.tick();
    expect(await world.words()).toEqual([]);
    world.stackone.createProfile({ name: 'Acme Zoom (Production)' });
    await world.tick();
    expect(await messages(world)).toMatchObject([
      { kind: 'profile_created', about: { environment: 'production' } },
    ]);
    expect(added.ok).toBe(true);
  });
});

describe('a new profile', () => {
  test.each(['Acme Zoom', 'ACMÉ ZOOM', 'acme-zoom (Development)', 'Test: Acme Zoom'])(
    'called "%s" belongs to the app of that name and is announced once',
    async (name) => {
      const { world } = stage;
      const { environments } = await waiting(world, 'Acme Zoom');
      await waiting(world, 'Other');
      await world.news();
      const { id } = world.stackone.createProfile({ name });
      await world.tick();
      expect(await messages(world)).toMatchObject([
        {
          kind: 'profile_created',
          profileName: name,
          matchedBy: 'name',
          live: false,
          about: { appName: 'Acme Zoom', environment: 'development' },
        },
      ]);
      expect(await profileOf(world, environments.development)).toMatchObject({
        status: 'passed',
        evidence: 'verified',
        detail: { profileId: id, profileName: name, matchedBy: 'name' },
      });
      await world.tick();
      expect(await world.words()).toEqual([]);
    },
  );

  test('of ZoomInfo, or switched off, is nobody', async () => {
    const { world } = stage;
    const { environments } = await waiting(world, 'Acme Zoom');
    world.stackone.createProfile({ name: 'Acme Zoom', connectorKey: 'zoominfo' });
    const off = world.stackone.createProfile({ name: 'Acme Zoom', active: false });
    await world.tick();
    expect(await profileOf(world, environments.development)).toMatchObject({ status: 'pending' });
    world.stackone.enableProfile(off.id);
    await world.tick();
    expect(await profileOf(world, environments.development)).toMatchObject({ detail: { profileId: off.id } });
    expect((await world.words()).filter((words) => words.endsWith('profile_created'))).toHaveLength(1);
  });

  test('makes the environment live when it was the last thing to do, and says so in the same message', async () => {
    const { world } = stage;
    const { environmentId } = await world.registerLive();
    const told = await messages(world);
    expect(told.filter((one) => one.kind === 'profile_created')).toMatchObject([{ live: true }]);
    expect((await world.environment(environmentId)).liveAt).toEqual(world.ctx.clock.now());
  });

  test('of another name goes to the only environment that waits, as derived', async () => {
    const { world } = stage;
    const { environments } = await waiting(world, 'Acme Zoom');
    await world.registerLive('Beta');
    await world.news();
    world.stackone.createProfile({ name: 'Whatever' });
    await world.tick();
    expect(await messages(world)).toMatchObject([{ kind: 'profile_created', matchedBy: 'only_candidate' }]);
    expect(await profileOf(world, environments.development)).toMatchObject({ evidence: 'derived' });
  });

  test.each([
    [
      'while a registration is under way',
      async (world: World) => void (await draft(world, { name: 'Gamma', actor: zoe })),
    ],
    [
      'and bears the name of another app',
      async (world: World) => void (await world.registerLive('Whatever')),
    ],
  ])('goes to nobody by itself %s', async (_when, prepare) => {
    const { world } = stage;
    const { environments } = await waiting(world, 'Acme Zoom');
    await prepare(world);
    await world.news();
    world.stackone.createProfile({ name: 'Whatever' });
    await world.tick();
    expect(only(await questions(world)).waiting).toMatchObject([{ appName: 'Acme Zoom' }]);
    expect(await profileOf(world, environments.development)).toMatchObject({ status: 'pending' });
  });

  test('called like the app is for people to place, while both its environments wait', async () => {
    const { world } = stage;
    const { environments } = await waiting(world, 'Acme Zoom', {
      environments: ['development', 'production'],
    });
    await world.news();
    world.stackone.createProfile({ name: 'Acme Zoom' });
    await world.tick();
    const question = only(await questions(world));
    expect(question.waiting.map((one) => one.environment).sort()).toEqual(['development', 'production']);
    world.stackone.createProfile({ name: 'Acme Zoom prod' });
    await world.tick();
    expect(await profileOf(world, environments.production)).toMatchObject({ detail: { matchedBy: 'name' } });
  });

  test('on the second page of StackOne is found as well', async () => {
    const { world } = stage;
    for (let number = 0; number < 60; number += 1) world.stackone.createProfile({ name: `Old ${number}` });
    const { environments } = await waiting(world, 'Acme Zoom');
    await waiting(world, 'Other');
    world.stackone.createProfile({ name: 'Acme Zoom' });
    for (let number = 0; number < 30; number += 1) world.stackone.createProfile({ name: `New ${number}` });
    await world.tick();
    expect(await profileOf(world, environments.development)).toMatchObject({ status: 'passed' });
    const [row] = await world.database.db.query('select count(*)::int as count from connector_profile');
    expect(row).toEqual({ count: 91 });
  });

  test('is found although a hundred stray ones are nobody’s', async () => {
    const { world } = stage;
    await waiting(world, 'Other');
    const { environments } = await waiting(world, 'Acme Zoom');
    for (let number = 0; number < 120; number += 1) world.stackone.createProfile({ name: `Stray ${number}` });
    await world.tick();
    await world.tick();
    await world.tick();
    world.stackone.createProfile({ name: 'Acme Zoom' });
    await world.tick();
    expect(await profileOf(world, environments.development)).toMatchObject({ status: 'passed' });
    const asked = (await questions(world)).flatMap((question) => question.names);
    expect(asked).toHaveLength(120);
    expect(new Set(asked).size).toBe(120);
  });

  test('is found under the older path of StackOne too', async () => {
    const { world } = stage;
    world.stackone.withoutPath('/connector_profiles');
    const { environments } = await waiting(world, 'Acme Zoom');
    world.stackone.createProfile({ name: 'Acme Zoom' });
    await world.tick();
    expect(await profileOf(world, environments.development)).toMatchObject({ status: 'passed' });
  });
});

describe('profiles that nobody can tell apart', () => {
  /** Two apps wait in C1, and two profiles appear whose names say nothing. */
  async function asked(world: World) {
    const acme = await waiting(world, 'Acme Zoom');
    const beta = await waiting(world, 'Beta Zoom');
    await world.news();
    const one = world.stackone.createProfile({ name: 'One' });
    const two = world.stackone.createProfile({ name: 'Two' });
    await world.tick();
    const question = only(await questions(world));
    return { acme, beta, one, two, question, environmentId: acme.environments.development };
  }

  test('are asked about in the channel, once', async () => {
    const { world } = stage;
    const { question, acme, beta } = await asked(world);
    expect(question.channel).toBe('C1');
    expect([...question.names].sort()).toEqual(['One', 'Two']);
    expect(question.waiting.map((one) => one.appId).sort()).toEqual([acme.appId, beta.appId].sort());
    await world.tick();
    await world.tick(hour);
    expect(await questions(world)).toEqual([]);
    expect(await world.words()).toEqual([]);
  });

  test('of the same name are asked about, although an app of that name waits', async () => {
    const { world } = stage;
    const { environments } = await waiting(world, 'Acme Zoom');
    await world.news();
    world.stackone.createProfile({ name: 'Acme Zoom' });
    world.stackone.createProfile({ name: 'Acme Zoom' });
    await world.tick();
    expect(only(await questions(world)).names).toEqual(['Acme Zoom', 'Acme Zoom']);
    expect(await profileOf(world, environments.development)).toMatchObject({ status: 'pending' });
  });

  test('are asked about in every channel where somebody waits, and answered in all of them at once', async () => {
    const { world } = stage;
    await waiting(world, 'Acme Zoom');
    const beta = await waiting(world, 'Beta Zoom', { channelId: 'C2' });
    await world.news();
    const { id } = world.stackone.createProfile({ name: 'One' });
    await world.tick();
    const asked = await questions(world);
    expect(asked.map((question) => question.channel).sort()).toEqual(['C1', 'C2']);
    expect(asked.map((question) => question.waiting.map((one) => one.appName))).toEqual(
      asked.map((question) => [question.channel === 'C1' ? 'Acme Zoom' : 'Beta Zoom']),
    );
    const environmentId = beta.environments.development;
    await assign(world, id, environmentId);
    // Redrawn where they stand; the first card of each still waits to be sent, so there is nothing more to queue.
    await world.database.db.query(`update delivery set state = 'sent'`);
    await world.usecases.rejectProfile({ workspaceId: T1, actor: ana, environmentId, profileId: id });
    const redrawn = (await world.news()).filter((said) => said.card === 'profile_question');
    expect(redrawn.map((said) => said.channel).sort()).toEqual(['C1', 'C2']);
  });

  const assign = (world: World, profileId: string, environmentId: string, actor = zoe) =>
    world.usecases.assignProfile({ workspaceId: T1, actor, profileId, environmentId, how: 'person' });

  /** "None of these", pressed on the question as it stands now. */
  const dismissed = async (world: World, questionId: string, profileId: string, actor = zoe) => {
    const question = await readQuestion(world.database.db, T1, questionId);
    const mark = offerMark(question?.waiting ?? []);
    return world.usecases.dismissProfile({ workspaceId: T1, actor, questionId, profileId, mark });
  };

  test('are placed by anybody, announced, remembered, and not asked about again', async () => {
    const { world } = stage;
    const { one, environmentId, question, beta } = await asked(world);
    expect(await assign(world, one.id, environmentId)).toEqual({
      ok: true,
      value: { appName: 'Acme Zoom', profileName: 'One' },
    });
    expect(await messages(world)).toMatchObject([{ kind: 'profile_created', matchedBy: 'person' }]);
    expect(await profileOf(world, environmentId)).toMatchObject({ evidence: 'attested', attestedBy: zoe });

    // Pressed again, or by somebody who looks at an old message.
    expect(await assign(world, one.id, environmentId)).toMatchObject({ ok: true });
    const other = beta.environments.development;
    expect(await assign(world, one.id, other)).toEqual({ ok: false, error: 'profile_taken' });
    const two = question.profiles.find((profile) => profile.name === 'Two')?.id ?? '';
    expect(await assign(world, two, environmentId)).toEqual({ ok: false, error: 'has_profile' });
    expect(await world.words()).toEqual([]);

    const now = await readQuestion(world.database.db, T1, question.id);
    expect(now?.profiles.find((profile) => profile.name === 'One')?.state).toEqual({
      kind: 'assigned',
      appName: 'Acme Zoom',
      environment: 'development',
      matchedBy: 'person',
      by: zoe,
    });
    expect(now?.waiting.map((waits) => waits.appName)).toEqual(['Beta Zoom']);
  });

  test('that are gone, switched off or unknown cannot be placed', async () => {
    const { world } = stage;
    const { one, two, environmentId } = await asked(world);
    world.stackone.deleteProfile(one.id);
    world.stackone.disableProfile(two.id);
    await world.tick();
    const gone = { ok: false, error: 'profile_gone' };
    expect(await assign(world, one.id, environmentId)).toEqual(gone);
    expect(await assign(world, two.id, environmentId)).toEqual(gone);
    expect(await assign(world, 'never heard of', environmentId)).toEqual(gone);
    expect(await assign(world, one.id, world.ctx.newId())).toEqual({ ok: false, error: 'not_found' });
  });

  test('may be dismissed: then they are nobody’s, for good', async () => {
    const { world } = stage;
    const { one, two, question } = await asked(world);
    const dismiss = (profileId: string) => dismissed(world, question.id, profileId);
    expect(await dismiss(one.id)).toEqual({ ok: true, value: undefined });
    expect(await dismiss(one.id)).toEqual({ ok: true, value: undefined });
    expect(await dismiss(two.id)).toEqual({ ok: true, value: undefined });
    expect(await dismiss('never heard of')).toEqual({ ok: false, error: 'not_found' });
    await world.news();
    await world.tick();
    expect(await questions(world)).toEqual([]);
    const now = await readQuestion(world.database.db, T1, question.id);
    expect(now?.profiles.map((profile) => profile.state.kind)).toEqual(['dismissed', 'dismissed']);
    expect(now?.waiting).toEqual([]);
  });

  test('may still be placed after they were dismissed', async () => {
    const { world } = stage;
    const { one, question, environmentId } = await asked(world);
    await dismissed(world, question.id, one.id);
    expect(await assign(world, one.id, environmentId)).toMatchObject({ ok: true });
  });
});

describe('"not this one"', () => {
  test('makes the environment wait again, and the profile is never given to it by itself again', async () => {
    const { world } = stage;
    const { environmentId, profileId, appId } = await world.registerLive();
    await world.news();
    const reject = (actor: string) =>
      world.usecases.rejectProfile({ workspaceId: T1, actor, environmentId, profileId });
    expect(await reject(zoe)).toEqual({ ok: false, error: 'not_owner' });
    expect(await reject(ana)).toEqual({ ok: true, value: { profileName: 'Acme Zoom' } });
    expect(await reject(ana)).toEqual({ ok: false, error: 'no_profile' });
    expect(await world.environment(environmentId)).toMatchObject({ stage: 'profile', liveAt: null });
    expect(await profileOf(world, environmentId)).toMatchObject({
      status: 'pending',
      reason: 'profile_rejected',
    });
    expect(await world.words()).toEqual(['thread: profile_rejected', 'thread: stage_changed']);
    await world.tick();
    await world.tick();
    expect(await world.words()).toEqual([]);
    expect(await profileOf(world, environmentId)).toMatchObject({ status: 'pending' });

    // The right one comes.
    const { id } = world.stackone.createProfile({ name: 'Acme Zoom' });
    await world.tick();
    expect(await profileOf(world, environmentId)).toMatchObject({ detail: { profileId: id } });
    expect(await world.environment(environmentId)).toMatchObject({ stage: 'live' });
    // The first one is free for others.
    const card = await world.usecases.readCard({ workspaceId: T1, appId });
    expect(card?.adoptable).toEqual([]);
    expect(await freeProfiles(world)).toEqual([profileId]);
  });

  test('takes the linked account with it: it said nothing about this environment', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await world.registerLive();
    world.stackone.linkAccount(profileId);
    await world.tick(2 * minute);
    expect(await world.check(environmentId, 'linked_account')).toMatchObject({ status: 'passed' });
    await world.usecases.rejectProfile({ workspaceId: T1, actor: ana, environmentId, profileId });
    expect(await world.check(environmentId, 'linked_account')).toMatchObject({
      status: 'pending',
      detail: {},
    });
    const asked = world.stackone.requests.count('/v2/accounts');
    await world.tick(5 * minute);
    expect(world.stackone.requests.count('/v2/accounts')).toBe(asked);
  });
});

describe('a profile that existed before', () => {
  test('is taken over by an owner, told in the thread, and never announced as created', async () => {
    const { world } = stage;
    const { id } = world.stackone.createProfile({ name: 'The old one' });
    const { environments } = await waiting(world, 'Acme Zoom');
    await world.news();
    const adopt = (actor: string) =>
      world.usecases.assignProfile({
        workspaceId: T1,
        actor,
        profileId: id,
        environmentId: environments.development,
        how: 'adopted',
      });
    expect(await adopt(zoe)).toEqual({ ok: false, error: 'not_owner' });
    expect(await adopt(ana)).toMatchObject({ ok: true });
    expect(await world.words()).toEqual(['thread: profile_adopted']);
    expect(await profileOf(world, environments.development)).toMatchObject({
      status: 'passed',
      evidence: 'attested',
      attestedBy: ana,
      detail: { matchedBy: 'adopted' },
    });
    await world.tick();
    expect(await world.words()).toEqual([]);
  });
});

describe('a live environment whose profile', () => {
  test('is disabled is degraded, which is announced once; enabled, it is live again, which is announced once', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await world.registerLive();
    await world.news();
    world.stackone.disableProfile(profileId);
    await world.tick();
    expect((await world.environment(environmentId)).stage).toBe('degraded');
    const told = await messages(world);
    expect(told).toMatchObject([
      { kind: 'regressed', check: 'connector_profile', reason: 'profile_disabled' },
      { kind: 'stage_changed', from: 'live', to: 'degraded' },
    ]);
    await world.tick();
    await world.tick(hour);
    expect(await world.words()).toEqual([]);

    world.stackone.enableProfile(profileId);
    await world.tick();
    expect((await world.environment(environmentId)).stage).toBe('live');
    expect(await world.words()).toEqual(['channel: recovered', 'thread: stage_changed']);
    await world.tick();
    expect(await world.words()).toEqual([]);
  });

  test('is deleted is degraded; one of the same name takes its place and is announced as created', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await world.registerLive();
    await world.news();
    world.stackone.deleteProfile(profileId);
    await world.tick();
    expect(await messages(world)).toMatchObject([
      { kind: 'regressed', reason: 'profile_removed' },
      { kind: 'stage_changed', to: 'degraded' },
    ]);
    await world.tick();
    expect(await world.words()).toEqual([]);
    const { id } = world.stackone.createProfile({ name: 'Acme Zoom' });
    await world.tick();
    expect(await profileOf(world, environmentId)).toMatchObject({
      status: 'passed',
      detail: { profileId: id },
    });
    expect(await world.words()).toEqual(['channel: profile_created', 'thread: stage_changed']);
    await world.tick();
    expect(await world.words()).toEqual([]);
  });

  test('is deleted and made again between two looks hears of both, in that order', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await world.registerLive();
    await world.news();
    world.stackone.deleteProfile(profileId);
    world.stackone.createProfile({ name: 'Acme Zoom' });
    await world.tick();
    expect((await world.environment(environmentId)).stage).toBe('live');
    expect((await world.words()).filter((words) => words.startsWith('channel'))).toEqual([
      'channel: regressed',
      'channel: profile_created',
    ]);
  });

  test('is renamed keeps it, without a word', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await world.registerLive();
    await world.news();
    world.stackone.renameProfile(profileId, 'Something else');
    await world.tick();
    expect(await profileOf(world, environmentId)).toMatchObject({
      detail: { profileName: 'Something else' },
    });
    expect(await world.words()).toEqual([]);
  });

  test('breaks before it was ever live is announced, and its repair too', async () => {
    const { world } = stage;
    await waiting(world, 'Acme Zoom');
    const { id } = world.stackone.createProfile({ name: 'Acme Zoom' });
    await world.tick();
    await world.news();
    world.stackone.disableProfile(id);
    await world.tick();
    world.stackone.enableProfile(id);
    await world.tick();
    expect(await world.words()).toEqual(['channel: regressed', 'channel: recovered']);
  });

  test('belongs to an app that is archived says nothing any more', async () => {
    const { world } = stage;
    const { environmentId, profileId, appId } = await world.registerLive();
    await world.database.db.query('update zoom_app set archived_at = now() where id = $1', [appId]);
    await world.database.db.query(`update environment set stage = 'archived' where id = $1`, [environmentId]);
    await world.news();
    world.stackone.disableProfile(profileId);
    await world.tick(24 * hour);
    expect(await world.news()).toEqual([]);
  });
});

test('a list that was begun before another was written down is dropped', async () => {
  const { world } = stage;
  const { environmentId } = await world.registerLive();
  await world.news();
  const slow = world.ctx.stackone.listZoomProfiles;
  const old = await slow();
  world.pass(1);
  const created = world.stackone.createProfile({ name: 'Beta Zoom' });
  await world.tick(1);
  await pollStackone(
    { ...world.ctx, stackone: { ...world.ctx.stackone, listZoomProfiles: async () => old } },
    {
      workspaceId: T1,
    },
  );
  expect(await freeProfiles(world)).toEqual([created.id]);
  expect((await world.environment(environmentId)).stage).toBe('live');
});

async function freeProfiles({ database }: World): Promise<string[]> {
  const rows = await database.db.query<{ id: string }>(
    'select id from connector_profile where environment_id is null and removed_at is null order by first_seen_at',
  );
  return rows.map((row) => row.id);
}
