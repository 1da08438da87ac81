import type { Check } from '../checks/check.ts';

/** The age of a client secret: when it is to be renewed, and whether a new one has reached StackOne's profile too. */

const dayMs = 24 * 60 * 60_000;
/** How long before the date owners are reminded, first to last; then once more, when it is over. */
const remindedBeforeMs: readonly number[] = [30, 14, 7, 3, 1].map((days) => days * dayMs);
/** After a rotation Zoom takes the old secret for 30 days at most (Z29). */
export const oldSecretMs = 30 * dayMs;
/** How long before that end owners are reminded of the profile. */
const askedBeforeMs: readonly number[] = [7 * dayMs, dayMs];

export interface SecretAge {
  /** By when an owner wants it renewed; null: nobody has said. */
  readonly renewalAt: Date | null;
  /** Since when a new pair is here, of which nobody has said that the profile holds it too; null: none. */
  readonly replacedAt: Date | null;
}

export const noSecretAge: SecretAge = { renewalAt: null, replacedAt: null };

/** The age of a secret as it is stored. A proof through the profile, made after the rotation, shows that it holds the new one. */
export function secretAgeOf(
  renewalAt: Date | null,
  replacedAt: Date | null,
  checks: readonly Check[],
): SecretAge {
  const provenAt = checks.find(({ name }) => name === 'credentials')?.detail.provenBy?.at;
  const isProven = replacedAt !== null && provenAt !== undefined && new Date(provenAt) >= replacedAt;
  return { renewalAt, replacedAt: isProven ? null : replacedAt };
}

/** What owners are reminded of: by when it is to be renewed, or that the profile may hold the old one. */
export type SecretReminder = 'renew' | 'profile';

interface Step {
  readonly at: Date;
  readonly reminder: SecretReminder;
}

function stepsOf({ renewalAt, replacedAt }: SecretAge): Step[] {
  const renew = renewalAt === null ? [] : [...before(renewalAt, remindedBeforeMs), renewalAt];
  const end = replacedAt === null ? null : new Date(replacedAt.getTime() + oldSecretMs);
  const profile = end === null ? [] : before(end, askedBeforeMs);
  return [
    ...renew.map((at): Step => ({ at, reminder: 'renew' })),
    ...profile.map((at): Step => ({ at, reminder: 'profile' })),
  ];
}

function before(end: Date, spans: readonly number[]): Date[] {
  return spans.map((ms) => new Date(end.getTime() - ms));
}

/** When owners are reminded next; null: never. */
export function nextSecretStep(age: SecretAge, now: Date): Date | null {
  const times = stepsOf(age).map(({ at }) => at.getTime());
  const next = Math.min(...times.filter((ms) => ms > now.getTime()));
  return Number.isFinite(next) ? new Date(next) : null;
}

/** What has become due since `since`, the step that was planned. Of several steps that were missed there is one reminder. */
export function dueReminders(age: SecretAge, since: Date, now: Date): SecretReminder[] {
  const due = stepsOf(age).filter(({ at }) => at >= since && at <= now);
  return (['renew', 'profile'] as const).filter((one) => due.some(({ reminder }) => reminder === one));
}
