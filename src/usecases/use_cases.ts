import { checkAccounts } from './accounts/check_accounts.ts';
import { deleteNotedAccountEvents } from './accounts/delete_noted_account_events.ts';
import { noteAccountEvents } from './accounts/note_account_events.ts';
import { attestationDays, setAttestationDays } from './ageing/attestation_days.ts';
import { confirmProfileSecret, setSecretRenewal } from './ageing/change_secret_age.ts';
import { withdrawRedirect } from './ageing/withdraw_redirect.ts';
import { checkOwners } from './apps/check_owners.ts';
import { clientIdHolders } from './apps/client_id_holders.ts';
import { readDefaultChannel, setDefaultChannel } from './apps/default_channel.ts';
import { editZoomApp, newOwnersRefused } from './apps/edit_zoom_app.ts';
import { findZoomApp } from './apps/find_zoom_app.ts';
import { listZoomApps, readBoard } from './apps/list_zoom_apps.ts';
import { readCard, readCardOfEnvironment } from './apps/read_card.ts';
import { registerZoomApp } from './apps/register_zoom_app.ts';
import { addEnvironment, replaceCredentials } from './apps/replace_credentials.ts';
import { archiveApp } from './archive/archive_app.ts';
import { deleteApp } from './archive/delete_app.ts';
import { findArchivedApps, findDeletedApp, listArchivedApps } from './archive/find_archived.ts';
import { mergeApps } from './archive/merge_apps.ts';
import { restoreApp } from './archive/restore_app.ts';
import { checkActivity } from './changes/roles/allowed.ts';
import { attest, reportNotReady } from './checks/attest.ts';
import { checkConnector } from './checks/check_connector.ts';
import { checkNow } from './checks/check_now.ts';
import { checkCredentials, probeCredentials } from './checks/probe_credentials.ts';
import { pauseWatches, resumeChannel } from './deliveries/closed_channels.ts';
import { deleteOldDeliveries } from './deliveries/delete_old_deliveries.ts';
import {
  discardDraft,
  draftSecretKinds,
  forgetDraftSecrets,
  nameTaken,
  readDraft,
  saveDraft,
} from './drafts/drafts.ts';
import { acceptDrift } from './drift/accept_drift.ts';
import { compareApps } from './drift/compare_apps.ts';
import { exportHistory, readHistory } from './history/read_history.ts';
import { introduceInChannel, introduceToPerson } from './introductions/introduce.ts';
import { compareManifest } from './manifest/compare_manifest.ts';
import { copyFromManifest } from './manifest/copy_from_manifest.ts';
import { answerTakeover } from './ownership/answer_takeover.ts';
import { askTakeover } from './ownership/ask_takeover.ts';
import { handOver } from './ownership/hand_over.ts';
import { chooseOwnerGroups, listUserGroups } from './ownership/owner_groups.ts';
import { assignProfile } from './profiles/assign_profile.ts';
import { dismissProfile } from './profiles/dismiss_profile.ts';
import { pollStackone } from './profiles/poll_stackone.ts';
import { rejectProfile } from './profiles/reject_profile.ts';
import { askToProve } from './proof/ask_to_prove.ts';
import { cancelConnectSession } from './proof/cancel_connect_session.ts';
import { pollConnectSessions } from './proof/poll_connect_sessions.ts';
import { readConnectSession } from './proof/read_connect_session.ts';
import { startConnectSession } from './proof/start_connect_session.ts';
import { readHealth } from './read_health.ts';
import { handOverRegression, takeRegression } from './regressions/take_regression.ts';
import {
  readMyQuietHours,
  readReminderSettings,
  setMyQuietHours,
  setReminderSettings,
} from './reminders/reminder_settings.ts';
import { readReport } from './report/read_report.ts';
import { applyRetention } from './retention/apply_retention.ts';
import { readAdmins, setAdmins } from './roles/admins.ts';
import { readRoles, setRoles } from './roles/roles.ts';
import { whomToAsk } from './roles/whom_to_ask.ts';
import {
  confirmedScopes,
  confirmScopes,
  findConfirmedScopes,
  withdrawScope,
} from './scopes/confirmed_scopes.ts';
import { planScopesFor } from './scopes/plan_app_scopes.ts';
import { reviewScopes } from './scopes/review_scopes.ts';
import { scopeUses } from './scopes/scope_uses.ts';
import { readActions, refreshActions } from './scopes/stackone_actions.ts';
import { forgetAllSecrets } from './secrets/forget_all_secrets.ts';
import { forgetSecret } from './secrets/forget_secret.ts';
import { secretsPolicy } from './secrets/secrets_policy.ts';
import { readSecretsPolicy, setSecretsPolicy } from './secrets/secrets_setting.ts';
import { sweep } from './sweep.ts';
import { readDigest, readDigests, setDigest } from './turns/digest/set_digest.ts';
import { readWaiting } from './turns/read_waiting.ts';
import { snoozeTurn } from './turns/snooze_turn.ts';
import { readStepAdmins, setStepAdmins } from './turns/step_admins.ts';
import { endMyWatches, endWatches, sendWatchesToMe, setWatchLevel } from './watches/change_watches.ts';
import { readSetWatches } from './watches/read_set_watches.ts';
import { setWatch } from './watches/set_watch.ts';

