import type { Attestation } from '../deliveries/messages/message_facts.ts';
import type { Check, CheckName, EnvironmentKind } from './check.ts';
import type { BetaShare } from './check_detail.ts';

/** What a person says holds for a time: nobody sees when it stops being true. What a service confirms does not age. */

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
/** A Beta link lives four weeks from the day it was shared or extended (Z23). */
export const betaLinkMs = 28 * dayMs;
/** How long before its end people are asked whether it is still so, first to last; see `askedAt`. */
const askedBeforeMs = [7 * dayMs, dayMs] as const;
/** Hour of the day (UTC) at which people are asked. */
const askedAtHour = 9;
/** For an attestation, in days, if the workspace chose nothing else. */
export const defaultLifeDays = 90;

/**
 * Do attestations of this check end? That a profile belongs to an environment is a decision, and StackOne goes on listing the
 * profile: that one does not.
 */
export function ages(name: CheckName): name is Attestation {
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
 * The end of an attestation that was made before attestations had one, or told to an older replica. It is not over before people were
 * asked about it: nobody knew that it would end. `place` (0 to 1, the same for all of an app) spreads those ends over the life of a
 * new attestation, so that an installation with many old ones is not asked about all of them in its first days. A Beta link whose
 * date was given ends at that date.
 */
export function endOfEarlierAttestation(
  said: AttestedFact,
  lifeDays: number,
  now: Date,
  place: number,
): Date | null {
  const end = endOfAttestation(said, lifeDays);
  const life = endOfAttestation({ ...said, at: now }, lifeDays);
  if (end === null || life === null || said.shared !== undefined) return end;
  const earliest = after(now, askedBeforeMs[0] + 2 * dayMs);
  if (end > earliest) return end;
  const days = Math.floor((life.getTime() - earliest.getTime()) / dayMs);
  return after(earliest, Math.floor(Math.max(0, days) * place) * dayMs);
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
  return askedBeforeMs.map((before) => askedAt(expiresAt, before)).find((at) => at > now) ?? expiresAt;
}

/** Has the time come at which people are asked about it first? */
export function endsSoon(expiresAt: Date, now: Date): boolean {
  return askedAt(expiresAt, askedBeforeMs[0]) <= now;
}

/**
 * The last `askedAtHour` that is at least `before` ahead of the end: what is due on one day is asked about at one time, so that
 * an owner of many apps gets one message on it.
 */
function askedAt(expiresAt: Date, before: number): Date {
  const latest = expiresAt.getTime() - before - askedAtHour * hourMs;
  return new Date(Math.floor(latest / dayMs) * dayMs + askedAtHour * hourMs);
}

function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
