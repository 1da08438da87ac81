import { checkOf } from '../../core/apps/zoom_app.ts';
import { isTakenTooLong } from '../../core/regressions/taken_regression.ts';
import { nextAllowedTime } from '../../core/reminders/allowed_time.ts';
import type { Regression } from '../../store/regressions/regressions.ts';
import type { Locked } from '../changes/change_app.ts';
import type { ReminderTimes } from '../changes/reminders/reminder_times.ts';

/** While nobody can see whether it is repaired, it is looked at again after this. */
const unseenMs = 10 * 60_000;

/** What is the same for all that are due. */
export interface KnownOfRegressions {
  readonly now: Date;
  readonly times: ReminderTimes;
  readonly owners: ReadonlyMap<string, readonly string[]>;
  /** Does Slack say that this account is gone? */
  readonly isGone: (userId: string) => boolean;
}

/** `over`: nothing is asked any more. `release`: it is nobody's again. `wait`: for so many milliseconds; `asked` where it counts as asked. */
type Decision =
  | { readonly kind: 'over' | 'release' | 'ask' }
  | { readonly kind: 'wait'; readonly ms: number; readonly asked?: number };

/** What to do about a regression that is due. `found`: its app; undefined: it is gone. */
export function decide(
  regression: Regression,
  found: Locked | undefined,
  known: KnownOfRegressions,
): Decision {
  const { now, times } = known;
  const { asked } = regression;
  const check = found === undefined ? null : checkOf(found.environment, regression.check);
  if (regression.endedAt !== null || check?.lastKnown !== 'failed') return { kind: 'over' };
  if (check.status !== 'failed') return { kind: 'wait', ms: unseenMs };
  if (isGivenUp(regression, known)) return { kind: 'release' };
  // "Not ready yet" has a reminder of its own.
  const isAskedOtherwise = asked > 0 && check.reason === 'not_ready';
  if (regression.takenBy !== null || isAskedOtherwise) return { kind: 'wait', ms: times.remindAfterMs };
  if (asked > 0) {
    const allowedAt = nextAllowedTime(now, times.timeZone, times.quietHours);
    return allowedAt > now ? { kind: 'wait', ms: allowedAt.getTime() - now.getTime() } : { kind: 'ask' };
  }
  return regression.announced ? { kind: 'ask' } : { kind: 'wait', ms: times.remindAfterMs, asked: 1 };
}

function isGivenUp({ takenBy, takenAt }: Regression, { now, times, isGone }: KnownOfRegressions): boolean {
  if (takenBy === null || takenAt === null) return false;
  return isGone(takenBy) || isTakenTooLong(takenAt, now, times.remindAfterMs);
}
