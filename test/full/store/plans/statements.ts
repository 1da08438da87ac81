import { newCheck } from '../../../../src/core/checks/check.ts';
import { noDrift } from '../../../../src/core/drift/drift_state.ts';
import { newId } from '../../../../src/ids.ts';
import * as appCards from '../../../../src/store/apps/app_cards.ts';
import * as lines from '../../../../src/store/apps/app_lines.ts';
import * as cards from '../../../../src/store/apps/cards.ts';
import * as clientIds from '../../../../src/store/apps/client_ids.ts';
import * as credentials from '../../../../src/store/apps/credentials.ts';
import * as drafts from '../../../../src/store/apps/drafts.ts';
import * as environments from '../../../../src/store/apps/environments.ts';
import * as events from '../../../../src/store/apps/events.ts';
import * as savedEnvironments from '../../../../src/store/apps/save_environments.ts';
import * as savedApps from '../../../../src/store/apps/save_zoom_app.ts';
import * as needs from '../../../../src/store/apps/zoom_app_needs.ts';
import * as apps from '../../../../src/store/apps/zoom_apps.ts';
import * as archivedApps from '../../../../src/store/archive/archived_apps.ts';
import * as deletedApps from '../../../../src/store/archive/delete_zoom_app.ts';
import * as merging from '../../../../src/store/archive/merge_apps.ts';
import * as released from '../../../../src/store/archive/released_profiles.ts';
import * as stopping from '../../../../src/store/archive/stop_environments.ts';
import * as accountEvents from '../../../../src/store/checks/account_events.ts';
import * as attestationAges from '../../../../src/store/checks/attestation_ages.ts';
import * as requests from '../../../../src/store/checks/check_requests.ts';
import * as accounts from '../../../../src/store/checks/linked_accounts.ts';
import { saveChecks } from '../../../../src/store/checks/readiness_checks.ts';
import * as secretAges from '../../../../src/store/checks/secret_ages.ts';
import * as stageCounts from '../../../../src/store/checks/stage_counts.ts';
import * as claims from '../../../../src/store/deliveries/claim_deliveries.ts';
import * as deliveries from '../../../../src/store/deliveries/deliveries.ts';
import * as steps from '../../../../src/store/deliveries/delivery_transitions.ts';
import * as directMessages from '../../../../src/store/deliveries/direct_messages.ts';
import * as dropping from '../../../../src/store/deliveries/drop_waiting.ts';
import * as pausedChannels from '../../../../src/store/deliveries/paused_channels.ts';
import * as queued from '../../../../src/store/deliveries/queue_deliveries.ts';
import * as drifts from '../../../../src/store/drift/app_drifts.ts';
import * as connectorPolls from '../../../../src/store/drift/connector_polls.ts';
import * as snapshots from '../../../../src/store/drift/connector_snapshots.ts';
import * as history from '../../../../src/store/history/read_events.ts';
import * as jobs from '../../../../src/store/jobs.ts';
import * as contacts from '../../../../src/store/ownership/owner_contacts.ts';
import * as owners from '../../../../src/store/ownership/owners.ts';
import * as takeovers from '../../../../src/store/ownership/takeovers.ts';
import * as groups from '../../../../src/store/ownership/user_groups.ts';
import type { Queryable } from '../../../../src/store/postgres/client/database.ts';
import * as profiles from '../../../../src/store/profiles/connector_profiles.ts';
import * as assignments from '../../../../src/store/profiles/profile_assignments.ts';
import * as waitingEnvironments from '../../../../src/store/profiles/profile_candidates.ts';
import * as questions from '../../../../src/store/profiles/profile_questions.ts';
import * as lists from '../../../../src/store/profiles/save_profile_list.ts';
import * as actions from '../../../../src/store/profiles/stackone_actions.ts';
import * as polls from '../../../../src/store/profiles/stackone_polls.ts';
import * as sessions from '../../../../src/store/proof/connect_sessions.ts';
import * as sessionPolls from '../../../../src/store/proof/poll_sessions.ts';
import * as peopleToNotify from '../../../../src/store/regressions/people_to_notify.ts';
import * as regressions from '../../../../src/store/regressions/regressions.ts';
import * as reminderSettings from '../../../../src/store/reminders/reminder_settings.ts';
import * as admins from '../../../../src/store/roles/admins.ts';
import * as roles from '../../../../src/store/roles/roles.ts';
import * as confirmed from '../../../../src/store/scopes/confirmed_scopes.ts';
import * as reviews from '../../../../src/store/scopes/scope_reviews.ts';
import { usesOfScopes } from '../../../../src/store/scopes/scope_uses.ts';
import * as draftSecrets from '../../../../src/store/secrets/draft_secrets.ts';
import * as secretsSetting from '../../../../src/store/secrets/secrets_setting.ts';
import * as storedSecrets from '../../../../src/store/secrets/stored_secrets.ts';
import * as digestEntries from '../../../../src/store/turns/digest_entries.ts';
import * as digests from '../../../../src/store/turns/digests.ts';
import * as turnNudges from '../../../../src/store/turns/nudges.ts';
import * as staleTurns from '../../../../src/store/turns/stale_turns.ts';
import * as stepAdmins from '../../../../src/store/turns/step_admins.ts';
import * as waitingTurns from '../../../../src/store/turns/waiting_turns.ts';
import * as savedWatches from '../../../../src/store/watches/save_set_watches.ts';
import * as setWatches from '../../../../src/store/watches/set_watches.ts';
import * as watches from '../../../../src/store/watches/watches.ts';
import * as workspaceWatches from '../../../../src/store/watches/workspace_watches.ts';
import * as blockSupport from '../../../../src/store/workspaces/block_support.ts';
import * as defaultChannel from '../../../../src/store/workspaces/default_channel.ts';
import * as forgetting from '../../../../src/store/workspaces/forget.ts';
import * as introductions from '../../../../src/store/workspaces/introductions.ts';
import { readSealedSamples } from '../../../../src/store/workspaces/sealed_samples.ts';
import { readStatistics } from '../../../../src/store/workspaces/statistics.ts';
import * as workspaces from '../../../../src/store/workspaces/workspaces.ts';
import { type Known, workspaceId as W } from './years.ts';

type Run = (db: Queryable, known: Known) => Promise<unknown>;
type Statement = readonly [what: string, run: Run, dearest?: number];

