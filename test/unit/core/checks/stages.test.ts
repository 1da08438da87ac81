import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Check, checkNames, type LastKnown, newCheck } from '../../../../src/core/checks/check.ts';
import { progress, type Stage, stageOf } from '../../../../src/core/checks/stage.ts';

const letters: Record<string, LastKnown> = { '.': 'pending', P: 'passed', F: 'failed' };

/** Six letters, in the order credentials, scopes, redirect, test, profile, account. */
function checks(answers: string, status?: 'unknown'): Check[] {
  return checkNames.map((name, index) => {
    const lastKnown = letters[answers[index] ?? '.'] ?? 'pending';
    return { ...newCheck(name), lastKnown, status: status ?? lastKnown };
  });
}

const onTheWay: readonly (readonly [string, Stage])[] = [
  ['......', 'credentials'],
  ['F.....', 'credentials'],
  ['FPPPPP', 'credentials'],
  ['P.....', 'scopes'],
  ['PF....', 'scopes'],
  ['P.PPP.', 'scopes'],
  ['PP....', 'testing'],
  ['PPP...', 'testing'],
  ['PP.P..', 'testing'],
  ['PPPF..', 'testing'],
  ['PPF.P.', 'testing'],
  ['PPPP..', 'profile'],
  ['PPPPF.', 'profile'],
  ['PPPP.P', 'profile'],
  ['PPPPP.', 'live'],
  ['PPPPPP', 'live'],
  ['PPPPPF', 'live'],
];

describe('the stage of an environment that was never live', () => {
  test.each(onTheWay)('%s is %s', (answers, stage) => {
    expect(stageOf(checks(answers), { wasLive: false, archived: false })).toBe(stage);
  });

  test.each(onTheWay)('%s is %s even while nothing can be looked at', (answers, stage) => {
    expect(stageOf(checks(answers, 'unknown'), { wasLive: false, archived: false })).toBe(stage);
  });
});

describe('credentials without a secret, while nothing has proven them,', () => {
  const unproven = (answers: string, status?: 'unknown'): Check[] =>
    checks(answers, status).map((check) => {
      if (check.name !== 'credentials') return check;
      return status === 'unknown'
        ? { ...check, reason: 'timeout', detail: { because: 'no_secret' } }
        : { ...check, reason: 'no_secret' };
    });

  test.each([
    ['......', 'scopes'],
    ['.P....', 'testing'],
    ['.PPP..', 'profile'],
    ['.PPPP.', 'live'],
    ['.PPPPP', 'live'],
  ] as const)('do not hold up %s: it is %s', (answers, stage) => {
    for (const status of [undefined, 'unknown'] as const)
      expect(stageOf(unproven(answers, status), { wasLive: false, archived: false })).toBe(stage);
  });

  test('do not degrade what was live, and do not count as passed', () => {
    expect(stageOf(unproven('.PPPPP'), { wasLive: true, archived: false })).toBe('live');
    expect(progress(unproven('.PPPPP'))).toEqual({ passed: 5, of: 6 });
  });

  test('hold it up once they failed, whatever was before', () => {
    expect(stageOf(unproven('FPPPP.'), { wasLive: false, archived: false })).toBe('credentials');
  });
});

describe('the stage of an environment that was live', () => {
  test.each([
    ['PPPPPP', 'live'],
    ['PPPPP.', 'live'],
    ['.PPPPP', 'live'],
    ['FPPPPP', 'degraded'],
    ['PPPFPP', 'degraded'],
    ['PPPPFP', 'degraded'],
    ['PPPPPF', 'degraded'],
  ] as const)('%s is %s', (answers, stage) => {
    expect(stageOf(checks(answers), { wasLive: true, archived: false })).toBe(stage);
    expect(stageOf(checks(answers, 'unknown'), { wasLive: true, archived: false })).toBe(stage);
  });
});

test('an archived environment is archived, whatever its checks say', () => {
  const answers = fc.string({ unit: fc.constantFrom('.', 'P', 'F'), minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(answers, fc.boolean(), (some, wasLive) => {
      expect(stageOf(checks(some), { wasLive, archived: true })).toBe('archived');
    }),
  );
});

test('the order in which the checks are listed says nothing', () => {
  const answers = fc.string({ unit: fc.constantFrom('.', 'P', 'F'), minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(answers, fc.boolean(), (some, wasLive) => {
      const state = { wasLive, archived: false };
      expect(stageOf(checks(some).reverse(), state)).toBe(stageOf(checks(some), state));
    }),
  );
});

test('progress counts what is known to have passed, also while it cannot be looked at', () => {
  expect(progress(checks('PPPF..'))).toEqual({ passed: 3, of: 6 });
  expect(progress(checks('PPPPPP', 'unknown'))).toEqual({ passed: 6, of: 6 });
});
