import type { BetaShare, Check, CheckName, EnvironmentKind } from './check.ts';

/** What a person says holds for a time: nobody sees when it stops being true. What a service confirms does not age. */

const dayMs = 24 * 60 * 60_000;
/** A Beta link lives four weeks from the day it was shared or extended (Z23). */
export const betaLinkMs = 28 * dayMs;
/** How long before its end people are asked whether it is still so, first to last. */
export const askedBeforeMs: readonly number[] = [7 * dayMs, dayMs];
/** For an attestation, in days, if the workspace chose nothing else. */
export const defaultLifeDays = 90;

/**
 * Do attestations of this check end? That a profile belongs to an environment is a decision, and StackOne goes on listing the
 * profile: that one does not.
 */
export function ages(name: CheckName): name is 'credentials' | 'redirect' | 'test_status' {
  return name === 'credentials' || name === 'redirect' || name === 'test_status';
}

/** What the end of an attestation follows from. */
export interface AttestedFact {
  readonly name: CheckName;
  readonly environment: EnvironmentKind;
  readonly at: Date;
  readonly shared?: BetaShare | undefined;
  readonly published?: boolean;
}

/** When an attestation ends; null when it has no end. `lifeDays`: the workspace's choice. */
export function endOfAttestation(said: AttestedFact, lifeDays: number): Date | null {
  if (!ages(said.name)) return null;
  const isBetaLink =
    said.name === 'test_status' && said.environment === 'production' && said.published !== true;
  if (!isBetaLink) return after(said.at, lifeDays * dayMs);
  return after(said.shared === undefined ? said.at : new Date(said.shared.at), betaLinkMs);
}

/**
 * The end of an attestation that was made before attestations had one. It is not over before people were asked about it: nobody
 * knew that it would end.
 */
export function endOfEarlierAttestation(said: AttestedFact, lifeDays: number, now: Date): Date | null {
  const end = endOfAttestation(said, lifeDays);
  const [first = 0] = askedBeforeMs;
  const earliest = after(now, first + dayMs);
  return end === null || end > earliest ? end : earliest;
}

/**
 * Is the end of what a person said over, whatever was found out about the check since? What a service confirms has no end, but for
 * a Beta link that a consent ran through.
 */
export function isOver(check: Check, now: Date): boolean {
  return check.lastKnown === 'passed' && check.expiresAt !== null && check.expiresAt <= now;
}

/** When something has to be done next about an attestation: people are asked, or it ends. Null: it has no end. */
export function nextAgeStep(expiresAt: Date | null, now: Date): Date | null {
  if (expiresAt === null) return null;
  const asks = askedBeforeMs.map((before) => after(expiresAt, -before));
  return asks.find((at) => at > now) ?? expiresAt;
}

function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
