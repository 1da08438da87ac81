import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { wantedManifest, type ZoomManifest } from '../../../src/core/manifest/zoom_manifest.ts';
import { MOST_OWNERS } from '../../../src/core/ownership/owners.ts';
import { MOST_WAITING } from '../../../src/core/ownership/takeover.ts';
import type { UserGroups } from '../../../src/core/ownership/user_groups.ts';
import { isErr } from '../../../src/core/result.ts';
import { activities } from '../../../src/core/roles/activities.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { newId } from '../../../src/ids.ts';
import { insertConfirmedScopes, MOST_CONFIRMED } from '../../../src/store/scopes/confirmed_scopes.ts';
import { setAttestationDays } from '../../../src/usecases/ageing/attestation_days.ts';
import { setDefaultChannel } from '../../../src/usecases/apps/default_channel.ts';
import { editZoomApp } from '../../../src/usecases/apps/edit_zoom_app.ts';
import { registerZoomApp } from '../../../src/usecases/apps/register_zoom_app.ts';
import { addEnvironment, replaceCredentials } from '../../../src/usecases/apps/replace_credentials.ts';
import type { UseCases } from '../../../src/usecases/bind_use_cases.ts';
import { askTakeover } from '../../../src/usecases/ownership/ask_takeover.ts';
import { handOver } from '../../../src/usecases/ownership/hand_over.ts';
import { chooseOwnerGroups } from '../../../src/usecases/ownership/owner_groups.ts';
import { handOverRegression } from '../../../src/usecases/regressions/take_regression.ts';
import {
  type ReminderSettings,
  setReminderSettings,
} from '../../../src/usecases/reminders/reminder_settings.ts';
import { setAdmins } from '../../../src/usecases/roles/admins.ts';
import { setRoles } from '../../../src/usecases/roles/roles.ts';
import { forgetAllSecrets } from '../../../src/usecases/secrets/forget_all_secrets.ts';
import { setSecretsPolicy } from '../../../src/usecases/secrets/secrets_setting.ts';
import { setStepAdmins } from '../../../src/usecases/turns/step_admins.ts';
import { watchMany } from '../../harness/many_watches.ts';
import {
  type Answers,
  ana,
  draft,
  type Fixture,
  T1,
  useFixture,
  zoe,
} from '../../integration/usecases/fixture.ts';

type ErrorOf<UseCase extends (input: never) => Promise<unknown>> = Extract<
  Awaited<ReturnType<UseCase>>,
  { readonly ok: false; readonly error: unknown }
>['error'];
type CodeOf<E> = E extends { readonly code: infer Code } ? Code : E;

/** Prepares what the error needs, and returns the call that gets it. */
type Case = (fixture: Fixture) => Promise<() => Promise<unknown>>;

/** Every error code of every use case that returns a `Result`: a new one without a case here does not compile. */
type EveryError = {
  readonly [Name in keyof UseCases as [ErrorOf<UseCases[Name]>] extends [never] ? never : Name]: {
    readonly [Code in CodeOf<ErrorOf<UseCases[Name]>> & string]:
      | Case
      | 'anyone may'
      | 'a test of its own'
      | 'it changes no owner';
  };
};

const ben = 'UBEN';
const bot = 'UBOT';
const byAna = { workspaceId: T1, actor: ana };
const byZoe = { workspaceId: T1, actor: zoe };
const withBots = ({ ctx }: Fixture) => ({
  ...ctx,
  memberStatusesOf: async () => new Map([[bot, 'bot']] as const),
});
const withoutSecrets = ({ ctx }: Fixture) => ({
  ...ctx,
  isWorkspaceAdmin: async () => true,
  settings: { ...ctx.settings, secrets: 'never' as const },
});
const administeredBy = ({ ctx }: Fixture, admin: string) => ({
  ...ctx,
  isWorkspaceAdmin: async (userId: string) => userId === admin,
});
const byDoer = (...userIds: string[]) => ({ ...byAna, doer: 'zoom_admin' as const, userIds });
const many = (count: number) => Array.from({ length: count }, (_, i) => `U${i}`);
const unknownScopes = (count: number) => Array.from({ length: count }, (_, i) => `meeting:read:x${i}:admin`);
const tooMany = { pickedScopes: unknownScopes(51), confirmedScopes: unknownScopes(51) };

async function fillConfirmed({ database, ctx }: Fixture): Promise<void> {
  const scopes = Array.from({ length: MOST_CONFIRMED }, (_, i) => `meeting:read:full${i}:admin`);
  await insertConfirmedScopes(database.db, T1, scopes, zoe, ctx.clock.now());
}

/** No other app of the test has it. */
const nameOfOne = () => `App ${newId()}`;

/** An app of Ana's with one environment. */
async function app(fixture: Fixture, answers: Answers = {}) {
  const { appId, environments } = await fixture.register({ name: nameOfOne(), ...answers });
  return { appId, environmentId: environments.development };
}

async function archived(fixture: Fixture) {
  const one = await app(fixture);
  await fixture.database.db.query('update zoom_app set archived_at = now() where id = $1', [one.appId]);
  return one;
}

const pair = (fixture: Fixture) => {
  const { clientId, clientSecret } = fixture.zoom.addApp();
  return { clientId, secret: new Secret(clientSecret) };
};

