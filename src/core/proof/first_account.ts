import type { Change } from '../checks/apply_outcome.ts';
import { awaitsProof, type Check } from '../checks/check.ts';

/**
 * Do credentials of which Greenroom has no secret follow from the account that was just seen? Only from the first one that is linked
 * through the profile itself: it was signed in with what the profile holds. An account that was there before proves nothing about a
 * pair that was replaced since. `change`: of the check of the linked account.
 */
export function followFromAccount(credentials: Check, linked: Check, change: Change): boolean {
  return awaitsProof(credentials) && change === 'passed' && linked.detail.tied === true;
}
