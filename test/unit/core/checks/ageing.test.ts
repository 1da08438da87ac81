import { describe, expect, test } from 'vitest';
import {
  ages,
  endOfAttestation,
  endOfEarlierAttestation,
  endsSoon,
  isOver,
  nextAgeStep,
} from '../../../../src/core/checks/ageing.ts';
import { applyOutcome } from '../../../../src/core/checks/apply_outcome.ts';
import { type Check, checkNames, newCheck, type Outcome } from '../../../../src/core/checks/check.ts';
import { dampingOf } from '../../../../src/core/checks/flap_damping.ts';
import { nextAction } from '../../../../src/core/checks/next_action.ts';
import { throughStackOneStatus } from '../../../../src/core/checks/stackone_status.ts';
import { progress, stageOf } from '../../../../src/core/checks/stage.ts';

const day = 24 * 60 * 60_000;
const said = new Date('2026-03-02T09:00:00Z');
const days = (count: number, from = said) => new Date(from.getTime() + count * day);

const attested: Outcome = { kind: 'passed', evidence: 'attested', by: 'UADA', expiresAt: days(90) };
const checkAfter = (name: Check['name'], ...outcomes: readonly Outcome[]): Check =>
  outcomes.reduce((check, outcome) => applyOutcome(check, outcome, said).check, newCheck(name));
const expired = (name: Check['name']) => checkAfter(name, attested, { kind: 'expired' });

describe('the end of what a person said', () => {
  test.each([
    ['redirect', 'development', {}, days(90)],
    ['redirect', 'production', {}, days(90)],
    ['credentials', 'production', {}, days(90)],
    ['test_status', 'development', {}, days(90)],
    ['test_status', 'production', {}, days(28)],
    ['test_status', 'production', { shared: { at: days(-10).toISOString(), extension: 0 } }, days(18)],
    ['test_status', 'production', { shared: { at: days(-1).toISOString(), extension: 2 } }, days(27)],
    ['test_status', 'production', { published: true }, days(90)],
    ['scopes', 'production', {}, null],
    ['connector_profile', 'production', {}, null],
    ['linked_account', 'development', {}, null],
  ] as const)('of %s of %s with %j', (name, environment, more, end) => {
    expect(endOfAttestation({ name, environment, at: said, ...more }, 90)).toEqual(end);
  });

  test('follows the number of days that the workspace chose', () => {
    expect(endOfAttestation({ name: 'redirect', environment: 'development', at: said }, 7)).toEqual(days(7));
  });

  test.each([
    ['redirect', 90],
    ['redirect', 7],
    ['test_status', 90],
  ] as const)(
    'of %s comes neither before people were asked nor for all at once, where nobody knew that there would be one (%i days)',
    (name, lifeDays) => {
      const earlier = { name, environment: 'production', at: said } as const;
      const ends = Array.from({ length: 500 }, (_, app) => {
        const end = endOfEarlierAttestation(earlier, lifeDays, days(400), app / 500);
        if (end === null) throw new Error('no end');
        return end;
      });
      const life = name === 'test_status' ? 28 : Math.max(lifeDays, 9);
      const daysOn = ends.map((end) => (end.getTime() - days(400).getTime()) / day);
      expect(Math.min(...daysOn)).toBe(9);
      expect(Math.max(...daysOn)).toBeLessThanOrEqual(life);
      for (const end of ends) expect(endsSoon(end, days(401))).toBe(false);
      expect(new Set(daysOn).size).toBe(Math.max(1, life - 9));
    },
  );

  test('stays where it is far enough away, or follows from a date that was given', () => {
    const earlier = { name: 'redirect', environment: 'development', at: said } as const;
    expect(endOfEarlierAttestation(earlier, 90, days(10), 0.7)).toEqual(days(90));
    const shared = { at: days(-10).toISOString(), extension: 1 } as const;
    const link = { name: 'test_status', environment: 'production', at: said, shared } as const;
    expect(endOfEarlierAttestation(link, 90, days(15), 0.7)).toEqual(days(18));
  });

  test('is looked at a week before, a day before, and when it has come', () => {
    const end = days(90);
    const steps = [said];
    for (let at = said; at < end; steps.push(at)) at = nextAgeStep(end, at) ?? end;
    expect(steps.slice(1)).toEqual([days(83), days(89), end]);
    expect(nextAgeStep(null, said)).toBe(null);
  });

  test('is asked about at one time of the day, never later than a week and a day before', () => {
    const asked = Array.from({ length: 24 }, (_, hours) => {
      const end = new Date(days(90).getTime() + hours * 60 * 60_000);
      const week = nextAgeStep(end, said) ?? end;
      expect(endsSoon(end, week)).toBe(true);
      expect(endsSoon(end, new Date(week.getTime() - 1))).toBe(false);
      return [week, nextAgeStep(end, week)];
    });
    expect(new Set(asked.map((times) => JSON.stringify(times)))).toEqual(
      new Set([JSON.stringify([days(83), days(89)])]),
    );
  });
});

