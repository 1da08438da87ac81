/** What a submitted or closed modal is called. */
export const callbackIds = {
  registerOffer: 'register_offer',
  registerBasics: 'register_basics',
  registerCredentials: 'register_credentials',
  registerScopes: 'register_scopes',
  registerReview: 'register_review',
  editBasics: 'edit_basics',
  editScopes: 'edit_scopes',
  replaceCredentials: 'replace_credentials',
  addEnvironment: 'add_environment',
  notReady: 'not_ready',
  beta: 'beta',
  renewal: 'renewal',
  archive: 'archive',
  restore: 'restore',
  deleteApp: 'delete_app',
  merge: 'merge',
  handOver: 'hand_over',
  endWatches: 'end_watches',
  ownerGroups: 'owner_groups',
  scopeCheck: 'scope_check',
  plan: 'plan',
  manifest: 'manifest',
  manifestResult: 'manifest_result',
  prove: 'prove',
  linkAccount: 'link_account',
  linkAgain: 'link_again',
  connectLink: 'connect_link',
  settings: 'settings',
  myReminders: 'my_reminders',
  card: 'card',
} as const;

/** What can be pressed inside a modal only; buttons that messages share are in ../action_ids.ts. */
export const modalActionIds = {
  back: 'back',
  scopeCategory: 'scope_category',
  pickScopes: 'pick_scopes', // the type-ahead: asks for suggestions, and reports each choice
  pasteScopes: 'paste_scopes', // reports every key
  pickActions: 'pick_actions', // both ask for suggestions
  pickOperations: 'pick_operations',
  pickTimeZone: 'pick_time_zone', // asks for suggestions
  pickOwnerGroups: 'pick_owner_groups', // asks for suggestions
  checkScopes: 'check_scopes',
  correctScopes: 'correct_scopes', // the corrected list in place of what was typed
  convertScopes: 'convert_scopes',
  morePaste: 'more_paste',
  moreManifest: 'more_manifest',
  startFromNeed: 'start_from_need', // a type-ahead too; option value: a need in a line, see core/scopes/plan/needs.ts
  draftDescription: 'draft_description',
  cancelLink: 'cancel_link', // id of a connect session; the same for the two below
  showLink: 'show_link',
  startAnew: 'start_anew', // what was asked for stands in the modal
} as const;
