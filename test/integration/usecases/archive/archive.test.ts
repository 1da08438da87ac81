import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import { ana, type Fixture, hour, second, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();
const by = { workspaceId: T1, actor: ana };
const day = 24 * hour;

const archive = async ({ usecases }: Fixture, appId: string) => {
  const result = await usecases.archiveApp({ ...by, appId });
  if (!result.ok) throw new Error(`not archived: ${result.error}`);
  return result.value;
};

const restore = async ({ usecases }: Fixture, appId: string, name?: string) => {
  const result = await usecases.restoreApp({ ...by, appId, name });
  if (!result.ok) throw new Error(`not restored: ${result.error}`);
  return result.value;
};

/** Everything of an app that something could still be due for, or that is secret. */
const leftOf = async ({ database }: Fixture, appId: string) => {
  const [row] = await database.db.query<Record<string, number>>(
    `select
       (select count(*)::int from environment where zoom_app_id = $1
        and coalesce(client_secret_sealed, pending_secret_sealed, pending_client_id) is not null) as secrets,
       (select count(*)::int from environment where zoom_app_id = $1
        and coalesce(next_probe_at, next_account_check_at, ask_again_at, secret_due_at) is not null) as due,
       (select count(*)::int from readiness_check join environment on environment.id = environment_id
        where zoom_app_id = $1 and age_due_at is not null) as ages,
       (select count(*)::int from connect_session join environment on environment.id = environment_id
        where zoom_app_id = $1 and (next_poll_at is not null or link_sealed is not null
                                    or state in ('requested', 'open'))) as sessions,
       (select count(*)::int from connector_profile join environment on environment.id = environment_id
        where zoom_app_id = $1) as profiles,
       (select count(*)::int from zoom_app_term term join zoom_app app on app.name_key = term.name_key
        where app.id = $1) as terms`,
    [appId],
  );
  return row;
};

describe('archiving an app', () => {
  test('of the only one leaves a workspace whose apps are all archived, and not one without any', async () => {
    const { fixture } = stage;
    const { listZoomApps, findZoomApp } = fixture.usecases;
    const all = { workspaceId: T1, words: '' };
    const none = { workspaceId: T1, text: 'something else' };
    expect(await listZoomApps(all)).toMatchObject({ lines: [], allArchived: false });
    expect(await findZoomApp(none)).toMatchObject({ kind: 'none', any: false });
    const { appId } = await fixture.registerLive();
    expect((await listZoomApps(all)).allArchived).toBeUndefined();
    await archive(fixture, appId);
    expect(await listZoomApps(all)).toMatchObject({ lines: [], allArchived: true });
    expect(await findZoomApp(none)).toMatchObject({ kind: 'none', any: true });
    expect(await listZoomApps({ ...all, workspaceId: 'TOTHER' })).toMatchObject({ allArchived: false });
  });

  test('destroys its secrets, ends everything that is due, and says so once', async () => {
    const { fixture } = stage;
    const { appId, environmentId } = await fixture.registerLive();
    await fixture.usecases.reportNotReady({ ...by, environmentId, missing: [], note: 'later' });
    await fixture.usecases.setSecretRenewal({
      ...by,
      environmentId,
      renewalAt: new Date('2026-12-01T12:00:00Z'),
    });
    await fixture.usecases.startConnectSession({ ...by, environmentId, purpose: 'prove' });
    await fixture.notifications();
    expect(Object.values((await leftOf(fixture, appId)) ?? {})).not.toContain(0);
    const { app } = await archive(fixture, appId);
    expect(app).toMatchObject({ updatedBy: ana, archivedAt: fixture.ctx.clock.now() });
    expect(await leftOf(fixture, appId)).toEqual({
      secrets: 0,
      due: 0,
      ages: 0,
      sessions: 0,
      profiles: 0,
      terms: 0,
    });
    expect((await fixture.environment(environmentId)).stage).toBe('archived');
    expect(await fixture.words()).toEqual(['channel: app_archived']);
    const [event] = (await fixture.events(appId)).slice(-1);
    expect(event).toMatchObject({ kind: 'zoom_app_archived', actor: ana, detail: { secrets: 1 } });
  });

  test('asks no host and says nothing of it any more, whatever happens there', async () => {
    const { fixture } = stage;
    const { appId, profileId } = await fixture.registerLive();
    await archive(fixture, appId);
    await fixture.notifications();
    const asked = fixture.zoom.requests.count();
    fixture.stackone.disableProfile(profileId);
    for (let days = 0; days < 100; days += 20) await fixture.tick(20 * day);
    fixture.stackone.deleteProfile(profileId);
    await fixture.tick(day);
    expect(fixture.zoom.requests.count()).toBe(asked);
    expect(await fixture.notifications()).toEqual([]);
  });

  test('drops what still waits to be said of it, and nothing of another app', async () => {
    const { fixture } = stage;
    const { appId, profileId } = await fixture.registerLive();
    const other = await fixture.registerLive('Other');
    fixture.stackone.disableProfile(profileId);
    fixture.stackone.disableProfile(other.profileId);
    await fixture.tick();
    await archive(fixture, appId);
    const waiting = await fixture.database.db.query<{ kind: string; app: string }>(
      `select message ->> 'kind' as kind, coalesce(message ->> 'appId', message -> 'about' ->> 'appId') as app
       from delivery where state = 'queued' and message is not null`,
    );
    expect(waiting.filter(({ app }) => app === appId).map(({ kind }) => kind)).toEqual(['app_archived']);
    expect(waiting.filter(({ app }) => app === other.appId).map(({ kind }) => kind)).toContain('regressed');
  });

  test('mentions the other owners, and frees its name', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({ name: 'Acme', owners: [ana, zoe] });
    await fixture.notifications();
    await archive(fixture, appId);
    expect((await fixture.notifications()).flatMap(({ message }) => message ?? [])).toMatchObject([
      { kind: 'app_archived', owners: [zoe] },
    ]);
    const again = await fixture.register({ name: 'Acme' });
    expect(again.appId).not.toBe(appId);
    expect((await fixture.usecases.listZoomApps({ workspaceId: T1, words: 'acme' })).lines).toHaveLength(1);
    expect(await fixture.usecases.findArchivedApps({ workspaceId: T1, text: 'ACME' })).toMatchObject([
      { id: appId, archivedBy: ana },
    ]);
  });

  test('offers its profile to a person, and gives it to no app by itself', async () => {
    const { fixture } = stage;
    const waiting = await fixture.register({ name: 'Waits' });
    await fixture.runJobs();
    await fixture.tick();
    const { appId, profileId } = await fixture.registerLive('Acme');
    await archive(fixture, appId);
    await fixture.notifications();
    for (let polls = 0; polls < 3; polls += 1) await fixture.tick(hour);
    expect(await fixture.words()).toEqual([]);
    const environmentId = waiting.environments.development;
    const card = await fixture.usecases.readCard({ workspaceId: T1, appId: waiting.appId });
    expect(card?.adoptable.map(({ id }) => id)).toContain(profileId);
    const adopted = await fixture.usecases.assignProfile({ ...by, profileId, environmentId, how: 'adopted' });
    expect(adopted.ok).toBe(true);
    const back = await restore(fixture, appId);
    expect(back.environments.map(({ stage: at }) => at)).toEqual(['profile']);
  });

  test('twice at once archives it once', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    const both = await Promise.all([1, 2].map(() => fixture.usecases.archiveApp({ ...by, appId })));
    expect(both.map((one) => (one.ok ? 'done' : one.error)).sort()).toEqual(['archived', 'done']);
    const events = (await fixture.events(appId)).filter(({ kind }) => kind === 'zoom_app_archived');
    expect(events).toHaveLength(1);
  });
});

