import { isArchived } from '../accounts/account_state.ts';
import type { Check, Outcome } from './check.ts';

/**
 * A check that StackOne has shown to pass stays verified by that when something weaker says that it passes: a list, a person,
 * Zoom's answer to a probe. It ends when the check fails or is open again, and when the outcome is about something else
 * (`isNew`, another profile).
 */
export function keepProof(check: Check, outcome: Outcome): Outcome {
  const { provenBy, profileId } = check.detail;
  if (outcome.kind !== 'passed' || outcome.isNew === true) return outcome;
  if (provenBy === undefined || outcome.detail?.provenBy !== undefined || check.lastKnown !== 'passed')
    return outcome;
  if (outcome.detail?.profileId !== profileId) return outcome;
  // Who assigned the profile is kept; an attestation, and its end, add nothing to a proof.
  const by = check.name === 'connector_profile' && outcome.by !== undefined ? { by: outcome.by } : {};
  return { kind: 'passed', evidence: 'verified', detail: { ...outcome.detail, provenBy }, ...by };
}

/**
 * Was the account that proved the profile only for the test, and is it gone from these, as its maker said it would be? Then there
 * is no account yet, and nothing has failed. It was the only one that was active at the last look: a proof is kept for as long as the
 * check passes, and must not hide that the accounts of customers, linked since, all fail.
 */
export function isTestOver(
  check: Check,
  listed: readonly { readonly id: string; readonly status: string }[],
): boolean {
  const { provenBy, active = 1, onlyActive = provenBy?.accountId } = check.detail;
  if (active > 1 || onlyActive !== provenBy?.accountId) return false;
  const own = listed.find(({ id }) => id === provenBy?.accountId);
  return provenBy?.temporary === true && (own === undefined || isArchived(own));
}

/** Verified by a consent through the environment's profile, and not contradicted since. */
export function isProven(check: Check): boolean {
  return check.lastKnown === 'passed' && check.detail.provenBy !== undefined;
}