describe('an expired attestation', () => {
  test.each(['redirect', 'test_status', 'credentials'] as const)(
    'of %s keeps who said it and when',
    (name) => {
      const before = checkAfter(name, attested);
      expect(isOver(before, days(90))).toBe(true);
      expect(isOver(before, days(89))).toBe(false);
      const result = applyOutcome(before, { kind: 'expired' }, days(91));
      expect(result).toEqual({
        change: 'expired',
        check: { ...before, status: 'unknown', reason: 'attestation_expired' },
      });
      expect(dampingOf(before, result.change, days(91))).toEqual({ damping: 'loud', swings: [] });
      expect(applyOutcome(result.check, { kind: 'expired' }, days(92)).change).toBe('none');
    },
  );

  test.each([
    ['verified by a service', { kind: 'passed', evidence: 'verified' }],
    ['failed', { kind: 'failed', evidence: 'verified', reason: 'invalid_credentials' }],
    ['reported as not ready', { kind: 'pending', reason: 'not_ready', by: 'UADA' }],
  ] as const)('is not what was %s meanwhile', (_name, outcome) => {
    const check = checkAfter('test_status', attested, outcome);
    expect(isOver(check, days(400))).toBe(false);
    expect(applyOutcome(check, { kind: 'expired' }, days(400))).toEqual({ check, change: 'none' });
  });

  test('is confirmed again by saying so, and is no recovery', () => {
    const again = applyOutcome(expired('redirect'), { ...attested, by: 'UBEN' }, days(95));
    expect(again.change).toBe('confirmed');
    expect(again.check).toMatchObject({
      status: 'passed',
      reason: null,
      attestedBy: 'UBEN',
      knownAt: days(95),
    });
  });

  test('changes no stage and no number of passed checks, and is the last thing to do', () => {
    const live = checkNames.map((name) => checkAfter(name, { kind: 'passed', evidence: 'verified' }));
    for (const name of checkNames.filter(ages)) {
      const checks = live.map((check) => (check.name === name ? expired(name) : check));
      for (const wasLive of [true, false]) expect(stageOf(checks, { wasLive, archived: false })).toBe('live');
      expect(progress(checks)).toEqual({ passed: 6, of: 6 });
      expect(nextAction(checks)).toBe('confirm_again');
      const open = checks.map((check) =>
        check.name === 'linked_account' ? newCheck('linked_account') : check,
      );
      expect(nextAction(open)).toBe('link_account');
    }
  });

  test('says the same while StackOne does not answer', () => {
    const stackone = { answeredAt: null, trouble: 'timeout', troubleSince: said } as const;
    for (const name of checkNames.filter(ages))
      expect(throughStackOneStatus(expired(name), stackone)).toEqual(expired(name));
  });
});