const registering =
  (answers: Answers, more: { readonly mark?: string } = {}): Case =>
  async (fixture) => {
    const { pairs: _, ...submitted } = await draft(fixture, { name: nameOfOne(), ...answers });
    return () => fixture.usecases.registerZoomApp({ ...submitted, ...more });
  };

type Changes = Parameters<UseCases['editZoomApp']>[0]['changes'];
const editing =
  (changes: Changes, more: { readonly actor?: string; readonly version?: number } = {}): Case =>
  async (fixture) => {
    const { appId } = await app(fixture);
    return () => fixture.usecases.editZoomApp({ ...byAna, appId, version: 1, changes, ...more });
  };

const manifestScopes = (scopes: readonly string[]) => scopes.map((scope) => ({ scope, optional: false }));
const zoomManifest = wantedManifest({
  name: 'Acme',
  managementType: 'admin',
  scopeDescription: '',
  scopes: [{ scope: 'user:read:user:admin' }],
});
const taken = (manifest: Partial<ZoomManifest>, version = 1) => ({
  version,
  manifest: { ...zoomManifest, ...manifest },
  parts: [
    ...(manifest.displayName === undefined ? [] : (['name'] as const)),
    ...(manifest.scopes === undefined ? [] : (['scopes'] as const)),
    ...(manifest.scopeDescription === undefined ? [] : (['scope_description'] as const)),
  ],
});
const takesOver =
  (manifest: Partial<ZoomManifest>, version = 1): Case =>
  async (fixture) => {
    const { appId } = await app(fixture);
    return () => fixture.usecases.copyFromManifest({ ...byAna, appId, ...taken(manifest, version) });
  };

/** Everything that can be decided on is for these; afterwards it is as it always was. */
const allFor = ({ database }: Fixture, who: 'owners' | 'admins') =>
  database.db.query('insert into workspace_role select $1, unnest($2::text[]), $3', [T1, activities, who]);

type Which = { readonly appId: string; readonly environmentId: string };
/** The cases that every change of an app or environment has. */
const ofApps = (call: (fixture: Fixture, which: Which, actor: string) => Promise<unknown>) =>
  ({
    not_found: async (fixture) => () => call(fixture, { appId: newId(), environmentId: newId() }, ana),
    archived: async (fixture) => {
      const which = await archived(fixture);
      return () => call(fixture, which, ana);
    },
    not_owner: async (fixture) => {
      const which = await app(fixture);
      await allFor(fixture, 'owners');
      return () => call(fixture, which, zoe);
    },
    not_admin: async (fixture) => {
      const which = await app(fixture);
      await allFor(fixture, 'admins');
      return () => call(fixture, which, ana);
    },
  }) satisfies Record<string, Case>;

const reminding: ReminderSettings = {
  timeZone: 'Europe/Berlin',
  quietHours: { from: 18, to: 9, weekend: true },
  reminderAfterHours: 24,
};
const remindingWith =
  (wrong: Partial<ReminderSettings>): Case =>
  async (fixture) =>
  () =>
    setReminderSettings(administeredBy(fixture, ana), { ...byAna, ...reminding, ...wrong });

async function regressionOf(fixture: Fixture): Promise<string> {
  const { environmentId } = await app(fixture);
  const id = newId();
  await fixture.database.db.query(
    `update readiness_check set status = 'failed', last_known = 'failed', reason = 'invalid_credentials'
     where environment_id = $1 and name = 'credentials'`,
    [environmentId],
  );
  await fixture.database.db.query(
    `insert into regression (workspace_id, id, environment_id, check_name, started_at, announced, due_at)
     values ($1, $2, $3, 'credentials', now(), true, now())`,
    [T1, id, environmentId],
  );
  return id;
}

const assign = (fixture: Fixture, environmentId: string, profileId: string) =>
  fixture.usecases.assignProfile({ ...byAna, environmentId, profileId, how: 'person' });

async function openQuestion(fixture: Fixture) {
  await app(fixture);
  await app(fixture);
  await fixture.tick();
  const { id: profileId } = fixture.stackone.createProfile({ name: 'Stray' });
  await fixture.tick();
  const [row] = await fixture.database.db.query<{ id: string }>('select id from profile_question');
  return { questionId: row?.id ?? '', profileId };
}

const manyOwners = [ana, ...Array.from({ length: MOST_OWNERS - 1 }, (_, n) => `UOWNER${n}`)];
const takeoverInput = (appId: string, actor: string) => ({ workspaceId: T1, actor, appId, channelId: 'C1' });
const takeOver = (fixture: Fixture, appId: string, actor: string) =>
  fixture.usecases.askTakeover(takeoverInput(appId, actor));
/** Somebody waits for an app of Ana's. */
async function takeoverOf(fixture: Fixture, answers: Answers = {}, by = zoe) {
  const { appId } = await app(fixture, answers);
  const asked = await takeOver(fixture, appId, by);
  if (!asked.ok || asked.value.kind !== 'asked') throw new Error('a takeover was to be asked for');
  return { appId, takeoverId: asked.value.takeover.id };
}

const watching = (what: { appId?: string; channelId?: string }) => async (fixture: Fixture) => () =>
  fixture.usecases.setWatch({ ...byAna, channelId: 'C2', appId: null, level: 'all', ...what });