const now = new Date('2026-03-02T09:00:00Z');
const to = { workspaceId: W, channelId: 'C7' };
const reminding = {
  timeZone: 'Europe/Berlin',
  quietHours: { from: 18, to: 9, weekend: true },
  reminderAfterHours: 24,
};
const setWatch = { channelId: 'C7', level: 'all', setBy: 'U1', setAt: now } as const;
const of = (id: string) => ({ workspaceId: W, id });
const between = (id: string) => ({ workspaceId: W, from: id, into: id });
const card = { subject: 'zoom_app' as const };
const ownDraft = ({ draftId }: Known) => ({ workspaceId: W, userId: 'U7', draftId });
const attempt = ({ deliveryId }: Known) => ({ workspaceId: W, id: deliveryId, attempt: 1 });
const session = ({ sessionId }: Known) => ({ workspaceId: W, id: sessionId });
const newSession = ({ liveId }: Known, id: string) => ({
  ...{ workspaceId: W, id, environmentId: liveId, purpose: 'prove' as const, state: 'requested' as const },
  ...{ createdBy: 'U7', createdAt: now, expiresAt: now, profileId: 'p', clientId: 'c', pairMark: 'm' },
  ...{ accountId: null, zoomAccount: null, keepsAccount: true, customer: null, viewId: null },
  ...{ stackoneId: null, nextPollAt: now, trouble: null },
});
const page =
  (filter: Partial<lines.LineFilter>, after: string | null = null): Run =>
  (db) =>
    lines.pageOfLines(db, W, { words: [], stage: null, owner: null, ...filter }, after, 11);
const waiting =
  (mine: waitingTurns.WaitingFor): Run =>
  (db, { environmentId }) =>
    waitingTurns.readWaitingTurns(db, W, mine, { since: now, environmentId }, 11);
const leases = { now, next: now, first: now, longest: now, before: now };
const snapshot = {
  takenAt: now,
  version: null,
  profileVersion: null,
  scopes: [],
  actions: [],
  inclusions: [],
  breaking: null,
};
const fields = {
  workspaceId: W,
  name: 'Brand new',
  managementType: 'admin' as const,
  purpose: '',
  scopeDescription: '',
  channelId: 'C7',
};

/** What a history is narrowed by; `appId` stands for the app that is known. */
const historyFilters: readonly (readonly [string, Partial<history.EventFilter>])[] = [
  ['an app', { appId: '' }],
  ['the workspace', {}],
  ['the workspace since yesterday', { since: new Date(now.getTime() - 86_400_000) }],
  ['a person', { actor: 'U7' }],
  ['a person and kinds that are rare', { actor: 'U7', kinds: ['history_removed', 'person_forgotten'] }],
  ['kinds', { kinds: ['check_changed', 'history_removed'] }],
  ['kinds since yesterday', { kinds: ['check_changed'], since: new Date(now.getTime() - 86_400_000) }],
  ['an app and a person', { appId: '', actor: 'U7', kinds: ['check_changed'] }],
];

/** Pages of the list, narrowed by what all have, many, few, nobody. */
export const pages: readonly Statement[] = [
  ['the first page of the list', page({})],
  ['a page in the middle of the list', page({}, 'integration 5')],
  ['a page of the list by a word', page({ words: ['integration'] })],
  ['a page of the list by a number', page({ words: ['777'] })],
  ['a page of the list by a beginning that one of ten has', page({ words: ['7'] })],
  ['the last page of the list by a word', page({ words: ['integration'] }, 'integration 99998')],
  ['a page of the list by a word that is nowhere', page({ words: ['zebra'] })],
  ['a page of the list by a stage that most stand at', page({ stage: 'live' })],
  ['a page of the list by a stage that many stand at', page({ stage: 'credentials' })],
  ['the last page of the list by a stage', page({ stage: 'credentials' }, 'integration 99998')],
  ['a page of the list by a stage that nobody stands at', page({ stage: 'degraded' })],
  ['a page of the list of what people only said', page({ unproven: true })],
  ['a page of the list by an owner and what people only said', page({ owner: 'U7', unproven: true })],
  ['a page of the list by a word and a stage', page({ words: ['7'], stage: 'live' })],
  ['a page of the list by a word and a stage that never meet', page({ words: ['77'], stage: 'credentials' })],
  ['a page of the list by several words', page({ words: ['integration', '777'] })],
  ['a page of the list by an owner', page({ owner: 'U7' })],
  ['a page of the list by an owner and a rare stage', page({ owner: 'U7', stage: 'degraded' })],
  ['a page of the list by an owner, a stage and a word', page({ owner: 'U7', stage: 'live', words: ['7'] })],
];

