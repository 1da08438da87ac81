import { describe, expect, it } from 'vitest';
import { becameUnknown, checkNames, newCheck } from '../../../../src/core/checks/check.ts';
import { cannotBeSeen, isLastNudge, isReminded, nextNudge } from '../../../../src/core/turns/nudges.ts';

const monday = new Date('2026-03-02T09:00:00Z');
const day = 24 * 3_600_000;

describe('reminders of a turn', () => {
  it('come less and less often, and end', () => {
    const days: number[] = [];
    let at: Date | null = monday;
    for (let nudges = 0; at !== null; nudges += 1) {
      at = nextNudge(nudges, at, day);
      if (at !== null) days.push((at.getTime() - monday.getTime()) / day);
    }
    expect(days).toEqual([2, 4, 9, 19]);
    expect([0, 1, 2, 3, 4].map(isLastNudge)).toEqual([false, false, false, true, true]);
  });

  it('are for steps that nobody is reminded of otherwise', () => {
    const stage = 'testing';
    expect(isReminded({ stage }, { action: 'run_test', doer: 'zoom_admin' })).toBe(true);
    expect(isReminded({ stage }, { action: 'fill_missing_fields', doer: 'zoom_admin' })).toBe(false);
    expect(isReminded({ stage }, { action: 'confirm_again', doer: 'zoom_admin' })).toBe(false);
    expect(isReminded({ stage: 'degraded' }, { action: 'run_test', doer: 'zoom_admin' })).toBe(false);
  });

  it('wait while nobody can see whether the step was done', () => {
    const away = becameUnknown(newCheck('connector_profile'), 'timeout');
    const checks = checkNames.map((name) => ({ ...newCheck(name), lastKnown: 'passed' as const }));
    const step = { action: 'create_profile', doer: 'stackone_admin' } as const;
    const withProfile = (check: typeof away) => ({
      checks: checks.map((one) => (one.name === check.name ? check : one)),
    });
    expect(cannotBeSeen(withProfile(away), step)).toBe(true);
    expect(cannotBeSeen(withProfile(newCheck('connector_profile')), step)).toBe(false);
    expect(cannotBeSeen(withProfile(away), { action: 'confirm_credentials', doer: 'zoom_admin' })).toBe(
      false,
    );
  });
});