/** Ana chooses groups, where Slack has S1 to S4 and says otherwise as told. */
const withGroups =
  (says: Partial<UserGroups>, groupIds: readonly string[] = ['S1']): Case =>
  async (fixture) => {
    const { appId } = await app(fixture);
    const groups = ['S1', 'S2', 'S3', 'S4'].map((id) => ({ id, handle: id.toLowerCase(), name: id }));
    const userGroups: UserGroups = {
      list: async () => ({ kind: 'groups', groups }),
      members: async () => ({ kind: 'members', userIds: [zoe] }),
      ...says,
    };
    return () => chooseOwnerGroups({ ...withBots(fixture), userGroups }, { ...byAna, appId, groupIds });
  };

const errors: EveryError = {
  registerZoomApp: {
    draft_gone: async (fixture) => () => fixture.usecases.registerZoomApp({ ...byAna, draftId: newId() }),
    draft_changed: registering({}, { mark: 'of other answers' }),
    incomplete: registering({ name: '' }),
    name_taken: async (fixture) => {
      await app(fixture, { name: 'Acme Zoom' });
      return registering({ name: 'ACME zoom' })(fixture);
    },
    no_owner: async (fixture) => {
      const { pairs: _, ...submitted } = await draft(fixture, { name: nameOfOne(), owners: [ana, bot] });
      return () => registerZoomApp(withBots(fixture), submitted);
    },
    too_many_confirmed: registering(tooMany),
    confirmed_full: async (fixture) => {
      await fillConfirmed(fixture);
      return registering({ pickedScopes: unknownScopes(1), confirmedScopes: unknownScopes(1) })(fixture);
    },
    secrets_gone: registering({ secretsFor: [] }),
    secrets_never: async (fixture) => {
      const { pairs: _, ...submitted } = await draft(fixture, { name: nameOfOne() });
      return () => registerZoomApp(withoutSecrets(fixture), submitted);
    },
    scopes_blocking: registering({ pickedScopes: ['user:read:user'] }),
    not_admin: async (fixture) => {
      const { pairs: _, ...submitted } = await draft(fixture, { name: nameOfOne() });
      await allFor(fixture, 'admins');
      return () => fixture.usecases.registerZoomApp(submitted);
    },
  },
  checkActivity: {
    not_owner: async (fixture) => () =>
      fixture.usecases.checkActivity({ ...byZoe, app: { owners: [ana] }, activity: 'edit' }),
    not_admin: async (fixture) => () =>
      fixture.usecases.checkActivity({ ...byAna, app: { owners: [ana] }, activity: 'delete' }),
  },
  setRoles: {
    not_admin: async (fixture) => () =>
      setRoles(administeredBy(fixture, zoe), { ...byAna, roles: { edit: 'everyone' } }),
    admin_unknown: async (fixture) => () =>
      fixture.usecases.setRoles({ ...byAna, roles: { edit: 'everyone' } }),
    choice: async (fixture) => () =>
      setRoles(administeredBy(fixture, ana), { ...byAna, roles: { edit: 'admins', register: 'owners' } }),
  },
  setReminderSettings: {
    not_admin: async (fixture) => () =>
      setReminderSettings(administeredBy(fixture, zoe), { ...byAna, ...reminding }),
    admin_unknown: async (fixture) => () => fixture.usecases.setReminderSettings({ ...byAna, ...reminding }),
    time_zone: remindingWith({ timeZone: 'Mars/Olympus' }),
    quiet_hours: remindingWith({ quietHours: { from: 24, to: 0, weekend: true } }),
    hours: remindingWith({ reminderAfterHours: 0 }),
  },
  setMyQuietHours: {
    quiet_hours: async (fixture) => () =>
      fixture.usecases.setMyQuietHours({ ...byAna, quietHours: { from: -1, to: 0, weekend: true } }),
  },
  setAdmins: {
    not_admin: async (fixture) => () =>
      setAdmins(administeredBy(fixture, zoe), { ...byAna, userIds: [ana], mark: '' }),
    admin_unknown: async (fixture) => () =>
      fixture.usecases.setAdmins({ ...byAna, userIds: [ana], mark: '' }),
    outdated: async (fixture) => () =>
      setAdmins(administeredBy(fixture, ana), { ...byAna, userIds: [ana], mark: 'another list' }),
    too_many: async (fixture) => () =>
      setAdmins(administeredBy(fixture, ana), { ...byAna, userIds: many(51), mark: '' }),
    no_member: async (fixture) => () =>
      setAdmins(
        { ...withBots(fixture), isWorkspaceAdmin: async () => true },
        { ...byAna, userIds: [bot], mark: '' },
      ),
    last_admin: async (fixture) => {
      const admins = administeredBy(fixture, ana);
      const { mark } = await fixture.usecases.readAdmins(byAna);
      await setAdmins(admins, { ...byAna, userIds: [zoe], mark });
      const now = await fixture.usecases.readAdmins(byAna);
      return () => setAdmins(admins, { ...byAna, userIds: [], mark: now.mark });
    },
  },
  askTakeover: {
    not_found: async (fixture) => () => takeOver(fixture, newId(), zoe),
    archived: async (fixture) => {
      const { appId } = await archived(fixture);
      return () => takeOver(fixture, appId, zoe);
    },
    already_owner: async (fixture) => {
      const { appId } = await app(fixture);
      return () => takeOver(fixture, appId, ana);
    },
    owners_full: async (fixture) => {
      const { appId } = await app(fixture, { owners: manyOwners });
      return () => askTakeover({ ...fixture.ctx, admins: [zoe] }, takeoverInput(appId, zoe));
    },
    elsewhere: async (fixture) => {
      const { appId } = await app(fixture);
      return () => fixture.usecases.askTakeover({ ...takeoverInput(appId, zoe), channelId: 'C2' });
    },
    waiting: async (fixture) => {
      const { appId } = await takeoverOf(fixture);
      return () => takeOver(fixture, appId, 'UBEN');
    },
    objected: async (fixture) => {
      const { appId, takeoverId } = await takeoverOf(fixture);
      await fixture.usecases.answerTakeover({ ...byAna, takeoverId, answer: 'object' });
      return () => takeOver(fixture, appId, zoe);
    },
    too_many: async (fixture) => {
      for (let n = 0; n < MOST_WAITING; n += 1) await takeoverOf(fixture, {}, ben);
      const { appId } = await app(fixture);
      return () => takeOver(fixture, appId, ben);
    },
  },
  answerTakeover: {
    over: async (fixture) => () =>
      fixture.usecases.answerTakeover({ ...byAna, takeoverId: newId(), answer: 'object' }),
    not_owner: async (fixture) => {
      const { takeoverId } = await takeoverOf(fixture);
      return () =>
        fixture.usecases.answerTakeover({ workspaceId: T1, actor: zoe, takeoverId, answer: 'agree' });
    },
    owners_full: async (fixture) => {
      const { takeoverId } = await takeoverOf(fixture, { owners: manyOwners });
      return () => fixture.usecases.answerTakeover({ ...byAna, takeoverId, answer: 'agree' });
    },
  },
  chooseOwnerGroups: {
    ...ofApps((fixture, { appId }, actor) =>
      fixture.usecases.chooseOwnerGroups({ workspaceId: T1, actor, appId, groupIds: [] }),
    ),
    not_granted: withGroups({ list: async () => ({ kind: 'not_granted' }) }),
    too_many: withGroups({}, ['S1', 'S2', 'S3', 'S4']),
    no_group: withGroups({}, ['S9']),
    groups_unknown: withGroups({ members: async () => ({ kind: 'unknown' }) }),
    no_members: withGroups({ members: async () => ({ kind: 'members', userIds: [bot] }) }),
  },
  handOver: {
    ...ofApps((fixture, { appId }, actor) =>
      fixture.usecases.handOver({ workspaceId: T1, actor, appId, to: 'UBEN' }),
    ),
    owners_full: async (fixture) => {
      const { appId } = await app(fixture, { owners: manyOwners });
      return () => handOver({ ...fixture.ctx, admins: [zoe] }, { ...takeoverInput(appId, zoe), to: 'UBEN' });
    },
    oneself: async (fixture) => {
      const { appId } = await app(fixture);
      return () => fixture.usecases.handOver({ ...byAna, appId, to: ana });
    },
    no_owner: async (fixture) => {
      const { appId } = await app(fixture);
      return () => handOver(withBots(fixture), { ...byAna, appId, to: bot });
    },
  },
  takeRegression: {
    over: async (fixture) => () => fixture.usecases.takeRegression({ ...byAna, regressionId: newId() }),
    taken: async (fixture) => {
      const regressionId = await regressionOf(fixture);
      await fixture.usecases.takeRegression({ ...byZoe, regressionId });
      return () => fixture.usecases.takeRegression({ ...byAna, regressionId });
    },
  },
  handOverRegression: {
    over: async (fixture) => () =>
      fixture.usecases.handOverRegression({ ...byAna, regressionId: newId(), to: zoe }),
    no_member: async (fixture) => {
      const regressionId = await regressionOf(fixture);
      return () => handOverRegression(withBots(fixture), { ...byAna, regressionId, to: bot });
    },
  },
  editZoomApp: {
    ...ofApps((fixture, { appId }, actor) =>
      fixture.usecases.editZoomApp({ workspaceId: T1, actor, appId, version: 1, changes: { purpose: 'x' } }),
    ),
    conflict: editing({ purpose: 'x' }, { version: 9 }),
    name_taken: async (fixture) => {
      await app(fixture, { name: 'Acme Zoom' });
      return editing({ name: 'acme ZOOM' })(fixture);
    },
    no_owner: async (fixture) => {
      const { appId } = await app(fixture);
      const changes = { owners: [ana, bot] };
      return () => editZoomApp(withBots(fixture), { ...byAna, appId, version: 1, changes });
    },
    scopes_blocking: editing({ purpose: 'x', scopes: ['user:read:user'] }),
    too_many_confirmed: editing({ name: 'New', scopes: unknownScopes(51), ...tooMany }),
    confirmed_full: async (fixture) => {
      await fillConfirmed(fixture);
      return editing({ name: 'New', scopes: unknownScopes(1), confirmedScopes: unknownScopes(1) })(fixture);
    },
  },
  archiveApp: {
    ...ofApps((fixture, { appId }, actor) => fixture.usecases.archiveApp({ workspaceId: T1, actor, appId })),
  },
  restoreApp: {
    not_found: async (fixture) => () => fixture.usecases.restoreApp({ ...byAna, appId: newId() }),
    not_archived: async (fixture) => {
      const { appId } = await app(fixture);
      return () => fixture.usecases.restoreApp({ ...byAna, appId });
    },
    not_owner: async (fixture) => {
      const { appId } = await archived(fixture);
      return () => fixture.usecases.restoreApp({ ...byZoe, appId });
    },
    not_admin: async (fixture) => {
      const { appId } = await archived(fixture);
      await allFor(fixture, 'admins');
      return () => fixture.usecases.restoreApp({ ...byAna, appId });
    },
    name_taken: async (fixture) => {
      const { appId } = await archived(fixture);
      await app(fixture, { name: 'Acme Zoom' });
      return () => fixture.usecases.restoreApp({ ...byAna, appId, name: ' ACME zoom' });
    },
  },
  mergeApps: {
    not_found: async (fixture) => {
      const { appId } = await app(fixture);
      return () => fixture.usecases.mergeApps({ ...byAna, appId, intoId: newId() });
    },
    archived: async (fixture) => {
      const { appId } = await app(fixture);
      const { appId: intoId } = await archived(fixture);
      return () => fixture.usecases.mergeApps({ ...byAna, appId, intoId });
    },
    not_owner: async (fixture) => {
      const { appId } = await app(fixture);
      const { appId: intoId } = await app(fixture, { owners: [zoe] });
      return () => fixture.usecases.mergeApps({ ...byZoe, appId, intoId });
    },
    not_admin: async (fixture) => {
      const { appId } = await app(fixture);
      const { appId: intoId } = await app(fixture);
      await allFor(fixture, 'admins');
      return () => fixture.usecases.mergeApps({ ...byAna, appId, intoId });
    },
    same_app: async (fixture) => {
      const { appId } = await app(fixture);
      return () => fixture.usecases.mergeApps({ ...byAna, appId, intoId: appId });
    },
    other_type: async (fixture) => {
      const { appId } = await app(fixture);
      const user = { managementType: 'user', pickedScopes: ['user:read:user'] } as const;
      const { appId: intoId } = await app(fixture, user);
      return () => fixture.usecases.mergeApps({ ...byAna, appId, intoId });
    },
    merge_outdated: 'a test of its own',
  },
  deleteApp: {
    not_found: async (fixture) => () =>
      fixture.usecases.deleteApp({ ...byAna, appId: newId(), name: 'Acme' }),
    other_name: async (fixture) => {
      const { appId } = await app(fixture);
      await allFor(fixture, 'owners');
      return () => fixture.usecases.deleteApp({ ...byAna, appId, name: 'another name' });
    },
    not_owner: async (fixture) => {
      const { appId } = await app(fixture);
      await allFor(fixture, 'owners');
      return () => fixture.usecases.deleteApp({ ...byZoe, appId, name: 'x' });
    },
    not_admin: async (fixture) => {
      const { appId } = await archived(fixture);
      return () => fixture.usecases.deleteApp({ ...byAna, appId, name: 'x' });
    },
  },
  setWatch: {
    not_found: watching({ appId: newId() }),
    archived: async (fixture) => watching({ appId: (await archived(fixture)).appId })(fixture),
    own_channel: async (fixture) => watching({ appId: (await app(fixture)).appId, channelId: 'C1' })(fixture),
    not_here: watching({ channelId: zoe }),
    too_many_of_app: async (fixture) => {
      await fixture.database.db.query(
        `insert into workspace_watch select $1, 'CALL' || n, 'all', $2, now() from generate_series(1, 100) n`,
        [T1, ana],
      );
      return watching({})(fixture);
    },
    too_many_of_channel: async (fixture) => {
      await watchMany(fixture.database.db, { workspaceId: T1, channelId: 'C2', setBy: ana, many: 500 });
      return watching({ appId: (await app(fixture)).appId })(fixture);
    },
  },
  sendWatchesToMe: {
    too_many_of_channel: async (fixture) => {
      await watchMany(fixture.database.db, { workspaceId: T1, channelId: ana, setBy: ana, many: 500 });
      await (await watching({})(fixture))();
      return () => fixture.usecases.sendWatchesToMe({ ...byAna, channelId: 'C2' });
    },
  },
  assignProfile: {
    ...ofApps((fixture, { environmentId }, actor) =>
      fixture.usecases.assignProfile({
        workspaceId: T1,
        actor,
        environmentId,
        profileId: 'p',
        how: 'adopted',
      }),
    ),
    profile_gone: async (fixture) => {
      const { environmentId } = await app(fixture);
      return () => assign(fixture, environmentId, 'no such profile');
    },
    profile_taken: async (fixture) => {
      const { profileId } = await fixture.registerLive(nameOfOne());
      const { environmentId } = await app(fixture);
      return () => assign(fixture, environmentId, profileId);
    },
    has_profile: async (fixture) => {
      const { environmentId } = await fixture.registerLive(nameOfOne());
      // Two other environments wait, so that the new profile is not assigned to one of them.
      await app(fixture);
      await app(fixture);
      const { id } = fixture.stackone.createProfile({ name: 'Stray' });
      await fixture.tick();
      return () => assign(fixture, environmentId, id);
    },
  },
  rejectProfile: {
    ...ofApps((fixture, { environmentId }, actor) =>
      fixture.usecases.rejectProfile({ workspaceId: T1, actor, environmentId, profileId: 'p' }),
    ),
    no_profile: async (fixture) => {
      const { environmentId } = await app(fixture);
      return () => fixture.usecases.rejectProfile({ ...byAna, environmentId, profileId: 'p' });
    },
    outdated: async (fixture) => {
      const { environmentId } = await fixture.registerLive(nameOfOne());
      return () => fixture.usecases.rejectProfile({ ...byAna, environmentId, profileId: 'another' });
    },
  },
  askToProve: {
    ...ofApps((fixture, { environmentId }, actor) =>
      fixture.usecases.askToProve({ workspaceId: T1, actor, environmentId, userId: ana }),
    ),
    not_an_owner: async (fixture) => {
      const { environmentId } = await fixture.registerLive(nameOfOne());
      return () => fixture.usecases.askToProve({ ...byAna, environmentId, userId: zoe });
    },
    no_profile: async (fixture) => {
      const { environmentId } = await app(fixture);
      return () => fixture.usecases.askToProve({ ...byAna, environmentId, userId: ana });
    },
  },
  startConnectSession: {
    ...ofApps((fixture, { environmentId }, actor) =>
      fixture.usecases.startConnectSession({ workspaceId: T1, actor, environmentId, purpose: 'prove' }),
    ),
    no_profile: async (fixture) => {
      const { environmentId } = await app(fixture);
      return () => fixture.usecases.startConnectSession({ ...byAna, environmentId, purpose: 'prove' });
    },
    profile_disabled: async (fixture) => {
      const { environmentId, profileId } = await fixture.registerLive(nameOfOne());
      await fixture.database.db.query('update connector_profile set active = false where id = $1', [
        profileId,
      ]);
      return () => fixture.usecases.startConnectSession({ ...byAna, environmentId, purpose: 'prove' });
    },
    no_customer: async (fixture) => {
      const { environmentId } = await fixture.registerLive(nameOfOne());
      const customer = { id: '  ', name: 'Acme' };
      return () =>
        fixture.usecases.startConnectSession({ ...byAna, environmentId, purpose: 'link', customer });
    },
    account_gone: async (fixture) => {
      const { environmentId } = await fixture.registerLive(nameOfOne());
      const again = { environmentId, purpose: 'link_again', accountId: 'of nobody' } as const;
      return () => fixture.usecases.startConnectSession({ ...byAna, ...again });
    },
    running: 'a test of its own',
    no_key: 'a test of its own',
    key_read_only: 'a test of its own',
    key_forbidden: 'a test of its own',
    key_refused: 'a test of its own',
    unavailable: 'a test of its own',
    rejected: 'a test of its own',
  },
  readConnectSession: {
    not_found: async (fixture) => () => fixture.usecases.readConnectSession({ ...byAna, sessionId: newId() }),
    not_owner: 'a test of its own',
    not_admin: 'a test of its own',
    archived: 'a test of its own',
  },
  cancelConnectSession: {
    not_found: async (fixture) => () =>
      fixture.usecases.cancelConnectSession({ ...byAna, sessionId: newId() }),
    not_owner: 'a test of its own',
    not_admin: 'a test of its own',
    archived: 'a test of its own',
  },
  dismissProfile: {
    not_found: async (fixture) => () =>
      fixture.usecases.dismissProfile({ ...byAna, questionId: newId(), profileId: 'p', mark: '' }),
    not_owner: 'a test of its own',
    not_admin: 'a test of its own',
    question_changed: 'a test of its own',
  },
  acceptDrift: {
    ...ofApps((fixture, { appId }, actor) =>
      fixture.usecases.acceptDrift({ workspaceId: T1, actor, appId, mark: '' }),
    ),
    changed: async (fixture) => {
      const { appId } = await app(fixture);
      await fixture.usecases.refreshActions({ workspaceId: T1 });
      fixture.stackone.setConnectorScopes(['user:write:user:admin']);
      await fixture.usecases.refreshActions({ workspaceId: T1 });
      return () => fixture.usecases.acceptDrift({ ...byAna, appId, mark: 'another state' });
    },
  },
  attest: {
    ...ofApps((fixture, { environmentId }, actor) =>
      fixture.usecases.attest({ workspaceId: T1, actor, environmentId, what: 'redirect' }),
    ),
    not_owner: async (fixture) => {
      fixture.zoom.checksCodeFirst(true);
      const { environmentId } = await app(fixture);
      await fixture.runJobs();
      await fixture.usecases.replaceCredentials({ ...byAna, environmentId, ...pair(fixture) });
      await fixture.runJobs();
      const { pairMark: mark } = await fixture.environment(environmentId);
      return () => fixture.usecases.attest({ ...byZoe, environmentId, what: 'credentials', mark });
    },
  },
  reportNotReady: {
    ...ofApps((fixture, { environmentId }, actor) =>
      fixture.usecases.reportNotReady({ workspaceId: T1, actor, environmentId, missing: [], note: '' }),
    ),
    outdated: async (fixture) => {
      const { environmentId } = await app(fixture);
      const said = { ...byZoe, environmentId, missing: [], note: '', mark: 'another state' };
      return () => fixture.usecases.reportNotReady(said);
    },
  },
  setAttestationDays: {
    not_admin: async (fixture) => () =>
      setAttestationDays(administeredBy(fixture, zoe), { ...byAna, days: 30 }),
    admin_unknown: async (fixture) => () => fixture.usecases.setAttestationDays({ ...byAna, days: 30 }),
    days: async (fixture) => () => setAttestationDays(administeredBy(fixture, ana), { ...byAna, days: 31 }),
  },
  setDefaultChannel: {
    not_admin: async (fixture) => () =>
      setDefaultChannel(administeredBy(fixture, zoe), { ...byAna, channelId: 'C1' }),
    admin_unknown: async (fixture) => () => fixture.usecases.setDefaultChannel({ ...byAna, channelId: 'C1' }),
    channel: async (fixture) => () =>
      setDefaultChannel(administeredBy(fixture, ana), { ...byAna, channelId: 'D1' }),
  },
  setSecretRenewal: {
    ...ofApps((fixture, { environmentId }, actor) =>
      fixture.usecases.setSecretRenewal({ workspaceId: T1, actor, environmentId, renewalAt: null }),
    ),
    date: async (fixture) => {
      const { environmentId } = await app(fixture);
      const renewalAt = new Date(0);
      return () => fixture.usecases.setSecretRenewal({ ...byAna, environmentId, renewalAt });
    },
  },
  confirmProfileSecret: {
    ...ofApps((fixture, { environmentId }, actor) =>
      fixture.usecases.confirmProfileSecret({
        workspaceId: T1,
        actor,
        environmentId,
        replacedAt: new Date(0),
      }),
    ),
  },
  snoozeTurn: {
    ...ofApps((fixture, { environmentId }, actor) =>
      fixture.usecases.snoozeTurn({
        ...{ workspaceId: T1, actor, environmentId, action: 'another step', snooze: 'day' },
      }),
    ),
  },
  setDigest: {
    no_channel: async (fixture) => () =>
      fixture.usecases.setDigest({ ...byAna, channelId: 'D0ANA', on: true }),
    no_watch: async (fixture) => () =>
      fixture.usecases.setDigest({ ...byAna, channelId: 'CNOBODY', on: true }),
    paused: async (fixture) => {
      await app(fixture);
      await fixture.usecases.pauseWatches({ workspaceId: T1, channelId: 'C1', why: 'not_in_channel' });
      return () => fixture.usecases.setDigest({ ...byAna, channelId: 'C1', on: true });
    },
    too_many: async (fixture) => {
      await app(fixture);
      await fixture.database.db.query(
        `insert into digest (workspace_id, channel_id, created_by, created_at, next_at, reported_until)
         select $1, 'CFULL' || n, $2, now(), now(), now() from generate_series(1, 200) n`,
        [T1, ana],
      );
      return () => fixture.usecases.setDigest({ ...byAna, channelId: 'C1', on: true });
    },
  },
  setStepAdmins: {
    not_admin: async (fixture) => () => setStepAdmins(administeredBy(fixture, zoe), byDoer(ana)),
    admin_unknown: async (fixture) => () => fixture.usecases.setStepAdmins(byDoer(ana)),
    too_many: async (fixture) => () => setStepAdmins(administeredBy(fixture, ana), byDoer(...many(21))),
    no_member: async (fixture) => () =>
      setStepAdmins({ ...withBots(fixture), isWorkspaceAdmin: async () => true }, byDoer(bot)),
  },
  withdrawRedirect: {
    ...ofApps((fixture, { environmentId }, actor) =>
      fixture.usecases.withdrawRedirect({ workspaceId: T1, actor, environmentId, mark: 'another state' }),
    ),
  },
  replaceCredentials: {
    ...ofApps((fixture, { environmentId }, actor) =>
      fixture.usecases.replaceCredentials({ workspaceId: T1, actor, environmentId, ...pair(fixture) }),
    ),
    outdated: async (fixture) => {
      const { environmentId } = await app(fixture, { owners: [ana, ben] });
      await fixture.usecases.replaceCredentials({ ...byAna, environmentId, ...pair(fixture) });
      const late = { workspaceId: T1, actor: ben, environmentId, ...pair(fixture), mark: 'the pair before' };
      return () => fixture.usecases.replaceCredentials(late);
    },
    secrets_never: async (fixture) => {
      const { environmentId } = await app(fixture);
      const typed = { ...byAna, environmentId, ...pair(fixture) };
      return () => replaceCredentials(withoutSecrets(fixture), typed);
    },
  },
  addEnvironment: {
    ...ofApps((fixture, { appId }, actor) =>
      fixture.usecases.addEnvironment({
        workspaceId: T1,
        actor,
        appId,
        kind: 'production',
        ...pair(fixture),
      }),
    ),
    exists: async (fixture) => {
      const { appId } = await app(fixture);
      return () =>
        fixture.usecases.addEnvironment({ ...byAna, appId, kind: 'development', ...pair(fixture) });
    },
    secrets_never: async (fixture) => {
      const { appId } = await app(fixture);
      const typed = { ...byAna, appId, kind: 'production', ...pair(fixture) } as const;
      return () => addEnvironment(withoutSecrets(fixture), typed);
    },
  },
  checkNow: {
    ...ofApps((fixture, { appId }, actor) => fixture.usecases.checkNow({ workspaceId: T1, actor, appId })),
    not_owner: 'anyone may',
    not_admin: 'anyone may',
  },
  compareManifest: {
    ...ofApps((fixture, { appId }, actor) =>
      fixture.usecases.compareManifest({ workspaceId: T1, actor, appId, manifest: zoomManifest }),
    ),
  },
  copyFromManifest: {
    ...ofApps((fixture, { appId }, actor) =>
      fixture.usecases.copyFromManifest({ workspaceId: T1, actor, appId, ...taken({ displayName: 'New' }) }),
    ),
    conflict: takesOver({ scopeDescription: 'x' }, 9),
    name_taken: async (fixture) => {
      await app(fixture, { name: 'Acme Zoom' });
      return takesOver({ displayName: 'acme ZOOM' })(fixture);
    },
    no_owner: 'it changes no owner',
    scopes_blocking: takesOver({ scopes: manifestScopes(['user:read:user']) }),
    too_many_confirmed: takesOver({ scopes: manifestScopes(unknownScopes(51)) }),
    confirmed_full: async (fixture) => {
      await fillConfirmed(fixture);
      return takesOver({ scopes: manifestScopes(unknownScopes(1)) })(fixture);
    },
  },
  confirmScopes: {
    too_many_confirmed: async (fixture) => () =>
      fixture.usecases.confirmScopes({ ...byAna, scopes: unknownScopes(51), managementType: 'admin' }),
    confirmed_full: async (fixture) => {
      await fillConfirmed(fixture);
      return () =>
        fixture.usecases.confirmScopes({ ...byAna, scopes: unknownScopes(1), managementType: 'admin' });
    },
  },
  forgetSecret: {
    ...ofApps((fixture, { environmentId }, actor) =>
      fixture.usecases.forgetSecret({ workspaceId: T1, actor, environmentId, mark: '' }),
    ),
    outdated: async (fixture) => {
      const { environmentId } = await app(fixture);
      return () => fixture.usecases.forgetSecret({ ...byAna, environmentId, mark: 'of another pair' });
    },
  },
  forgetAllSecrets: {
    not_admin: async (fixture) => {
      await app(fixture);
      return () => forgetAllSecrets(administeredBy(fixture, zoe), byAna);
    },
    admin_unknown: async (fixture) => {
      await app(fixture);
      return () => fixture.usecases.forgetAllSecrets(byAna);
    },
  },
  setSecretsPolicy: {
    not_admin: async (fixture) => () =>
      setSecretsPolicy(administeredBy(fixture, zoe), { ...byAna, policy: 'never' }),
    admin_unknown: async (fixture) => () => fixture.usecases.setSecretsPolicy({ ...byAna, policy: 'never' }),
    configured: async (fixture) => () =>
      setSecretsPolicy(
        { ...administeredBy(fixture, ana), ...withoutSecrets(fixture) },
        { ...byAna, policy: 'ask' },
      ),
  },
  withdrawScope: {
    not_found: async (fixture) => () => fixture.usecases.withdrawScope({ ...byAna, scope: 'a:b:c' }),
    not_yours: async (fixture) => {
      const [scope = ''] = unknownScopes(1);
      await fixture.usecases.confirmScopes({ ...byZoe, scopes: [scope], managementType: 'admin' });
      return () => fixture.usecases.withdrawScope({ ...byAna, scope });
    },
  },
};

