import { describe, expect, test } from 'vitest';
import { applyOutcome } from '../../../../src/core/checks/apply_outcome.ts';
import { type Check, newCheck, type Outcome } from '../../../../src/core/checks/check.ts';
import type { ProvenBy } from '../../../../src/core/checks/check_detail.ts';
import { isProven } from '../../../../src/core/checks/keep_proof.ts';

const now = new Date('2026-03-02T09:00:00Z');
const provenBy: ProvenBy = { sessionId: 's', accountId: 'a', at: now.toISOString(), profileId: 'p' };
const seen = (check: Check, outcome: Outcome): Check => applyOutcome(check, outcome, now).check;
const proven = (name: Check['name']): Check =>
  seen(newCheck(name), { kind: 'passed', evidence: 'verified', detail: { profileId: 'p', provenBy } });

const listed = { kind: 'passed', evidence: 'derived', detail: { profileId: 'p', active: 3 } } as const;

describe('a check that a consent has proven', () => {
  test('stays verified by it when a list says no more than that it passes, and takes what the list knows', () => {
    const check = seen(proven('linked_account'), listed);
    expect(check).toMatchObject({ evidence: 'verified', detail: { active: 3, provenBy }, attestedBy: null });
  });

  test('keeps who assigned the profile', () => {
    const matched = { ...listed, evidence: 'attested', by: 'UANA' } as const;
    expect(seen(proven('connector_profile'), matched)).toMatchObject({
      evidence: 'verified',
      attestedBy: 'UANA',
    });
  });

  test.each<[string, Outcome]>([
    ['another profile', { ...listed, detail: { profileId: 'q' } }],
    ['something new', { ...listed, isNew: true }],
  ])('is not proven any more when it is about %s', (_what, outcome) => {
    const check = seen(proven('connector_profile'), outcome);
    expect(check).toMatchObject({ status: 'passed', evidence: 'derived' });
    expect(isProven(check)).toBe(false);
  });

  test.each<[string, Outcome]>([
    [
      'fails',
      { kind: 'failed', evidence: 'verified', reason: 'profile_removed', detail: { profileId: 'p' } },
    ],
    ['is open again', { kind: 'pending', reason: null, detail: { profileId: 'p' } }],
  ])('is not proven when it %s, nor when it passes after that', (_what, outcome) => {
    const lost = seen(proven('connector_profile'), outcome);
    expect(isProven(lost)).toBe(false);
    expect(isProven(seen(lost, listed))).toBe(false);
  });
});
