import { describe, expect, test } from 'vitest';
import { applyOutcome } from '../../../../src/core/checks/apply_outcome.ts';
import { type Check, newCheck, type Outcome } from '../../../../src/core/checks/check.ts';

const then = new Date('2026-03-02T09:00:00Z');
const now = new Date('2026-03-02T10:00:00Z');

const passed: Outcome = { kind: 'passed', evidence: 'verified' };
const failed: Outcome = { kind: 'failed', evidence: 'verified', reason: 'invalid_credentials' };
const pending: Outcome = { kind: 'pending', reason: null };
const unknown: Outcome = { kind: 'unknown', why: 'timeout' };

/** A check as it stands after these outcomes, an hour ago. */
function checkAfter(...outcomes: readonly Outcome[]): Check {
  return outcomes.reduce(
    (check, outcome) => applyOutcome(check, outcome, then).check,
    newCheck('credentials'),
  );
}

describe('what a look at a check means', () => {
  test.each([
    // what was known, what it looked like, what is found, what it is called, how it looks now
    ['pending', checkAfter(), pending, 'none', 'pending'],
    ['pending', checkAfter(), passed, 'passed', 'passed'],
    ['pending', checkAfter(), failed, 'failed', 'failed'],
    ['pending', checkAfter(), unknown, 'lost_sight', 'unknown'],
    ['passed', checkAfter(passed), pending, 'reset', 'pending'],
    ['passed', checkAfter(passed), passed, 'none', 'passed'],
    ['passed', checkAfter(passed), failed, 'regressed', 'failed'],
    ['passed', checkAfter(passed), unknown, 'lost_sight', 'unknown'],
    ['failed', checkAfter(failed), pending, 'reset', 'pending'],
    ['failed', checkAfter(failed), passed, 'recovered', 'passed'],
    ['failed', checkAfter(failed), failed, 'none', 'failed'],
    ['failed', checkAfter(failed), unknown, 'lost_sight', 'unknown'],
    ['pending, out of sight', checkAfter(unknown), pending, 'none', 'pending'],
    ['pending, out of sight', checkAfter(unknown), passed, 'passed', 'passed'],
    ['pending, out of sight', checkAfter(unknown), failed, 'failed', 'failed'],
    ['pending, out of sight', checkAfter(unknown), unknown, 'none', 'unknown'],
    ['passed, out of sight', checkAfter(passed, unknown), pending, 'reset', 'pending'],
    ['passed, out of sight', checkAfter(passed, unknown), passed, 'none', 'passed'],
    ['passed, out of sight', checkAfter(passed, unknown), failed, 'regressed', 'failed'],
    ['passed, out of sight', checkAfter(passed, unknown), unknown, 'none', 'unknown'],
    ['failed, out of sight', checkAfter(failed, unknown), pending, 'reset', 'pending'],
    ['failed, out of sight', checkAfter(failed, unknown), passed, 'recovered', 'passed'],
    ['failed, out of sight', checkAfter(failed, unknown), failed, 'none', 'failed'],
    ['failed, out of sight', checkAfter(failed, unknown), unknown, 'none', 'unknown'],
  ] as const)('%s: %#', (_known, before, outcome, change, status) => {
    const result = applyOutcome(before, outcome, now);
    expect(result.change).toBe(change);
    expect(result.check.status).toBe(status);
    expect(result.check.lookedAt).toEqual(now);
    expect(result.check.lastKnown).toBe(outcome.kind === 'unknown' ? before.lastKnown : outcome.kind);
    expect(result.check.knownAt).toEqual(outcome.kind === 'unknown' ? before.knownAt : now);
  });
});

test('an outage keeps the last answer with its evidence, its witness, its facts and its age', () => {
  const said: Outcome = { kind: 'passed', evidence: 'attested', by: 'UANA', detail: { note: 'seen' } };
  expect(applyOutcome(checkAfter(said), unknown, now).check).toEqual({
    ...checkAfter(said),
    status: 'unknown',
    reason: 'timeout',
    lookedAt: now,
  });
});

test('an outage does not make the reason of the last answer forgotten, however long it lasts', () => {
  const disabled: Outcome = { kind: 'failed', evidence: 'verified', reason: 'app_disabled' };
  const lost = applyOutcome(checkAfter(disabled, unknown), { kind: 'unknown', why: 'network' }, now).check;
  expect(lost.reason).toBe('network');
  expect(lost.detail.because).toBe('app_disabled');
  expect(applyOutcome(lost, passed, now).check.detail).toEqual({});
});

test('a new answer leaves nothing of the old one behind', () => {
  const before = checkAfter({
    kind: 'failed',
    evidence: 'attested',
    by: 'UANA',
    reason: 'not_ready',
    detail: { note: 'x' },
  });
  expect(applyOutcome(before, passed, now).check).toEqual({
    name: 'credentials',
    status: 'passed',
    evidence: 'verified',
    reason: null,
    detail: {},
    lastKnown: 'passed',
    knownAt: now,
    lookedAt: now,
    attestedBy: null,
    expiresAt: null,
  });
  expect(applyOutcome(before, pending, now).check).toMatchObject({
    evidence: null,
    attestedBy: null,
    detail: {},
  });
});
