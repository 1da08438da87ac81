/** Why a check is not simply passed. */
export type Reason =
  // credentials
  | 'invalid_credentials'
  | 'app_disabled'
  | 'not_contradicted'
  | 'new_secret_refused'
  | 'no_secret' // Greenroom does not have it: open until StackOne shows that the pair works
  // scopes
  | 'no_scopes'
  | 'scopes_blocking'
  | 'scopes_unconfirmed'
  // test_status
  | 'not_ready'
  // connector_profile
  | 'profile_disabled'
  | 'profile_removed'
  | 'profile_rejected'
  | 'no_profile_yet'
  // linked_account
  | 'no_account_yet'
  | 'no_active_account'
  // of any check that people attest
  | 'attestation_expired' // nobody has confirmed it again: unknown, and nothing has failed
  | 'withdrawn' // a person said that it is not so any more
  // why something could not be looked at
  | UnknownReason;

/** Why a check could not be looked at: a host gave no answer, or (the last one) Greenroom has no key to ask with. */
export const unknownReasons = [
  'not_configured',
  'key_refused',
  'key_forbidden',
  'no_listing',
  'bad_request',
  'rate_limited',
  'timeout',
  'server_error',
  'network',
  'not_json',
  'unexpected_reply',
  'secret_unreadable',
] as const;
export type UnknownReason = (typeof unknownReasons)[number];
