import type { Environment } from '../apps/zoom_app.ts';
import type { Attestation } from '../deliveries/message.ts';
import type { Check } from './check.ts';
import { helpsItself } from './retry_check.ts';

/**
 * `accept`: it is written down. `known`: a machine has answered, or it was said before; nothing changes. `owners_only`: it
 * would replace a pair. `outdated`: it was said about another state than the one that stands now.
 */
export type AttestDecision = 'accept' | 'known' | 'owners_only' | 'outdated';

export interface Said {
  readonly isOwner: boolean;
  /** `attestationMark` of the state that the person saw; undefined for a button of an earlier release. */
  readonly mark: string | undefined;
}

/**
 * Which state of an environment a statement is about, as a short text that a button or form can carry. It holds hashes and
 * times, never a secret. Two equal marks mean the same pair, and for the others the same answer too.
 */
export function attestationMark(environment: Environment, what: Attestation): string {
  if (what === 'credentials') return environment.pairMark;
  const { lastKnown, knownAt } = checkIn(environment, what);
  return [environment.pairMark, lastKnown, knownAt?.getTime() ?? 0].join('.');
}

/**
 * Can a person be asked about the credentials now? Only while no answer of Zoom's stands, neither for nor against, and Zoom
 * was asked: otherwise there is a machine's answer, or one on its way. While Zoom only pauses, asking again comes first.
 */
export function asksAboutCredentials(environment: Environment): boolean {
  const check = checkIn(environment, 'credentials');
  return check.lastKnown === 'pending' && check.reason !== null && !helpsItself(check);
}

/** Decides from the state now, whatever the button was drawn for. */
export function decideAttestation(environment: Environment, what: Attestation, said: Said): AttestDecision {
  const check = checkIn(environment, what);
  if (check.status === 'passed') return 'known';
  const isSame = said.mark === attestationMark(environment, what);
  if (what !== 'credentials') return isSame || said.mark === undefined ? 'accept' : 'outdated';
  if (check.lastKnown === 'failed') return 'known';
  if (!isSame || !asksAboutCredentials(environment)) return 'outdated';
  // A word about a waiting pair puts it in the place of the other one.
  return environment.pendingClientId === null || said.isOwner ? 'accept' : 'owners_only';
}

function checkIn(environment: Environment, name: Attestation): Check {
  const check = environment.checks.find((one) => one.name === name);
  if (check === undefined) throw new Error(`an environment without the check ${name}`);
  return check;
}
