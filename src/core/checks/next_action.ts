import { awaitsProof, type Check, checkNames, lastReason } from './check.ts';
import { helpsItself } from './retry_check.ts';

/** Who has to do the next thing. */
export type Doer = 'owner' | 'zoom_admin' | 'stackone_admin' | 'greenroom';

/** The one thing to do next for an environment; the messages turn it into words, links and buttons. */
export type NextAction =
  | 'wait_for_credentials' // Greenroom is asking Zoom, or asks again by itself
  | 'confirm_credentials' // Zoom did not contradict the pair, a person has to look
  | 'replace_secret'
  | 'enable_zoom_app'
  | 'fix_scopes'
  | 'set_redirect'
  | 'run_test'
  | 'fill_missing_fields'
  | 'create_profile'
  | 'enable_profile'
  | 'recreate_profile'
  | 'repair_stackone' // Greenroom's own access to StackOne does not work
  | 'prove_profile' // the profile exists; only a proof shows that the credentials work
  | 'link_account'
  | 'repair_account'
  | 'confirm_again' // an attestation has expired
  | 'none';

const doers: Record<NextAction, Doer> = {
  wait_for_credentials: 'greenroom',
  confirm_credentials: 'zoom_admin',
  replace_secret: 'owner',
  enable_zoom_app: 'zoom_admin',
  fix_scopes: 'owner',
  set_redirect: 'zoom_admin',
  run_test: 'zoom_admin',
  fill_missing_fields: 'zoom_admin',
  create_profile: 'stackone_admin',
  enable_profile: 'stackone_admin',
  recreate_profile: 'stackone_admin',
  repair_stackone: 'owner',
  prove_profile: 'owner',
  link_account: 'stackone_admin',
  repair_account: 'stackone_admin',
  confirm_again: 'zoom_admin',
  none: 'greenroom',
};

export function isNextAction(name: string): name is NextAction {
  return Object.hasOwn(doers, name);
}

export function doerOf(action: NextAction): Doer {
  return doers[action];
}

/**
 * A failed check goes before every open one. Credentials that await a proof are left for when the profile exists, through which
 * they are proven; the proof links an account too. An expired attestation comes last: nothing waits for it. `pairWaits`: there is a
 * pending pair that Zoom has not verified.
 */
export function nextAction(checks: readonly Check[], pairWaits = false): NextAction {
  const ordered = [...checks].sort(
    (one, other) => checkNames.indexOf(one.name) - checkNames.indexOf(other.name),
  );
  const broken = ordered.find(
    (check) => check.lastKnown === 'failed' || check.reason === 'secret_unreadable',
  );
  const open = broken ?? ordered.find((check) => check.lastKnown === 'pending' && !awaitsProof(check));
  if (checks.some(awaitsProof) && (open === undefined || open === accountToLink(checks)))
    return 'prove_profile';
  if (open !== undefined) return actionFor(open, pairWaits);
  return ordered.some(({ reason }) => reason === 'attestation_expired') ? 'confirm_again' : 'none';
}

function accountToLink(checks: readonly Check[]): Check | undefined {
  return checks.find(({ name, lastKnown }) => name === 'linked_account' && lastKnown === 'pending');
}

function actionFor(check: Check, pairWaits: boolean): NextAction {
  switch (check.name) {
    case 'credentials':
      // Without a secret nothing else can be checked.
      if (check.reason === 'secret_unreadable') return 'replace_secret';
      // Zoom refused the pair before; the pending one is not verified yet.
      if (check.lastKnown === 'failed' && pairWaits) return 'wait_for_credentials';
      if (lastReason(check) === 'app_disabled') return 'enable_zoom_app';
      if (check.lastKnown === 'failed') return 'replace_secret';
      if (check.reason === null || helpsItself(check)) return 'wait_for_credentials';
      // While Zoom gives no clear answer, a person may attest instead.
      return 'confirm_credentials';
    case 'scopes':
      return 'fix_scopes';
    case 'redirect':
      return 'set_redirect';
    case 'test_status':
      return check.reason === 'not_ready' ? 'fill_missing_fields' : 'run_test';
    case 'connector_profile':
      if (lastReason(check) === 'profile_disabled') return 'enable_profile';
      if (lastReason(check) === 'profile_removed') return 'recreate_profile';
      return stackoneNeedsRepair(check) ? 'repair_stackone' : 'create_profile';
    case 'linked_account':
      return check.lastKnown === 'failed' ? 'repair_account' : 'link_account';
  }
}

function stackoneNeedsRepair(check: Check): boolean {
  return (
    check.status === 'unknown' &&
    (check.reason === 'not_configured' || check.reason === 'key_refused' || check.reason === 'key_forbidden')
  );
}
