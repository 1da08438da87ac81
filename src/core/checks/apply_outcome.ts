import { type Answer, becameUnknown, type Check, type Outcome } from './check.ts';
import { retryAfter } from './retry_check.ts';

/**
 * What a new look at a check means for people.
 * `regressed` (passed before, fails now) and `recovered` (regressed before, passes now) are announced.
 */
export type Change = 'none' | 'passed' | 'failed' | 'regressed' | 'recovered' | 'reset' | 'lost_sight';

/** Every pair of statuses, and the name of the change from the first to the second. */
const changes: Record<Answer, Record<Answer, Change>> = {
  pending: { pending: 'none', passed: 'passed', failed: 'failed' },
  passed: { pending: 'reset', passed: 'none', failed: 'regressed' },
  failed: { pending: 'reset', passed: 'recovered', failed: 'none' },
};

/** The check after an outcome, and the change it makes. An outage keeps the last known answer and its age. */
export function applyOutcome(check: Check, outcome: Outcome, now: Date): { check: Check; change: Change } {
  if (outcome.kind === 'unknown') {
    const change = check.status === 'unknown' ? 'none' : 'lost_sight';
    const lost = becameUnknown(check, outcome.why);
    const retry = retryAfter(check, outcome, now);
    const detail = retry === undefined ? lost.detail : { ...lost.detail, retry };
    return { check: { ...lost, detail, lookedAt: now }, change };
  }
  const change = changes[check.lastKnown][outcome.kind];
  const broke = change === 'regressed' || (outcome.kind === 'failed' && check.detail.broke === true);
  return {
    check: {
      name: check.name,
      status: outcome.kind,
      evidence: outcome.kind === 'pending' ? null : outcome.evidence,
      reason: outcome.kind === 'passed' ? null : outcome.reason,
      detail: { ...outcome.detail, ...(broke ? { broke } : {}) },
      lastKnown: outcome.kind,
      knownAt: now,
      lookedAt: now,
      attestedBy: outcome.by ?? null,
    },
    change,
  };
}
