import { type EventKind, eventKinds } from '../../store/apps/events.ts';

/** What a person can narrow a history to; the words are typed. */
export const historyTopics = [
  'edits',
  'credentials',
  'scopes',
  'checks',
  'proofs',
  'profiles',
  'messages',
  'settings',
  'privacy',
] as const;
export type HistoryTopic = (typeof historyTopics)[number];

/** Every kind belongs to one. A kind that only a newer replica knows is found without a topic. */
const topicOf: Record<EventKind, HistoryTopic> = {
  zoom_app_registered: 'edits',
  zoom_app_edited: 'edits',
  zoom_app_archived: 'edits',
  zoom_app_restored: 'edits',
  zoom_app_merged: 'edits',
  zoom_app_deleted: 'edits',
  environment_added: 'edits',
  takeover_asked: 'edits',
  takeover_ended: 'edits',
  owners_changed: 'edits',
  owner_unreachable: 'edits',
  owner_reachable: 'edits',
  credentials_replaced: 'credentials',
  secret_renewal_set: 'credentials',
  profile_secret_replaced: 'credentials',
  attestation_days_changed: 'checks',
  default_channel_changed: 'edits',
  probe_calibrated: 'credentials',
  secret_forgotten: 'credentials',
  secrets_setting_changed: 'credentials',
  roles_changed: 'settings',
  admins_changed: 'settings',
  check_changed: 'checks',
  stage_changed: 'checks',
  not_ready_reported: 'checks',
  asked_again: 'checks',
  stopped_asking: 'checks',
  check_requested: 'checks',
  baseline_taken: 'profiles',
  profile_matched: 'profiles',
  profile_rejected: 'profiles',
  profile_dismissed: 'profiles',
  profile_question_asked: 'profiles',
  stackone_trouble: 'profiles',
  stackone_back: 'profiles',
  proof_asked: 'proofs',
  proof_started: 'proofs',
  proof_cancelled: 'proofs',
  proof_failed: 'proofs',
  proven: 'proofs',
  watch_paused: 'messages',
  watch_resumed: 'messages',
  message_dropped: 'messages',
  scopes_confirmed: 'scopes',
  scope_withdrawn: 'scopes',
  manifest_compared: 'scopes',
  drift_found: 'scopes',
  drift_accepted: 'scopes',
  person_forgotten: 'privacy',
  history_removed: 'privacy',
};

export function kindsOf(topic: HistoryTopic): readonly EventKind[] {
  return eventKinds.filter((kind) => topicOf[kind] === topic);
}
