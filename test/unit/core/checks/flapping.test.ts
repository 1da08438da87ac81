import { describe, expect, test } from 'vitest';
import { applyOutcome } from '../../../../src/core/checks/apply_outcome.ts';
import { type Check, newCheck, type Outcome } from '../../../../src/core/checks/check.ts';
import { type Damping, dampingOf } from '../../../../src/core/checks/flap_damping.ts';

const minute = 60_000;
const passed: Outcome = { kind: 'passed', evidence: 'verified' };
const failed: Outcome = { kind: 'failed', evidence: 'verified', reason: 'profile_disabled' };
const unknown: Outcome = { kind: 'unknown', why: 'timeout' };

/** Looks at a check at these minutes, and tells how loudly each change is told. */
function dampingsOf(...looks: readonly (readonly [number, Outcome])[]): Damping[] {
  let check: Check = newCheck('connector_profile');
  return looks.map(([at, outcome]) => {
    const now = new Date(at * minute);
    const next = applyOutcome(check, outcome, now);
    const { damping, swings } = dampingOf(check, next.change, now);
    check = { ...next.check, detail: { ...next.check.detail, ...(swings.length > 0 ? { swings } : {}) } };
    return damping;
  });
}

/** Passed, then broken and mended in turn, every so many minutes. */
function swinging(times: number, every: number): (readonly [number, Outcome])[] {
  const looks = Array.from(
    { length: times },
    (_, i) => [(i + 1) * every, i % 2 === 0 ? failed : passed] as const,
  );
  return [[0, passed], ...looks];
}

describe('a check that goes back and forth', () => {
  test('is announced six times, once more with a note that it is the last, and then no more', () => {
    const dampings = dampingsOf(...swinging(20, 1));
    expect(dampings.slice(0, 7)).toEqual(Array(7).fill('loud'));
    expect(dampings[7]).toBe('last');
    expect(new Set(dampings.slice(8))).toEqual(new Set(['quiet']));
  });

  test('slowly is announced every time', () => {
    expect(new Set(dampingsOf(...swinging(20, 30)))).toEqual(new Set(['loud']));
  });

  test('is announced again after an hour without a change', () => {
    const calm = 9 + 61;
    const dampings = dampingsOf(...swinging(9, 1), [calm, passed], [calm + 1, failed], [calm + 2, passed]);
    expect(dampings.slice(-4)).toEqual(['quiet', 'loud', 'loud', 'loud']);
  });

  test('does not count an outage, or finding the same again', () => {
    const between = swinging(6, 1).flatMap(([at, outcome]) => [
      [at, outcome] as const,
      [at + 0.2, outcome] as const,
      [at + 0.4, unknown] as const,
    ]);
    expect(new Set(dampingsOf(...between))).toEqual(new Set(['loud']));
  });
});
