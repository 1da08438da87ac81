import { describe, expect, it } from 'vitest';
import { type Check, checkNames, newCheck } from '../../../../src/core/checks/check.ts';
import { doerOf } from '../../../../src/core/checks/next_action.ts';
import { nextStepOf, type Turn, turnAfter } from '../../../../src/core/turns/turn.ts';

const monday = new Date('2026-03-02T09:00:00Z');
const tuesday = new Date('2026-03-03T09:00:00Z');
const passed = (name: Check['name']): Check => ({
  ...newCheck(name),
  ...{ status: 'passed', evidence: 'verified', lastKnown: 'passed' },
});
const environment = (checks: readonly Check[], stage: 'credentials' | 'archived' = 'credentials') => ({
  checks: checkNames.map((name) => checks.find((check) => check.name === name) ?? passed(name)),
  stage,
  pendingClientId: null,
});

describe('whose turn it is', () => {
  it.each([
    ['scopes', 'fix_scopes', 'owner'],
    ['redirect', 'set_redirect', 'zoom_admin'],
    ['test_status', 'run_test', 'zoom_admin'],
    ['connector_profile', 'create_profile', 'stackone_admin'],
    ['linked_account', 'link_account', 'stackone_admin'],
  ] as const)('with %s open, it is %s by %s', (name, action, doer) => {
    expect(nextStepOf(environment([newCheck(name)]))).toEqual({ action, doer });
  });

  it("is nobody's while Greenroom asks Zoom, when nothing is open, and of an archived app", () => {
    expect(nextStepOf(environment([newCheck('credentials')]))).toBeNull();
    expect(nextStepOf(environment([]))).toBeNull();
    expect(nextStepOf(environment([newCheck('scopes')], 'archived'))).toBeNull();
  });

  it("is never Greenroom's", () => {
    for (const name of checkNames) {
      const step = nextStepOf(environment([newCheck(name)]));
      if (step !== null) expect(doerOf(step.action)).toBe(step.doer);
    }
  });
});

describe('since when', () => {
  const turn: Turn = { action: 'set_redirect', doer: 'zoom_admin', since: monday };

  it('the same step waits since it began', () => {
    const step = { action: 'set_redirect', doer: 'zoom_admin' } as const;
    expect(turnAfter(turn, step, tuesday)).toEqual(turn);
  });

  it('another step waits since now, by the same person too', () => {
    const step = { action: 'run_test', doer: 'zoom_admin' } as const;
    expect(turnAfter(turn, step, tuesday)).toEqual({ ...step, since: tuesday });
    expect(turnAfter(null, step, tuesday)).toEqual({ ...step, since: tuesday });
  });

  it('a step that is done waits no longer', () => {
    expect(turnAfter(turn, null, tuesday)).toBeNull();
  });
});
