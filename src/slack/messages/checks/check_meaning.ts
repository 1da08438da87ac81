import { type Check, type EnvironmentKind, lastReason } from '../../../core/checks/check.ts';
import type { MissingField } from '../../../core/checks/check_detail.ts';
import { isProven } from '../../../core/checks/keep_proof.ts';
import { limits } from '../../blocks/limits.ts';
import { count, named, typed, wordList } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { missingWords, zoomTests } from '../product_words.ts';
import { provenMeaning } from '../proof/proven_words.ts';
import { accountList } from './account_words.ts';
import { isUnknownReason } from './unknown_reason_words.ts';

/**
 * What the last known status of this check means, in one or two plain sentences. `checks`: the others of the environment,
 * because a linked account is evidence for the profile too.
 */
export function meaning(check: Check, kind: EnvironmentKind, checks: readonly Check[] = []): string {
  return provenMeaning(check) ?? meaningOf(check, kind, checks);
}

function meaningOf(check: Check, kind: EnvironmentKind, checks: readonly Check[]): string {
  switch (check.name) {
    case 'credentials':
      return credentials(check);
    case 'scopes':
      return scopes(check);
    case 'redirect':
      if (lastReason(check) === 'withdrawn')
        return "A person said that StackOne's callback is not the redirect URL any more, or not on the allow list.";
      return check.lastKnown === 'passed'
        ? "StackOne's callback is the redirect URL and is on the allow list."
        : "Nobody has said yet that StackOne's callback is the redirect URL and is on the allow list.";
    case 'test_status':
      return testStatus(check, kind);
    case 'connector_profile':
      return connectorProfile(check, checks);
    case 'linked_account':
      return linkedAccount(check);
  }
}

function credentials(check: Check): string {
  const reason = lastReason(check);
  if (reason === 'new_secret_refused') {
    return 'Zoom refused the new client ID and secret. The old pair stays in use.';
  }
  if (check.lastKnown === 'passed') {
    if (check.evidence === 'derived')
      return 'The first account linked through the connector profile shows that its credentials work.';
    return check.evidence === 'attested'
      ? 'A person compared the client ID and secret with those in Zoom.'
      : 'Zoom accepted this pair of client ID and secret; it does not say which app or environment they belong to.';
  }
  if (reason === 'app_disabled') return 'Zoom says that this app is disabled.';
  if (check.lastKnown === 'failed') return 'Zoom refused this pair of client ID and secret.';
  if (reason === 'not_contradicted') {
    return 'Zoom did not refuse this pair, and that alone does not prove it. A person has to compare it with Zoom.';
  }
  if (reason === 'no_secret') {
    return 'Greenroom has no secret to ask Zoom with. A sign-in through the connector profile shows whether the pair works.';
  }
  if (isUnknownReason(check.reason)) return 'Zoom has not given a clear answer about this pair yet.';
  return 'Greenroom is asking Zoom whether it accepts this pair of client ID and secret.';
}

function scopes(check: Check): string {
  const declared = check.detail.count === undefined ? '' : ` (${count(check.detail.count, 'scope')})`;
  if (check.lastKnown === 'passed') return `The list obeys Zoom's rules${declared}.`;
  if (check.reason === 'no_scopes') return 'No scope is declared. Zoom wants at least one.';
  if (check.reason === 'scopes_unconfirmed') {
    return 'Greenroom does not know some of these scopes. Someone has to say that Zoom offers them.';
  }
  if (check.lastKnown === 'failed') return `Some declared scopes break Zoom's rules${declared}.`;
  return `The declared scopes have not been looked at yet${declared}.`;
}

function testStatus(check: Check, kind: EnvironmentKind): string {
  const test = zoomTests[kind];
  if (check.lastKnown === 'passed') return readyWords(check, kind);
  if (lastReason(check) !== 'not_ready')
    return `Nobody has said yet that ${test.name} shows "${test.ready}".`;
  const note = typed(check.detail.note ?? '', limits.shown.note);
  const missing = missingList(check.detail.missing ?? []);
  const what = missing === '' ? '' : ` Missing: ${missing}.`;
  return `${test.name} does not show Ready yet.${what}${note === '' ? '' : ` Note: “${note}”.`}`;
}

/** How long the link of a Beta Test lives is Zoom's, not what people said (Z23). */
function readyWords({ detail }: Check, kind: EnvironmentKind): string {
  const test = zoomTests[kind];
  if (detail.published !== undefined)
    return 'The app is published in the Zoom Marketplace. The links of its tests ended with that.';
  const ready = `${test.name} shows "${test.ready}".`;
  if (detail.shared === undefined) return ready;
  const { at, extension } = detail.shared;
  const how = ['shared', 'extended for the first time', 'extended for the second and last time'][extension];
  return `${ready} Its link was ${how} ${moment(new Date(at))}, and lives for four weeks.`;
}

export function missingList(fields: readonly MissingField[]): string {
  return wordList(fields.map((field) => missingWords[field]));
}

function connectorProfile(check: Check, checks: readonly Check[]): string {
  const profile = check.detail.profileName === undefined ? '' : ` *${named(check.detail.profileName)}*`;
  if (check.lastKnown === 'passed') {
    const linked = checks.some(
      ({ name, lastKnown, detail }) => name === 'linked_account' && lastKnown === 'passed' && detail.tied,
    );
    return linked || isProven(check)
      ? `StackOne lists an enabled profile${profile}, and an account linked through it shows that its credentials work.`
      : `StackOne lists an enabled profile${profile}. It does not say which credentials it holds.`;
  }
  switch (lastReason(check)) {
    case 'profile_disabled':
      return `The profile${profile} is disabled in StackOne.`;
    case 'profile_removed':
      return `The profile${profile} is no longer in StackOne's list.`;
    case 'profile_rejected':
      return 'The profile that Greenroom found was the wrong one. It waits for the right one.';
    default:
      return 'StackOne lists no profile yet that belongs to this environment.';
  }
}

function linkedAccount(check: Check): string {
  const { active = 0, accounts = active, notActive = [] } = check.detail;
  const states = accountList(notActive, accounts - active);
  return states === '' ? accountCount(check) : `${accountCount(check)} Not active: ${states}`;
}

function accountCount(check: Check): string {
  const { active = 0, accounts = active, tied } = check.detail;
  if (check.lastKnown === 'pending')
    return accounts > 0 ? 'No linked account is active yet.' : 'No account has been linked yet.';
  if (check.lastKnown === 'failed') {
    return accounts > 0
      ? `None of ${count(accounts, 'linked account')} is active.`
      : 'No linked account is active.';
  }
  if (accounts === 0) return 'At least one linked account is active.';
  const are = active === 1 ? 'is' : 'are';
  return tied === false
    ? `${active} of ${count(accounts, 'Zoom account')} in StackOne ${are} active. It does not say through which profile.`
    : `${active} of ${count(accounts, 'account')} linked through this profile ${are} active.`;
}
