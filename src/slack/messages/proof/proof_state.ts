import type { Environment } from '../../../core/apps/zoom_app.ts';
import { type Check, type CheckName, lastReason } from '../../../core/checks/check.ts';
import { isProven } from '../../../core/checks/keep_proof.ts';

/** What a sign-in that went through proves for good: the account that it linked may be removed again. */
const proof: readonly CheckName[] = ['credentials', 'redirect', 'connector_profile'];

type Checks = Pick<Environment, 'checks'>;

/** An enabled profile is assigned, so that there is something to prove. */
export function hasProfile({ checks }: Checks): boolean {
  return checkIn(checks, 'connector_profile')?.lastKnown === 'passed';
}

/** Why there is nothing to prove. */
export function noProfileReason({ checks }: Checks): 'no_profile' | 'profile_disabled' {
  const profile = checkIn(checks, 'connector_profile');
  return profile !== undefined && lastReason(profile) === 'profile_disabled'
    ? 'profile_disabled'
    : 'no_profile';
}

/** All that a proof can prove is proven, and still passes. */
export function isAllProven({ checks }: Checks): boolean {
  return proof.every((name) => {
    const check = checkIn(checks, name);
    return check !== undefined && isProven(check);
  });
}

function checkIn(checks: readonly Check[], wanted: CheckName): Check | undefined {
  return checks.find(({ name }) => name === wanted);
}