/** Every use case, started by a person or by a schedule. The index only binds names to functions. */
export const useCases = {
  acceptDrift,
  addEnvironment,
  answerTakeover,
  applyRetention,
  archiveApp,
  askTakeover,
  askToProve,
  assignProfile,
  attest,
  attestationDays,
  cancelConnectSession,
  checkAccounts,
  checkActivity,
  checkConnector,
  checkCredentials,
  checkNow,
  checkOwners,
  chooseOwnerGroups,
  clientIdHolders,
  compareApps,
  compareManifest,
  confirmedScopes,
  confirmProfileSecret,
  confirmScopes,
  copyFromManifest,
  deleteApp,
  deleteNotedAccountEvents,
  deleteOldDeliveries,
  discardDraft,
  dismissProfile,
  draftSecretKinds,
  editZoomApp,
  endMyWatches,
  endWatches,
  exportHistory,
  findArchivedApps,
  findConfirmedScopes,
  findDeletedApp,
  findZoomApp,
  forgetAllSecrets,
  forgetDraftSecrets,
  forgetSecret,
  handOver,
  handOverRegression,
  introduceInChannel,
  introduceToPerson,
  listArchivedApps,
  listUserGroups,
  listZoomApps,
  mergeApps,
  nameTaken,
  newOwnersRefused,
  noteAccountEvents,
  pauseWatches,
  planScopesFor,
  pollConnectSessions,
  pollStackone,
  probeCredentials,
  readActions,
  readAdmins,
  readBoard,
  readCard,
  readCardOfEnvironment,
  readConnectSession,
  readDefaultChannel,
  readDigest,
  readDigests,
  readDraft,
  readHealth,
  readHistory,
  readMyQuietHours,
  readReminderSettings,
  readReport,
  readRoles,
  readSecretsPolicy,
  readSetWatches,
  readStepAdmins,
  readWaiting,
  refreshActions,
  registerZoomApp,
  rejectProfile,
  replaceCredentials,
  reportNotReady,
  restoreApp,
  resumeChannel,
  reviewScopes,
  saveDraft,
  scopeUses,
  secretsPolicy,
  sendWatchesToMe,
  setAdmins,
  setAttestationDays,
  setDefaultChannel,
  setDigest,
  setMyQuietHours,
  setReminderSettings,
  setRoles,
  setSecretRenewal,
  setSecretsPolicy,
  setStepAdmins,
  setWatch,
  setWatchLevel,
  snoozeTurn,
  startConnectSession,
  sweep,
  takeRegression,
  whomToAsk,
  withdrawRedirect,
  withdrawScope,
};
