/**
 * The names of everything a person can press, and what its `value` holds. Values carry ids only, never a secret;
 * several ids are joined by a blank. A button's `action_id` must be unique within a view, so one that appears more
 * than once there gets a suffix after `#` (`attest_redirect#<environment id>`), which dispatch ignores.
 */
export const actionIds = {
  register: 'register', // -
  resumeDraft: 'resume_draft', // draft id
  discardDraft: 'discard_draft', // draft id
  showApp: 'show_app', // app id
  checkNow: 'check_now', // app id
  editApp: 'edit_app', // app id
  editScopes: 'edit_scopes', // app id
  archiveApp: 'archive_app', // app id: opens the modal that asks
  restoreApp: 'restore_app', // app id
  deleteApp: 'delete_app', // app id: opens the modal that asks for the name
  replaceCredentials: 'replace_credentials', // environment id
  addEnvironment: 'add_environment', // app id, kind
  details: 'details', // environment id: every check with its evidence, as a modal
  guide: 'guide', // environment id: the steps in Zoom and StackOne, as a modal
  attestCredentials: 'attest_credentials', // environment id, attestationMark
  attestRedirect: 'attest_redirect', // environment id, attestationMark
  attestTestStatus: 'attest_test_status', // environment id, attestationMark
  notReady: 'not_ready', // environment id: opens the list of what may be missing
  adoptProfile: 'adopt_profile', // a select; option value: environment id, profile id
  rejectProfile: 'reject_profile', // environment id, profile id: "not this one"
  assignProfile: 'assign_profile', // button or select option: question id, profile id, environment id
  dismissProfile: 'dismiss_profile', // question id, profile id, offerMark
  useScopes: 'use_scopes', // management type, packed list (core/scopes/catalogue/packed_scopes.ts)
  copyScopes: 'copy_scopes', // management type, packed list
  convertScopesTo: 'convert_scopes_to', // the management type to convert to, packed list
  confirmScopes: 'confirm_scopes', // management type, packed list: its unknown scopes are confirmed
  withdrawScope: 'withdraw_scope', // a confirmed scope
  registerWithScopes: 'register_with_scopes', // - ; the list stands in the modal
  editWithScopes: 'edit_with_scopes', // select option: app id; the list stands in the modal
  planApp: 'plan_app', // app id
  compareManifest: 'compare_manifest', // app id
  changeWatch: 'change_watch', // a select; option value: channel or person id, app id or 'all', level or 'end'
  watchList: 'watch_list', // JSON {appId, from}, of which any may be absent
  endWatches: 'end_watches', // app id, or 'around': opens the modal in which several are chosen
  watchesToMe: 'watches_to_me', // channel id
  endMyWatches: 'end_my_watches', // channel id
  invited: 'invited', // channel id: "I invited it, try again"
  listPage: 'list_page', // JSON {words, after}
  boardPage: 'board_page', // JSON {words, after}
  archivedPage: 'archived_page', // JSON {words, after}
  findApps: 'find_apps', // a text field of App Home
  narrowApps: 'narrow_apps', // a select of App Home
  stillSo: 'still_so', // environment id, check, attestationMark: what was said before is said again
  notAnyMore: 'not_any_more', // environment id, check, attestationMark
  historyPage: 'history_page', // JSON {appId, person, topic, since, after}, of which any may be absent
  historyCsv: 'history_csv', // the same: a file that begins there
  snoozeTurn: 'snooze_turn', // a select; option value: environment id, next action, for how long (usecases/turns/snooze_turn.ts)
  profileReplaced: 'profile_replaced', // environment id, time of the rotation in ms: StackOne's profile holds the new secret
  secretRenewal: 'secret_renewal', // environment id: opens the date of renewal
  prove: 'prove', // environment id: opens the form, also for who was asked to do it ("I'll do it")
  linkAccount: 'link_account', // environment id: the form to link a customer's account
  linkAgain: 'link_again', // environment id, id of the linked account at StackOne
  openLink: 'open_link', // a link button; Slack still reports the press, and it must be acknowledged
  takeOver: 'take_over', // app id
  objectToTakeover: 'object_to_takeover', // takeover id; the same for the two below
  agreeToTakeover: 'agree_to_takeover',
  withdrawTakeover: 'withdraw_takeover',
  handOver: 'hand_over', // app id: opens the form
  takeRegression: 'take_regression', // regression id: "I'll look"
  handOverRegression: 'hand_over_regression', // select of a person; regression id after `#`
  acceptDrift: 'accept_drift', // app id, driftMark
  forgetSecret: 'forget_secret', // environment id, pairMark
  openSettings: 'open_settings', // -
  myReminders: 'my_reminders', // -
  forgetAllSecrets: 'forget_all_secrets', // -
} as const;