describe('restoring an app', () => {
  test('brings it back live with its profile, and everything goes on but the probe of a secret that is gone', async () => {
    const { fixture } = stage;
    const { appId, environmentId, profileId } = await fixture.registerLive();
    const before = await fixture.environment(environmentId);
    await archive(fixture, appId);
    await fixture.tick(day);
    await fixture.notifications();
    const asked = fixture.zoom.requests.count();
    const { app } = await restore(fixture, appId);
    expect(app.archivedAt).toBeNull();
    const after = await fixture.environment(environmentId);
    expect(after).toMatchObject({ stage: 'live', liveAt: before.liveAt, hasSecret: false });
    expect(after.checks.map(({ status }) => status)).toEqual(before.checks.map(({ status }) => status));
    expect((await fixture.notifications()).flatMap(({ message }) => message ?? [])).toMatchObject([
      { kind: 'app_restored', by: ana, withoutSecret: 1 },
    ]);
    await fixture.tick(second);
    expect(fixture.zoom.requests.count()).toBe(asked);
    fixture.stackone.disableProfile(profileId);
    await fixture.tick();
    expect(await fixture.words()).toContain('channel: regressed');
    expect((await fixture.usecases.listZoomApps({ workspaceId: T1, words: 'acme' })).lines).toHaveLength(1);
  });

  test('ends what people said and what ran out meanwhile, without calling it broken', async () => {
    const { fixture } = stage;
    const { appId, environmentId } = await fixture.registerLive();
    await archive(fixture, appId);
    fixture.pass(200 * day);
    await restore(fixture, appId);
    await fixture.notifications();
    await fixture.tick();
    expect(await fixture.check(environmentId, 'redirect')).toMatchObject({
      status: 'unknown',
      reason: 'attestation_expired',
    });
    expect(await fixture.words()).not.toContain('channel: regressed');
  });

  test('waits for a profile again where StackOne has none of it any more', async () => {
    const { fixture } = stage;
    const { appId, environmentId, profileId } = await fixture.registerLive();
    await fixture.registerLive('Other');
    await archive(fixture, appId);
    fixture.stackone.deleteProfile(profileId);
    await fixture.tick(day);
    await restore(fixture, appId);
    expect(await fixture.check(environmentId, 'connector_profile')).toMatchObject({ status: 'pending' });
    expect((await fixture.environment(environmentId)).stage).toBe('profile');
    await fixture.tick();
    fixture.pass(second);
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    expect((await fixture.environment(environmentId)).stage).toBe('live');
  });

  test('takes a new name where the old one is taken, and each of several namesakes is found', async () => {
    const { fixture } = stage;
    const first = await fixture.register({ name: 'Acme' });
    await archive(fixture, first.appId);
    const second = await fixture.register({ name: 'ACME' });
    await archive(fixture, second.appId);
    await fixture.register({ name: 'acme' });
    expect(await fixture.usecases.findArchivedApps({ workspaceId: T1, text: 'acme' })).toHaveLength(2);
    expect(await fixture.usecases.restoreApp({ ...by, appId: first.appId })).toMatchObject({
      error: 'name_taken',
    });
    const { app } = await restore(fixture, first.appId, ' Acme 2 ');
    expect(app.name).toBe('Acme 2');
    expect((await fixture.events(first.appId)).at(-1)).toMatchObject({
      kind: 'zoom_app_restored',
      detail: { name: 'Acme 2', before: 'Acme' },
    });
  });

  test('takes a secret anew, and asks Zoom about it', async () => {
    const { fixture } = stage;
    const { appId, environments, pairs } = await fixture.register();
    await archive(fixture, appId);
    await restore(fixture, appId);
    const environmentId = environments.development;
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({ reason: 'no_secret' });
    const secret = new Secret(pairs.development.clientSecret);
    const { clientId } = pairs.development;
    await fixture.usecases.replaceCredentials({ ...by, environmentId, clientId, secret });
    await fixture.runJobs();
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({ status: 'passed' });
  });
});

test('archived apps are listed by name, page by page, also those of one name', async () => {
  const { fixture } = stage;
  const ids: string[] = [];
  for (let i = 0; i < 23; i += 1) {
    const { appId } = await fixture.register({ name: i % 2 === 0 ? 'Same' : `Zoom ${i}` });
    await archive(fixture, appId);
    ids.push(appId);
  }
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await fixture.usecases.listArchivedApps({ workspaceId: T1, words: '', after });
    seen.push(...page.apps.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect([...seen].sort()).toEqual([...ids].sort());
  expect((await fixture.usecases.listArchivedApps({ workspaceId: T1, words: 'zoom 1' })).apps).toHaveLength(
    6,
  );
  expect((await fixture.usecases.listArchivedApps({ workspaceId: 'TOTHER', words: '' })).apps).toEqual([]);
});
