import { ages } from './ageing.ts';
import { becameUnknown, type Check, type LastKnown, type Outcome } from './check.ts';
import { keepProof } from './keep_proof.ts';
import { retryAfter } from './retry_check.ts';

/**
 * What a new look at a check means for people.
 * `regressed` (passed before, fails now) and `recovered` (regressed before, passes now) are announced.
 */
export type Change =
  | 'none'
  | 'passed'
  | 'failed'
  | 'regressed'
  | 'recovered'
  | 'reset'
  | 'lost_sight'
  | 'expired' // an attestation came to its end
  | 'confirmed'; // an attestation was made again

/** Every pair of statuses, and the name of the change from the first to the second. */
const changes: Record<LastKnown, Record<LastKnown, Change>> = {
  pending: { pending: 'none', passed: 'passed', failed: 'failed' },
  passed: { pending: 'reset', passed: 'none', failed: 'regressed' },
  failed: { pending: 'reset', passed: 'recovered', failed: 'none' },
};

/** The check after an outcome, and the change it makes. An outage keeps the last known answer and its age. */
export function applyOutcome(check: Check, found: Outcome, now: Date): { check: Check; change: Change } {
  const outcome = keepProof(check, found);
  if (outcome.kind === 'unknown') {
    const change = check.status === 'unknown' ? 'none' : 'lost_sight';
    const lost = becameUnknown(check, outcome.why);
    const retry = retryAfter(check, outcome, now);
    const detail = retry === undefined ? lost.detail : { ...lost.detail, retry };
    return { check: { ...lost, detail, lookedAt: now }, change };
  }
  if (outcome.kind === 'expired') return expired(check);
  const change = changeTo(check, outcome);
  const broke = change === 'regressed' || (outcome.kind === 'failed' && check.detail.broke === true);
  return {
    check: {
      name: check.name,
      status: outcome.kind,
      evidence: outcome.kind === 'pending' ? null : outcome.evidence,
      reason: outcome.kind === 'passed' ? null : outcome.reason,
      detail: { ...outcome.detail, ...(broke ? { broke } : {}) },
      lastKnown: outcome.kind,
      knownAt: outcome.kind === 'passed' ? (outcome.saidAt ?? now) : now,
      lookedAt: now,
      attestedBy: outcome.by ?? null,
      expiresAt: outcome.kind === 'passed' ? (outcome.expiresAt ?? null) : null,
    },
    change,
  };
}

/** Nothing was looked at and nothing failed: what was said stays, with who said it and when. */
function expired(check: Check): { check: Check; change: Change } {
  if (check.lastKnown !== 'passed' || !hasEnd(check)) return { check, change: 'none' };
  const change = check.reason === 'attestation_expired' ? 'none' : 'expired';
  const { retry: _retry, provenBy: _provenBy, ...detail } = check.detail;
  return { check: { ...check, status: 'unknown', reason: 'attestation_expired', detail }, change };
}

/** What people say has an end; what a service confirms has none, but for a Beta link that a consent ran through. */
const hasEnd = ({ evidence, expiresAt }: Check): boolean => evidence === 'attested' || expiresAt !== null;

function changeTo(check: Check, outcome: Extract<Outcome, { kind: LastKnown }>): Change {
  const change = changes[check.lastKnown][outcome.kind];
  const isAgain =
    outcome.kind === 'passed' && outcome.evidence === 'attested' && outcome.saidAt === undefined;
  return change === 'none' && isAgain && ages(check.name) ? 'confirmed' : change;
}
