import { checkOf, type Environment, newestClientId } from '../apps/zoom_app.ts';
import type { Check, CheckName, Outcome } from '../checks/check.ts';
import type { ProvenBy } from '../checks/check_detail.ts';
import type { ConnectSession } from './connect_session.ts';

/** Two replicas' clocks may differ by this, in ms, and one may be set back: a pair entered since must not seem older than the session. */
const CLOCK_SKEW = 60_000;

/**
 * Why a consent that ran through proves nothing about what the environment has now: another profile was assigned, or none;
 * another pair was entered. Null: it does prove it. `replacedAt`: when a pair was entered last. A secret that an owner has had
 * forgotten meanwhile changes the fingerprint of the pair, and is still the one in the profile.
 */
export function proofDoubt(
  session: Pick<ConnectSession, 'profileId' | 'clientId' | 'pairMark' | 'createdAt'>,
  environment: Environment,
  replacedAt: Date | null,
): 'profile_changed' | 'pair_replaced' | null {
  if (checkOf(environment, 'connector_profile').detail.profileId !== session.profileId)
    return 'profile_changed';
  if (newestClientId(environment) !== session.clientId) return 'pair_replaced';
  const isSince = replacedAt !== null && replacedAt.getTime() >= session.createdAt.getTime() - CLOCK_SKEW;
  return environment.pairMark !== session.pairMark && isSince ? 'pair_replaced' : null;
}

/** The check, and what a consent through the environment's profile proves about it. */
export type Proven = readonly [name: CheckName, outcome: Extract<Outcome, { kind: 'passed' }>];

/** What the consent proves. In the order in which the checks are shown; those that it says nothing about are left out. */
export function provenChecks(environment: Environment, by: ProvenBy): readonly Proven[] {
  return provable.flatMap((name): Proven[] => {
    const check = checkOf(environment, name);
    const detail = provenDetail(environment, check);
    if (detail === null) return [];
    const proven = { kind: 'passed', evidence: 'verified', detail: { ...detail, provenBy: by } } as const;
    return [[name, { ...proven, ...endOf(environment, check) }]];
  });
}

const provable = ['credentials', 'redirect', 'test_status', 'connector_profile', 'linked_account'] as const;

/** What is kept of the check's detail; null when the consent does not prove it. */
function provenDetail(environment: Environment, check: Check): Check['detail'] | null {
  const { profileId, profileName, matchedBy, active = 0, accounts = 0 } = check.detail;
  switch (check.name) {
    case 'credentials':
      // Two pairs are known, and StackOne does not say which of them the profile holds.
      return environment.pendingClientId === null ? {} : null;
    case 'redirect':
      return {};
    case 'test_status':
      return provesTest(environment, check) ? definedOf({ shared: check.detail.shared }) : null;
    case 'connector_profile':
      // StackOne's list says that it is disabled or gone; a consent of before does not contradict it.
      return check.lastKnown === 'failed' ? null : definedOf({ profileId, profileName, matchedBy });
    case 'linked_account':
      return { active: Math.max(1, active), accounts: Math.max(1, accounts), tied: true };
    case 'scopes':
      return null;
  }
}

/**
 * A Beta link ends when it was to end, however well it worked (Z23); so the time from which that counts stays too. Nothing else that is
 * proven has an end.
 */
function endOf(
  { kind }: Environment,
  { name, expiresAt, knownAt }: Check,
): { expiresAt?: Date; saidAt?: Date } {
  if (kind !== 'production' || name !== 'test_status' || expiresAt === null || knownAt === null) return {};
  return { expiresAt, saidAt: knownAt };
}

/**
 * A consent with Development's client ID is the local test. With Production's it may have run through Beta Test, but also through
 * a published app or the account that owns it, and StackOne does not say which: it only strengthens what a person said of Beta
 * Test, as long as the app is not published, and does not take that person's place.
 */
function provesTest({ kind }: Environment, { lastKnown, status, detail }: Check): boolean {
  if (kind === 'development') return true;
  return lastKnown === 'passed' && status === 'passed' && detail.published === undefined;
}

function definedOf(detail: Partial<Record<keyof Check['detail'], unknown>>): Check['detail'] {
  return Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== undefined));
}