/** What the store is asked, one story or several for each of its functions; with what it may cost, where that is a lot. */
export const statements: readonly Statement[] = [
  ['one app', (db, { appId }) => apps.readZoomApp(db, W, appId)],
  ['one app by its name', (db) => apps.findZoomAppByName(db, W, 'Integration 777')],
  ['apps by a beginning', (db) => apps.zoomAppsBeginning(db, W, 'integration 77', 8)],
  ['apps by several names', (db) => apps.zoomAppsNamed(db, W, ['integration 777', 'nothing'])],
  ['an app, locked', (db, { appId }) => apps.lockZoomApp(db, W, appId)],
  ['the apps of environments, locked', (db, k) => apps.lockAppsOf(db, W, [k.environmentId, k.liveId])],
  ['a page of all apps', (db) => apps.pageOfZoomApps(db, W, 'integration 5', 100)],
  ['ten apps', (db, { appId }) => apps.readZoomApps(db, W, [appId])],
  ['a new app', (db) => savedApps.insertZoomApp(db, { ...fields, id: newId() }, 'U1', now)],
  ['an edited app', (db, { appId }) => savedApps.updateZoomApp(db, { ...fields, id: appId }, 'U1', now)],
  ['who owns it', (db, { appId }) => owners.readOwners(db, W, [appId])],
  ['its owners', (db, { appId }) => owners.setOwners(db, { workspaceId: W, id: appId }, ['U1', 'U2'])],
  [
    'its scopes',
    (db, { appId }) =>
      savedApps.setScopes(db, { workspaceId: W, id: appId }, [{ scope: 'a:b:c', confirmedBy: null }]),
  ],
  ['what an app is for', (db, { appId }) => needs.readNeeds(db, W, appId)],
  ['what an app is for from now on', (db, { appId }) => needs.setNeeds(db, { workspaceId: W, appId }, ['x'])],
  ['the cards of apps', (db, { appId }) => appCards.readAppCards(db, W, [appId], 25)],
  ['the card of an app by its name', (db) => appCards.readAppCardsNamed(db, W, ['integration 777'], 25)],
  ['its environments', (db, { appId }) => environments.readEnvironmentsOf(db, W, [appId])],
  ['one environment', (db, k) => environments.readEnvironment(db, W, k.environmentId)],
  ['a batch of environments', (db, k) => environments.readEnvironments(db, W, [k.environmentId, k.liveId])],
  ['the app of an environment', (db, k) => environments.appIdOf(db, W, k.environmentId)],
  [
    'a new environment',
    (db, { appId }) =>
      savedEnvironments.insertEnvironment(db, {
        workspaceId: W,
        id: newId(),
        zoomAppId: appId,
        kind: 'production',
        clientId: 'c',
        clientSecretSealed: 's',
        stage: 'credentials',
        baselineAt: null,
      }),
  ],
  [
    'where environments stand',
    (db, k) =>
      savedEnvironments.saveStages(db, W, [
        { environmentId: k.environmentId, stage: 'scopes', liveAt: null },
      ]),
  ],
  ['when to ask again', (db, k) => savedEnvironments.saveAskAgainAt(db, W, [k.environmentId], now)],
  ['a reminder more', (db, k) => savedEnvironments.countReminders(db, W, [k.environmentId])],
  ['reminders that are due', (db) => savedEnvironments.readDueAsks(db, W, now, 100)],
  ['reminders put off', (db, k) => savedEnvironments.postponeAsks(db, W, [k.environmentId], now)],
  ['other baselines', (db, k) => savedEnvironments.saveBaselines(db, W, [k.environmentId], null)],
  [
    'environments of a client ID',
    (db, { appId }) => clientIds.readClientIdHolders(db, W, ['client777'], appId, 3),
  ],
  ['apps that were deleted', (db) => deletedApps.lastDeletedApps(db, W, 500)],
  ['an app that is archived', (db, { appId }) => archivedApps.markArchived(db, of(appId), null, 'U1', now)],
  ['one that is restored', (db, { appId }) => archivedApps.markRestored(db, of(appId), 'New', 'U1', now)],
  ['archived apps of a name', (db) => archivedApps.archivedAppsNamed(db, W, 'integration 777', 10)],
  ['whether any app is archived', (db) => archivedApps.hasArchivedApps(db, W)],
  ['a page of archived apps', (db) => archivedApps.pageOfArchivedApps(db, W, '', null, 11)],
  [
    'the next page of archived apps',
    (db, { appId: id }) => archivedApps.pageOfArchivedApps(db, W, 'int', { id, nameKey: 'integration' }, 11),
  ],
  ['environments that stop', (db, { appId }) => stopping.stopEnvironments(db, W, appId)],
  ['ages that stop', (db, k) => stopping.stopAges(db, W, [k.environmentId, k.liveId])],
  ['connect sessions that stop', (db, k) => stopping.endSessionsOf(db, W, [k.environmentId, k.liveId])],
  [
    'messages of an app',
    (db, { appId }) => dropping.dropWaitingAbout(db, W, appId, ['C7', 'U7'], { edits: false }),
  ],
  ['profiles that are given up', (db, k) => released.releaseProfiles(db, W, [k.environmentId, k.liveId])],
  [
    'environments that go over',
    (db, k) => merging.moveEnvironments(db, { workspaceId: W, into: k.appId }, [k.environmentId]),
  ],
  ['watches that go over', (db, { appId }) => merging.copyWatches(db, between(appId), 200)],
  [
    'owners that go over',
    (db, { appId }) => merging.copyOwners(db, between(appId), { people: 20, groups: 3 }),
  ],
  ['an edit that is counted', (db, { appId }) => merging.touchApp(db, of(appId), 'U1', now)],
  ['an app that is deleted', (db, { appId }) => deletedApps.deleteZoomApp(db, W, appId)],
  ['who deleted an app', (db, { appId }) => deletedApps.readDeletion(db, W, appId)],
  ['a profile that was given up', (db, k) => released.readReleasedProfile(db, W, k.environmentId)],
  ['environments without a baseline', (db) => savedEnvironments.takeBaselines(db, W, now, 100)],
  [
    'checks that were looked at',
    (db, k) => saveChecks(db, W, [{ environmentId: k.environmentId, check: newCheck('credentials') }]),
  ],
  ...pages,
  ['how many stand where', (db) => stageCounts.countStages(db, W)],
  [
    'who gave the last pair',
    (db, { appId, environmentId }) =>
      events.lastActor(db, { workspaceId: W, appId, environmentId }, 'credentials_replaced'),
  ],
  [
    'when pairs were given last',
    (db, { appId, environmentId }) =>
      events.lastTimes(db, W, [{ zoomAppId: appId, id: environmentId }], 'credentials_replaced'),
  ],
  [
    'an event',
    (db) =>
      events.appendEvent(db, {
        id: newId(),
        workspaceId: W,
        at: now,
        kind: 'stackone_back',
        actor: 'greenroom',
      }),
  ],
  ...historyFilters.map(
    ([name, filter]): Statement => [
      `the history of ${name}`,
      (db, { appId }) => {
        const all = { appId: null, actor: null, kinds: null, since: null };
        const given = { ...all, ...filter, ...('appId' in filter ? { appId } : {}) };
        return history.readEvents(db, { ...given, workspaceId: W, before: newId(), limit: 21 });
      },
    ],
  ),
  ['pairs of credentials', (db, k) => credentials.readCredentials(db, W, [k.environmentId])],
  [
    'a pair that waits',
    (db, k) => {
      const at = { workspaceId: W, environmentId: k.environmentId };
      return credentials.savePendingCredentials(db, at, { clientId: 'c', sealed: 's' });
    },
  ],
  [
    'pairs without a secret',
    (db, k) =>
      storedSecrets.savePairsWithoutSecret(
        db,
        W,
        [{ environmentId: k.environmentId, clientId: 'c', fingerprint: null }],
        now,
      ),
  ],
  [
    'a pair in place of one without a secret',
    (db, k) => {
      const at = { workspaceId: W, environmentId: k.environmentId };
      return storedSecrets.saveCurrentPair(db, at, { clientId: 'c', sealed: 's' });
    },
  ],
  [
    'the fingerprint of a forgotten secret',
    (db, k) => storedSecrets.readFingerprint(db, { workspaceId: W, environmentId: k.environmentId }),
  ],
  ['environments whose secret is stored', (db) => storedSecrets.environmentsWithSecret(db, W, null, 100)],
  ['the next of them', (db, k) => storedSecrets.environmentsWithSecret(db, W, k.environmentId, 100)],
  ['the end of all secrets of drafts', (db) => draftSecrets.deleteAllDraftSecrets(db, W)],
  ['whether a person was added as an admin', (db) => admins.isStoredAdmin(db, W, 'U1')],
  ['added admins', (db) => admins.readStoredAdmins(db, W, 50)],
  [
    'an introduction',
    (db) => introductions.recordIntroduction(db, W, { place: 'C1', seenBy: 'person' }, now),
  ],
  ['an admin more', (db) => admins.insertAdmins(db, W, ['U1'], 'U2', now)],
  ['an admin less', (db) => admins.deleteAdmins(db, W, ['U1'])],
  [
    'a regression more',
    (db, { liveId }) =>
      regressions.insertRegressions(db, W, [
        {
          ...{ id: newId(), environmentId: liveId, check: 'credentials' as const },
          ...{ startedAt: now, announced: true, reportedBy: null },
        },
      ]),
  ],
  [
    'a regression that is repaired',
    (db, { liveId }) =>
      regressions.endRegressions(db, W, [{ environmentId: liveId, check: 'credentials' }], now),
  ],
  ['regressions that are due', (db) => regressions.readDueRegressions(db, W, now, 100)],
  ['regressions of an app', (db, { liveId }) => regressions.readRegressionsOf(db, W, [liveId])],
  ['regressions', (db) => regressions.readRegressions(db, W, [newId()])],
  [
    'the next look at a regression',
    (db) => regressions.saveDueTimes(db, W, [{ id: newId(), asked: 1, dueAt: now }]),
  ],
  ['who has taken a regression', (db) => regressions.saveTaken(db, W, newId(), { by: 'U1', at: now })],
  ['a regression that is released', (db) => regressions.releaseRegression(db, W, newId())],
  ['regressions that are over', (db) => regressions.deleteRegressions(db, W, [newId()])],
  [
    'people to notify of a regression',
    async (db, { liveId }) => {
      const broken = { id: newId(), environmentId: liveId, check: 'linked_account' as const };
      const regression = { ...broken, startedAt: now, announced: true, reportedBy: null };
      await regressions.insertRegressions(db, W, [regression]);
      await peopleToNotify.addPeopleToNotify(db, W, [{ regressionId: regression.id, userId: 'U1' }], now);
    },
  ],
  ['nobody to notify of a regression', (db) => peopleToNotify.notifyNobodyOf(db, W, newId())],
  ['people who are due to be notified', (db) => peopleToNotify.readPeopleToNotify(db, W, now, 100)],
  [
    'people who are notified now',
    (db) => peopleToNotify.takePeopleToNotify(db, W, [{ regressionId: newId(), userId: 'U1' }]),
  ],
  [
    'people where it is night',
    (db) =>
      peopleToNotify.postponePeopleToNotify(db, W, [{ regressionId: newId(), userId: 'U1', dueAt: now }]),
  ],
  ['when people are reminded', (db) => reminderSettings.readStoredReminderSettings(db, W)],
  ['other reminder settings', (db) => reminderSettings.saveReminderSettings(db, W, reminding)],
  ['quiet hours of people', (db) => reminderSettings.readQuietHours(db, W, ['U1'])],
  ["a person's quiet hours", (db) => reminderSettings.saveQuietHours(db, W, 'U1', reminding.quietHours)],
  ["the workspace's quiet hours again", (db) => reminderSettings.deleteQuietHours(db, W, 'U1')],
  ['roles', (db) => roles.readChosenRoles(db, W)],
  ['a role', (db) => roles.saveRoles(db, W, { edit: 'admins' })],
  ['what a person may do', (db) => roles.readStoredRoles(db, W, 'U1')],
  ['the default channel', (db) => defaultChannel.readDefaultChannelId(db, W)],
  ['another default channel', (db) => defaultChannel.saveDefaultChannelId(db, W, 'C7')],
  ['whether secrets are taken', (db) => secretsSetting.readSecretsSetting(db, W)],
  ['that none is taken', (db) => secretsSetting.saveSecretsSetting(db, W, 'never')],
  ['pairs that take over', (db, k) => credentials.promotePendingCredentials(db, W, [k.environmentId])],
  ['pairs that are given up', (db, k) => credentials.dropPendingCredentials(db, W, [k.environmentId])],
  [
    'probes',
    (db, k) =>
      credentials.saveProbes(db, W, [
        { environmentId: k.environmentId, probedAt: now, nextProbeAt: now, moved: null },
      ]),
  ],
  ['probes that are due', (db) => credentials.takeDueProbes(db, W, now, now, 100)],
  ['the last trouble with Zoom', (db) => credentials.readProbeTrouble(db, W)],
  ['the watches of an app', (db, { appId }) => watches.readWatches(db, W, [appId])],
  ['the watches of every app', (db) => workspaceWatches.readWorkspaceWatches(db, W, 100)],
  [
    'watches around a person',
    (db) => setWatches.watchesAround(db, W, { channelId: 'C7', userId: 'U1' }, 1_000),
  ],
  [
    'watches that a person has set in a channel',
    (db) => setWatches.watchesSetBy(db, W, { channelId: 'C7', userId: 'U1' }, 501),
  ],
  ['watches that were set of an app', (db, { appId }) => setWatches.watchesOfApp(db, W, appId, 1_000)],
  [
    'watches to change',
    (db, { appId }) =>
      setWatches.lockSetWatches(db, W, [
        { channelId: 'C7', appId },
        { channelId: 'C8', appId: null },
      ]),
  ],
  ['how many watches there are', (db, { appId }) => setWatches.countSetWatches(db, W, { ...to, appId }, 500)],
  ['a watch that is set', (db, { appId }) => savedWatches.saveSetWatch(db, W, { ...setWatch, appId })],
  ['a watch of every app', (db) => savedWatches.saveSetWatch(db, W, { ...setWatch, appId: null })],
  ['another level', (db, { appId }) => savedWatches.saveWatchLevel(db, W, [{ ...to, appId }], 'failures')],
  ['watches that are ended', (db, { appId }) => savedWatches.deleteSetWatches(db, W, [{ ...to, appId }])],
  [
    'watches that go to a person instead',
    (db, { appId }) =>
      savedWatches.copyToPerson(
        db,
        { workspaceId: W, userId: 'U1' },
        [
          { ...to, appId },
          { ...to, appId: null },
        ],
        now,
      ),
  ],
  ['what waits for ended watches', (db, { appId }) => dropping.dropWaitingOfEnded(db, W, [{ ...to, appId }])],
  [
    'cards of ended watches',
    (db, { appId }) =>
      cards.markUnwatched(
        db,
        W,
        [
          { ...to, appId },
          { channelId: 'C8', appId: null },
        ],
        now,
        1_000,
      ),
  ],
  [
    'whether a card is of an ended watch',
    (db, { appId }) => cards.readUnwatched(db, to, { subject: 'zoom_app', subjectId: appId }),
  ],
  ['cards of apps in some channels', (db, { appId }) => cards.readCardsIn(db, W, [appId], ['C7', 'C8'])],
  [
    'a new watch',
    (db, { appId }) => watches.insertOwnWatch(db, { workspaceId: W, channelId: 'CNEW', appId }, 'U1', now),
  ],
  ['the end of a watch', (db, { appId }) => watches.deleteOwnWatch(db, { ...to, appId })],
  ['a channel that is closed', (db) => pausedChannels.pauseChannel(db, W, 'C7', 'is_archived', now)],
  ['why a channel is closed', (db) => pausedChannels.readPause(db, W, 'C7')],
  [
    'whose apps a channel watches',
    (db) => pausedChannels.ownersWatchedIn(db, W, 'C7', { people: 50, names: 10 }),
  ],
  ['channels that are closed', (db) => pausedChannels.readPausedChannels(db, W, 5)],
  [
    'a channel that is open again',
    (db) => pausedChannels.resumeChannelWatches(db, W, 'C7', { said: null, taken: null }),
  ],
  [
    'a card for a channel',
    (db, { appId }) => queued.queueCard(db, to, { id: newId(), ...card, subjectId: appId }, now),
  ],
  [
    'cards behind the news',
    (db, { appId }) =>
      queued.queueCards(db, W, [{ id: newId(), channelId: 'C7', ...card, subjectId: appId }], now),
  ],
  [
    'a message for a channel',
    (db) => {
      const message = { kind: 'stackone_back' as const, since: now.toISOString() };
      return queued.queueDeliveries(db, W, [{ id: newId(), channelId: 'C7', card: null, message }], now);
    },
  ],
  ['the next delivery of a channel', (db) => claims.claimDeliveries(db, [to], now)],
  ['a try whose end nobody saw', (db, k) => steps.markUnclear(db, attempt(k), now)],
  ['another try', (db, k) => steps.markResent(db, attempt(k), true, now)],
  ['how many messages may stand twice', (db) => deliveries.countRepeatedDeliveries(db, W)],
  [
    'a delivery that stands',
    (db, k) => steps.markSent(db, [{ ...attempt(k), ts: '1.1', postedIn: 'C7' }], now),
  ],
  [
    'a delivery that is given up',
    (db, k) => steps.markDropped(db, attempt(k), { reason: 'gone', refusedAt: now }),
  ],
  ['a delivery that waits again', (db, k) => steps.markRequeued(db, [{ ...attempt(k), code: null }])],
  ['old deliveries that are over', (db) => deliveries.deleteEndedDeliveries(db, W, now, 100)],
  ['whether an attempt still holds', (db, k) => steps.holdsAttempt(db, attempt(k))],
  ['an edit whose message is gone', (db, k) => steps.forgetEditedMessage(db, attempt(k))],
  ['a delivery that is deferred', (db, k) => steps.markDeferred(db, attempt(k))],
  ['a channel that refuses all of it', (db) => steps.endDeferral(db, to)],
  ['how many deliveries Slack refused', (db) => deliveries.countRefusedDeliveries(db, W)],
  ['channels that refuse what waits', (db) => deliveries.readRefusedChannels(db, W, 5)],
  [
    'what was said last about something',
    (db) => directMessages.readLastMessage(db, { workspaceId: W, channelId: 'U1' }, 'cannot_post:C7'),
  ],
  [
    'something newer in the place of what waits',
    (db, k) =>
      directMessages.rewriteWaiting(db, W, k.deliveryId, { kind: 'stackone_back', since: now.toISOString() }),
  ],
  ['who was notified', (db) => directMessages.notifiedAbout(db, W, 'cannot_post:C7', 50)],
  [
    'nothing left to say',
    (db) => directMessages.supersedeWaiting(db, W, 'cannot_post:C7', { except: ['U7'] }),
  ],
  ['direct messages that reached nobody', (db) => directMessages.expireDirectMessages(db, W, now, 100)],
  ['reminders that wait', (db, k) => directMessages.waitingKeys(db, W, [`reminder:${k.environmentId}`])],
  ['how many deliveries wait', (db) => deliveries.countWaitingDeliveries(db, W)],
  [
    'channels in which something waits',
    (db) => deliveries.readWaitingChannels(db, W, { after: '', most: 500 }),
  ],
  ['cards drawn lately', (db) => queued.cardsDrawnSince(db, W, now)],
  [
    'that a card is gone',
    (db, { appId }) => cards.forgetCard(db, to, { subject: 'zoom_app', subjectId: appId }, '1.1'),
  ],
  [
    'a list with something new, something changed and much gone',
    async (db) => {
      const listed = [
        { id: 'stray 1', name: 'Renamed', active: true },
        { id: 'new', name: 'New', active: true },
      ];
      await lists.saveProfileList(db, 'TFEW', listed, now, ['unread']);
      await lists.markDoubted(db, 'TFEW', ['stray 2'], now);
      await lists.markRemoved(db, 'TFEW', ['stray 3'], now);
      await profiles.claimUnannouncedProfiles(db, 'TFEW', 100);
    },
  ],
  ['some profiles', (db) => profiles.readProfiles(db, W, ['stray 1'])],
  ['a profile, locked', (db) => profiles.lockProfile(db, W, 'stray 1')],
  ['the profile of an environment', (db, k) => profiles.readProfileOf(db, W, k.liveId)],
  ['whether a profile is free', (db) => profiles.anyFreeProfile(db, W)],
  [
    'profiles that find their environments',
    (db, k) =>
      assignments.giveProfiles(db, W, [
        { profileId: 'stray 1', environmentId: k.environmentId, how: 'name', user: null },
      ]),
  ],
  [
    'a profile that is turned down',
    (db, k) => assignments.saveRejections(db, W, 'stray 1', [k.environmentId], 'U1', now),
  ],
  [
    'who turned a profile down',
    (db, k) =>
      assignments.rejectedBy(db, { workspaceId: W, profileId: 'stray 1', environmentId: k.environmentId }),
  ],
  [
    'a profile that is wanted after all',
    (db, k) =>
      assignments.forgetRejection(db, {
        workspaceId: W,
        profileId: 'stray 1',
        environmentId: k.environmentId,
      }),
  ],
  ['candidates for a match', (db) => waitingEnvironments.readCandidateProfiles(db, W, 1000)],
  [
    'who waits for a profile of that name',
    (db) => waitingEnvironments.waitingByName(db, W, [{ profileId: 'stray 1', appKey: 'integration 99777' }]),
  ],
  [
    'who of a batch still waits',
    (db, k) =>
      waitingEnvironments.stillWaiting(db, W, [{ profileId: 'stray 1', environmentId: k.environmentId }]),
  ],
  [
    'who waits in a channel for a profile that nobody can place',
    (db) =>
      waitingEnvironments.waitingForProfiles(db, W, ['stray 1'], { channelId: 'C7', environments: 100 }),
  ],
  ['whether more than one waits', (db) => waitingEnvironments.anyTwoWaiting(db, W, now)],
  [
    'a question',
    (db) =>
      questions.insertQuestion(
        db,
        { workspaceId: W, id: newId(), channelId: 'C7', profileIds: ['stray 1'] },
        now,
      ),
  ],
  ['what was asked about', (db) => questions.askedProfileIds(db, W, ['stray 1'])],
  ['the newest questions of a channel', (db) => questions.newestQuestionsIn(db, W, 'C7', 20)],
  ['questions about a profile', (db) => questions.questionsAbout(db, W, ['stray 1'])],
  ['none of these apps', (db, k) => questions.dismissInQuestion(db, W, k.questionId, 'stray 1')],
  ['a question with who waits', (db, k) => questions.readQuestion(db, W, k.questionId)],
  [
    'secrets of which a fingerprint is kept',
    (db, { appId }) => storedSecrets.environmentsWithFingerprint(db, W, appId),
  ],
  ['account checks that are due', (db) => accounts.takeDueAccountChecks(db, W, now, now, 100)],
  ['account checks that begin', (db, k) => accounts.beginAccountChecks(db, W, [k.liveId])],
  ['account checks that stop', (db, k) => accounts.stopAccountChecks(db, W, k.liveId)],
  ['secrets of which somebody is reminded', (db) => secretAges.readDueSecrets(db, W, now, 100)],
  [
    'the age of a secret',
    (db, k) =>
      secretAges.saveSecretAge(db, W, k.environmentId, { renewalAt: now, replacedAt: null, dueAt: now }),
  ],
  [
    'the next reminders of secrets',
    (db, k) => secretAges.saveNextReminders(db, W, [{ environmentId: k.environmentId, dueAt: null }]),
  ],
  ['turns that are stale', (db) => staleTurns.readStaleTurns(db, W, 100)],
  [
    'turns that were worked out',
    (db, k) =>
      staleTurns.saveTurns(db, W, [{ environmentId: k.environmentId, turn: null, at: now, nudgeAt: null }]),
  ],
  ['who does the steps in Zoom and StackOne', (db) => stepAdmins.readNamedStepAdmins(db, W)],
  [
    'who does the steps in Zoom from now on',
    (db) => stepAdmins.saveStepAdmins(db, W, 'zoom_admin', ['U7'], 'U1', now),
  ],
  ['turns of which somebody is reminded', (db) => turnNudges.readDueTurns(db, W, now, 100)],
  ['turns of some environments', (db, k) => turnNudges.readTurnsOf(db, W, [k.environmentId])],
  [
    'the next reminder of turns',
    (db, k) =>
      turnNudges.saveNextNudges(db, W, [{ environmentId: k.environmentId, nudges: 1, nudgeAt: now }]),
  ],
  [
    'reminders of a person',
    (db, k) =>
      turnNudges.addPersonNudges(
        db,
        W,
        [{ userId: 'U7', environmentId: k.environmentId, isLast: false }],
        now,
      ),
  ],
  ['people who are reminded', (db) => turnNudges.peopleToNudge(db, W, now, 100)],
  ['reminders of a person, later', (db) => turnNudges.postponeNudges(db, W, 'U7', now)],
  ['reminders of an environment that end', (db, k) => turnNudges.dropNudges(db, W, k.environmentId)],
  ['reminders of a person that are sent', (db) => turnNudges.takeNudges(db, W, 'U7', 100)],
  ['does a channel get a digest', (db) => digests.hasDigest(db, to)],
  ['how many channels get one', (db) => digests.countDigests(db, W, 200)],
  ['which channels get one', (db) => digests.digestChannels(db, W, 21)],
  ['a digest for a channel', (db) => digests.insertDigest(db, to, { by: 'U1', now, nextAt: now })],
  ['digests that are due', (db) => digests.dueDigests(db, W, now, 100)],
  ['a digest that is taken', (db) => digests.takeDigest(db, to, now, now)],
  ['up to when was reported', (db) => digests.saveReported(db, to, now)],
  ['what a channel watches', (db) => digestEntries.watchedIn(db, to)],
  ['changes of stage for a channel', (db) => digestEntries.stageChangesSince(db, to, false, now)],
  ['changes of stage of every app', (db) => digestEntries.stageChangesSince(db, to, true, now)],
  ['stages in a channel', (db) => digestEntries.countStagesIn(db, to)],
  ['what waits in a channel', (db) => digestEntries.turnsIn(db, to, false, 9)],
  ['what waits in every app', (db) => digestEntries.turnsIn(db, to, true, 9)],
  ['a channel without a digest', (db) => digests.deleteDigest(db, to)],
  ['what waits for an owner', waiting({ userId: 'U7', ownDoers: ['owner', 'zoom_admin'], everyDoers: [] })],
  ['what waits for a Zoom admin', waiting({ userId: 'U7', ownDoers: [], everyDoers: ['zoom_admin'] })],
  ['for how long attestations hold', (db) => attestationAges.readAttestationDays(db, W)],
  ['how long they are to hold', (db) => attestationAges.saveAttestationDays(db, W, 90)],
  ['attestations without an end', (db) => attestationAges.readEndlessAttestations(db, W, 100)],
  ['attestations whose age is due', (db) => attestationAges.readDueAges(db, W, now, 100)],
  [
    'ages of attestations',
    (db, k) =>
      attestationAges.saveAges(db, W, [
        { environmentId: k.environmentId, name: 'redirect', expiresAt: now, dueAt: now },
      ]),
  ],
  ['account checks that hurry because of a webhook', (db) => accounts.hurryNextAccountChecks(db, W, 100)],
  ['account checks that hurry', (db, { appId }) => accounts.hurryAccountChecks(db, W, appId)],
  ['a connect session', (db, k) => sessions.insertConnectSession(db, newSession(k, newId()))],
  [
    'a connect session that has a link',
    (db, k) =>
      sessions.openConnectSession(db, session(k), {
        ...{ stackoneId: '1', linkSealed: 's', expiresAt: now, nextPollAt: now },
      }),
  ],
  ['a connect session without a link', (db, k) => sessions.deleteRequestedSession(db, session(k))],
  ['the running connect session', (db, k) => sessions.readRunningSession(db, W, k.liveId)],
  ['a connect session by its id', (db, k) => sessions.readConnectSessionRow(db, session(k))],
  ['the modal of a connect session', (db, k) => sessions.saveViewOf(db, session(k), 'V7')],
  ['a takeover that waits', (db, k) => takeovers.readWaitingTakeover(db, W, k.appId)],
  ['a takeover', (db, k) => takeovers.readTakeover(db, W, k.sessionId)],
  ['takeovers that are due', (db) => takeovers.dueTakeovers(db, W, now, 50)],
  ['a takeover that is postponed', (db, k) => takeovers.postponeTakeover(db, W, k.sessionId, now)],
  [
    'a takeover that ends',
    (db, k) => takeovers.endTakeover(db, W, k.sessionId, { state: 'objected', by: 'U7', at: now }),
  ],
  [
    'a takeover that is asked for',
    (db, k) =>
      takeovers.insertTakeover(db, W, {
        ...{ id: newId(), appId: k.appId, askedBy: 'U7', askedAt: now, dueAt: now },
      }),
  ],
  [
    'what a person asked to take over',
    (db, k) => takeovers.readRequestsOf(db, W, 'U7', { appId: k.appId, since: now }),
  ],
  ['takeovers that are too old', (db) => takeovers.deleteEndedTakeovers(db, W, new Date(0), 100)],
  ['when a request was shown', (db) => directMessages.firstShownAt(db, W, 'takeover:1')],
  [
    'owners to look at',
    (db) => contacts.takeContacts(db, W, { claimedAs: now, before: new Date('2036-01-01T00:00:00Z') }, 20),
  ],
  [
    'owners about whom Slack was asked',
    (db) => contacts.saveAsked(db, W, ['U7'], { claimedAs: now, at: now }),
  ],
  [
    'an owner who cannot be reached',
    (db) => contacts.saveReach(db, W, 'U7', { why: 'deactivated', at: now }),
  ],
  ['an owner who was refused', (db) => contacts.noteRefusedOwner(db, W, 'U7', now)],
  ['the apps of an owner', (db) => contacts.appsOwnedBy(db, W, 'U7', 500)],
  ['owners by their groups', (db, k) => owners.syncGroupOwners(db, W, [k.appId])],
  [
    'a user group',
    async (db, k) => {
      const group = { id: 'S1', handle: 'zoom', members: ['U7'] };
      await groups.saveGroup(db, W, group, { at: now, refreshAt: now });
      await groups.setOwnerGroups(db, { workspaceId: W, id: k.appId }, ['S1']);
    },
  ],
  ['a user group in trouble', (db) => groups.noteGroupTrouble(db, W, 'S1', 'no_such_subteam')],
  ['user groups to list', (db) => groups.takeDueGroups(db, W, { now, next: now }, 5)],
  ['the apps of a user group', (db) => groups.appsOfGroup(db, W, 'S1', 1_000)],
  ['owners whose accounts are gone', (db) => contacts.goneOwners(db, W, ['U1', 'U7'])],
  ['connect sessions that are due', (db) => sessionPolls.claimDueSessions(db, W, now, now, 20)],
  ['when a connect session is due', (db) => sessionPolls.nextSessionPoll(db, W)],
  ['connect sessions, locked', (db, k) => sessionPolls.lockSessions(db, W, [k.sessionId])],
  [
    'connect sessions after a poll',
    (db, k) => sessionPolls.saveSessions(db, W, [{ ...newSession(k, k.sessionId), state: 'expired' }]),
  ],
  ['connect sessions that are too old', (db) => sessionPolls.deleteOldSessions(db, W, new Date(0), 100)],
  ['the draft of a person', (db) => drafts.readDraftOf(db, W, 'U7')],
  ['a draft, locked', (db, k) => drafts.lockDraft(db, ownDraft(k))],
  [
    'a draft that is saved',
    (db) =>
      drafts.upsertDraft(
        db,
        { id: newId(), workspaceId: W, userId: 'U7', answers: {}, baselineAt: null },
        now,
      ),
  ],
  ['the end of a draft', (db, k) => drafts.deleteDraft(db, ownDraft(k))],
  [
    'a secret of a draft',
    (db, k) => draftSecrets.saveDraftSecret(db, { ...ownDraft(k), kind: 'production' }, 's', now),
  ],
  ['the secrets of a draft', (db, k) => draftSecrets.readDraftSecrets(db, ownDraft(k), now)],
  ['the end of its secrets', (db, k) => draftSecrets.deleteDraftSecrets(db, ownDraft(k))],
  [
    'the end of the secrets of one environment',
    (db, k) => draftSecrets.deleteDraftSecretsOf(db, ownDraft(k), ['production']),
  ],
  ['drafts that nobody goes on with', (db) => drafts.deleteExpiredDrafts(db, W, now, 100)],
  ['secrets that are too old', (db) => draftSecrets.deleteExpiredDraftSecrets(db, W, now)],
  ['what jobs wait', (db) => jobs.countWaitingJobs(db)],
  // Grows with the channels for which something waits: a thousand of them here.
  ['the figures for an operator', (db) => readStatistics(db, now), 10_000],
  ['scopes that people confirmed', (db) => confirmed.readConfirmedScopes(db, W, ['a:b:c'])],
  ['confirmed scopes', (db) => confirmed.listConfirmedScopes(db, W)],
  ['how many scopes are confirmed', (db) => confirmed.countConfirmedScopes(db, W)],
  ['the end of a confirmed scope', (db) => confirmed.deleteConfirmedScope(db, W, 'a:b:c')],
  ['whether a person owns an app with a scope', (db) => confirmed.ownsAppWithScope(db, W, 'a:b:c', 'U7')],
  ['a scope that somebody confirms', (db) => confirmed.insertConfirmedScopes(db, W, ['a:b:c'], 'U1', now)],
  ['the last review of scopes', (db) => reviews.lockScopeReview(db, W)],
  [
    'a review of scopes',
    (db) => reviews.saveScopeReview(db, W, { catalogue: '2026-07', reviewedUpTo: null }, now),
  ],
  [
    'confirmations that are not needed any more',
    (db, { appId }) => reviews.forgetConfirmations(db, { workspaceId: W, id: appId }, ['a:b:c']),
  ],
  ['who uses a scope that everybody uses', (db) => usesOfScopes(db, W, ['user:read:user:admin'], 50)],
  ['who uses a rare scope', (db) => usesOfScopes(db, W, ['phone:read:call:admin'], 10)],
  ['the actions of StackOne', (db) => actions.readActionList(db, W)],
  ['newer actions of StackOne', (db) => actions.saveActions(db, W, { actions: [], incomplete: false }, now)],
  ['no actions of StackOne', (db) => actions.saveActionTrouble(db, W, 'timeout', now)],
  ['whether the connector is due', (db) => connectorPolls.takeConnectorCheck(db, W, leases)],
  [
    'whether the connector may be looked at on request',
    (db) => connectorPolls.takeForcedConnectorCheck(db, W, leases),
  ],
  ['when the connector is due next', (db) => connectorPolls.saveNextConnectorCheck(db, W, now)],
  ['the version of the profiles', (db) => connectorPolls.readProfileVersion(db, W)],
  ['a newer version of the profiles', (db) => connectorPolls.saveProfileVersion(db, W, '2.0.0', now)],
  ['how far apps were compared', (db) => connectorPolls.lockComparing(db, W, now)],
  [
    'how far apps are compared now',
    (db) => connectorPolls.saveComparing(db, W, { compared: 'x', upTo: null, since: now }),
  ],
  ['the last snapshots of the connector', (db) => snapshots.readSnapshots(db, W)],
  ['the last snapshot of the connector', (db) => snapshots.readSnapshot(db, W)],
  ['a snapshot of the connector', (db) => snapshots.saveSnapshot(db, W, snapshot)],
  ['what apps fall short of', (db, { appId }) => drifts.readDrifts(db, W, [appId])],
  [
    'what an app falls short of now',
    (db, { appId }) => drifts.saveDrifts(db, W, new Map([[appId, noDrift]]), now),
  ],
  ['the versions of the profiles of apps', (db, { appId }) => drifts.profileVersionsOf(db, W, [appId])],
  ['profiles that are pinned', (db) => drifts.pinnedProfiles(db, W, 200)],
  [
    'what they could be pinned to',
    (db) => drifts.saveNewestVersions(db, W, [{ id: 'stray 1', newest: '2.0.0' }]),
  ],
  ['what several apps are for', (db, { appId }) => needs.readNeedsOfApps(db, W, [appId])],
  ['how StackOne is', (db) => polls.readStackOneState(db, W)],
  [
    'how StackOne is now',
    async (db) => polls.saveStackOnePoll(db, W, await polls.lockStackOnePoll(db, W), now),
  ],
  [
    'webhooks about accounts',
    (db) =>
      accountEvents.noteNewAccountEvents(db, W, [{ name: 'account.updated', accountId: 'a', at: now }], now),
  ],
  ['old webhooks', (db) => accountEvents.deleteOldAccountEvents(db, W, new Date(0), 2_000)],
  ['a poll that a webhook asks for', (db) => polls.takeHintedPoll(db, W, now, 10_000)],
  ['a look into StackOne that somebody wants', (db) => polls.takeForcedPoll(db, W, now, 60_000)],
  [
    'a wish to look at an app now, twice',
    async (db, { appId }) => {
      const asking = { workspaceId: W, appId, userId: 'U7' };
      await requests.noteCheckRequest(db, asking, now, 60_000);
      await requests.noteCheckRequest(db, asking, now, 60_000);
    },
  ],
  ['the end of such wishes', (db) => requests.deleteCheckRequests(db, W, now, 100)],
  ['whether anything watches StackOne', (db) => polls.somethingWatchesStackOne(db, W)],
  ['a workspace', (db) => workspaces.readWorkspace(db, W)],
  ['which blocks Slack takes', (db) => blockSupport.readBlockSupport(db, W)],
  ['that Slack takes a block', (db) => blockSupport.saveBlockSupport(db, W, { block: 'alert', taken: true })],
  ['a doubt about the token, noted', (db) => workspaces.recordTokenRecheck(db, W)],
  ['the last doubt about the token', (db) => workspaces.readTokenRecheck(db, W)],
  ['the app was removed, noted', (db) => workspaces.recordUninstall(db, W)],
  ['the app is installed, noted', (db) => workspaces.recordInstall(db, W)],
  ['the removal of the app', (db) => workspaces.readRemoval(db, W)],
  ['a workspace will be forgotten, noted', (db) => workspaces.announceForgetting(db, W, now)],
  ['all workspaces', (db) => workspaces.workspaceIds(db)],
  ['the steps of forgetting a person', (db) => forgetting.stepsOf(db, { what: 'person', person: 'U7' })],
  ['the steps of forgetting a workspace', (db) => forgetting.stepsOf(db, { what: 'workspace' })],
  [
    'a step of removing history',
    (db) =>
      forgetting.forgetRows(
        db,
        { workspaceId: W, what: 'history', until: new Date(0) },
        { name: 'history', table: null },
        { most: 100, eventId: newId(), dry: false },
      ),
  ],
  [
    'who we are in a workspace',
    (db) => workspaces.saveWorkspace(db, { id: W, name: 'W', botUserId: 'U' }, now),
  ],
  ['the turn of a workspace', (db) => workspaces.lockWorkspace(db, W)],
  ['the turn to find out about probes', (db) => workspaces.lockProbeTrust(db, W)],
  ['what was found out about probes', (db) => workspaces.saveProbeTrust(db, W, 'trusted')],
];

/** These are about everybody, by their nature: once for an outage, or once for each new profile that nobody can place. */
export const aboutEverybody: readonly (readonly [string, Run])[] = [
  ['every channel that hears of anything', (db) => watches.watchingChannels(db, W, ['failures', 'all'])],
  ['every card that can be posted', (db) => watches.watchedCards(db, W)],
  ['Zoom apps without an owner', (db) => forgetting.countAppsWithoutOwner(db, W)],
  ['a sample of what each key sealed', (db) => readSealedSamples(db)],
  [
    'who waits for a profile that nobody can place',
    (db) =>
      waitingEnvironments.waitingForProfiles(db, W, ['stray 1'], { channelId: null, environments: 200 }),
  ],
];
