import { checkOf, type Environment } from '../apps/zoom_app.ts';
import type { Attestation } from '../deliveries/messages/message_facts.ts';
import { endOfAttestation } from './ageing.ts';
import { awaitsProof, type Outcome } from './check.ts';
import type { BetaShare } from './check_detail.ts';
import { helpsItself } from './retry_check.ts';

/**
 * `accept`: recorded. `known`: the check is verified, or was attested before; nothing changes. `owners_only`: it would
 * replace a pair. `outdated`: it is about a state that has changed since.
 */
export type AttestDecision = 'accept' | 'known' | 'owners_only' | 'outdated';

export interface Said {
  readonly isOwner: boolean;
  /** "Still so": an attestation that holds is made again. */
  readonly again?: boolean | undefined;
  /** `attestationMark` of the state that the person saw; undefined for a button of an earlier release. */
  readonly mark: string | undefined;
}

/**
 * Fingerprint of the state that an attestation is about, short enough for a button or form. Made of hashes and times, never
 * of a secret. Equal fingerprints mean the same pair, and for the other checks the same status too.
 */
export function attestationMark(environment: Environment, what: Attestation): string {
  if (what === 'credentials') return environment.pairMark;
  const { lastKnown, knownAt } = checkOf(environment, what);
  return [environment.pairMark, lastKnown, knownAt?.getTime() ?? 0].join('.');
}

/**
 * Can a person be asked about the credentials now? Only after Zoom was asked and gave neither yes nor no: otherwise the check
 * is verified, or a probe is in progress. While Zoom is only rate limiting, the probe is retried first.
 */
export function asksAboutCredentials(environment: Environment): boolean {
  const check = checkOf(environment, 'credentials');
  return check.lastKnown === 'pending' && check.reason !== null && !awaitsProof(check) && !helpsItself(check);
}

/**
 * Can a person be asked whether the client ID is the one in Zoom? That is all that can be compared without a secret, and worth
 * noting once: a wrong one is found before somebody tries to prove it.
 */
export function asksAboutClientId(environment: Environment): boolean {
  const check = checkOf(environment, 'credentials');
  return awaitsProof(check) && check.attestedBy === null;
}

/** What a person said, and when. */
export interface Statement {
  readonly by: string;
  readonly at: Date;
  /** Of Beta Test: how its link stands, or that the app is published. */
  readonly shared?: BetaShare | undefined;
  readonly published?: boolean | undefined;
}

/**
 * What an accepted attestation says of the check. Without a secret a person can compare the client ID only: noted with who said so,
 * and the credentials stay open until proven. `lifeDays`: for how long it holds, where nothing else says so.
 */
export function attestedOutcome(
  environment: Environment,
  what: Attestation,
  { by, at, ...given }: Statement,
  lifeDays: number,
): Outcome {
  const check = checkOf(environment, what);
  if (awaitsProof(check)) return { kind: 'pending', reason: 'no_secret', by };
  // That an app is published does not end by itself.
  const published = given.published === true || check.detail.published !== undefined;
  const shared = published ? undefined : given.shared;
  const fact = { name: what, environment: environment.kind, at, shared, published };
  const detail = published ? { published: check.detail.published ?? at.toISOString() } : shared && { shared };
  return {
    ...{ kind: 'passed', evidence: 'attested', by, expiresAt: endOfAttestation(fact, lifeDays) },
    ...(detail === undefined ? {} : { detail }),
  };
}

/** Decides from the present state, not from the one for which the button was drawn. */
export function decideAttestation(environment: Environment, what: Attestation, said: Said): AttestDecision {
  const check = checkOf(environment, what);
  const isSame = said.mark === attestationMark(environment, what);
  const accepts = isSame || (what !== 'credentials' && said.mark === undefined);
  if (check.status === 'passed') {
    return said.again === true && isSame && canBeRenewed(environment, what) ? 'accept' : 'known';
  }
  // Expired: whoever says that it is still so makes it again.
  if (canBeRenewed(environment, what)) return accepts ? 'accept' : 'outdated';
  if (what !== 'credentials') return accepts ? 'accept' : 'outdated';
  if (check.lastKnown === 'failed') return 'known';
  if (awaitsProof(check)) return attestedClientId(environment, isSame);
  if (!isSame || !asksAboutCredentials(environment)) return 'outdated';
  // An attestation about a pending pair puts it into use.
  return environment.pendingClientId === null || said.isOwner ? 'accept' : 'owners_only';
}

function attestedClientId(environment: Environment, isSame: boolean): AttestDecision {
  if (!isSame) return 'outdated';
  return asksAboutClientId(environment) ? 'accept' : 'known';
}

/** It rests on what a person said, and holds or held until its end. A pending pair is another one than they spoke of. */
export function canBeRenewed(environment: Environment, what: Attestation): boolean {
  const check = checkOf(environment, what);
  if (what === 'credentials' && environment.pendingClientId !== null) return false;
  const holds = check.status === 'passed' || check.reason === 'attestation_expired';
  return holds && check.lastKnown === 'passed' && check.evidence === 'attested';
}