/** Every row of every table, the queue's too. */
async function everyRow({ database: { db } }: Fixture): Promise<Record<string, unknown>> {
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker') order by 1`,
  );
  const each = tables.map(({ name }) => `select '${name}' as name, to_jsonb(t) as row from ${name} t`);
  const rows = await db.query<{ name: string; rows: unknown }>(
    `select name, jsonb_agg(row order by row::text) as rows from (${each.join(' union all ')}) as every_table
     group by name`,
  );
  return Object.fromEntries(rows.map(({ name, rows }) => [name, rows]));
}

const stage = useFixture();

describe('a use case that returns an error has written nothing', () => {
  test.each(Object.entries(errors).map(([name, codes]) => ({ name, codes })))('$name', async ({ codes }) => {
    const { fixture } = stage;
    for (const [code, prepare] of Object.entries<Case | string>(codes)) {
      if (typeof prepare === 'string') continue;
      await fixture.database.db.query('delete from workspace_role');
      const call = await prepare(fixture);
      const before = await everyRow(fixture);
      expect(codeOf(await call())).toBe(code);
      expect(await everyRow(fixture), code).toEqual(before);
    }
  });

  test('except the redraw of a profile question whose offer has changed', async () => {
    const { fixture } = stage;
    const { questionId, profileId } = await openQuestion(fixture);
    await fixture.database.db.query(`update delivery set state = 'sent'`);
    await fixture.notifications();
    const before = await everyRow(fixture);
    const old = { ...byAna, questionId, profileId, mark: 'another offer' };
    expect(codeOf(await fixture.usecases.dismissProfile(old))).toBe('question_changed');
    expect((await fixture.notifications()).map(({ card }) => card)).toEqual(['profile_question']);
    const after = await everyRow(fixture);
    const changed = Object.keys({ ...before, ...after }).filter(
      (table) => !isDeepStrictEqual(before[table], after[table]),
    );
    expect(changed.sort()).toEqual(['graphile_worker._private_jobs', 'public.delivery']);
  });
});

/** The error code of a `Result`; what it brings beside its code (`conflict`: the app as it is now) is left out. */
function codeOf(result: unknown): string | null {
  const error = isErr(result) ? result.error : null;
  if (typeof error === 'string') return error;
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
}
