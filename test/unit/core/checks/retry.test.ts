import { describe, expect, test } from 'vitest';
import { applyOutcome } from '../../../../src/core/checks/apply_outcome.ts';
import { type Check, newCheck } from '../../../../src/core/checks/check.ts';
import { nextAction } from '../../../../src/core/checks/next_action.ts';
import { unknownReasons } from '../../../../src/core/checks/reasons.ts';
import { helpsItself, inVainAfterMs, pauseOf } from '../../../../src/core/checks/retry_check.ts';

const start = new Date('2026-03-02T09:00:00Z');
const at = (ms: number) => new Date(start.getTime() + ms);
const minute = 60_000;
const pausing = ['rate_limited', 'timeout', 'server_error', 'network'];

/** Tries without an answer, each with the time until the next. */
function unanswered(tries: readonly { at: number; next: number; why?: Check['reason'] }[]): Check {
  return tries.reduce((check, one) => {
    const why = unknownReasons.find((trouble) => trouble === (one.why ?? 'timeout')) ?? 'timeout';
    const outcome = { kind: 'unknown' as const, why, nextTryAt: at(one.at + one.next) };
    return applyOutcome(check, outcome, at(one.at)).check;
  }, newCheck('credentials'));
}

describe('credentials without an answer', () => {
  test.each(unknownReasons.filter((why) => why !== 'secret_unreadable'))(
    'for %s wait, or ask a person at once',
    (why) => {
      const check = unanswered([{ at: 0, next: 5 * minute, why }]);
      const waits = pausing.includes(why);
      expect(helpsItself(check)).toBe(waits);
      expect(nextAction([check])).toBe(waits ? 'wait_for_credentials' : 'confirm_credentials');
    },
  );

  test('keep the moment of the first try, and know the next one', () => {
    const check = unanswered([
      { at: 0, next: 5 * minute },
      { at: 5 * minute, next: 20 * minute, why: 'rate_limited' },
    ]);
    expect(pauseOf(check)).toEqual({ since: start.toISOString(), nextAt: at(25 * minute).toISOString() });
  });

  test('are for a person when asking has not helped for an hour', () => {
    const tries = Array.from({ length: 12 }, (_, n) => ({ at: n * 5 * minute, next: 5 * minute }));
    expect(nextAction([unanswered(tries)])).toBe('wait_for_credentials');
    const check = unanswered([...tries, { at: 60 * minute, next: 5 * minute }]);
    expect(nextAction([check])).toBe('confirm_credentials');
    expect(pauseOf(check)).toMatchObject({ since: start.toISOString(), inVain: true });
  });

  test('are for a person at once when Zoom wants to be left alone for longer', () => {
    expect(nextAction([unanswered([{ at: 0, next: inVainAfterMs }])])).toBe('wait_for_credentials');
    expect(nextAction([unanswered([{ at: 0, next: inVainAfterMs + 1 }])])).toBe('confirm_credentials');
  });

  test('begin anew after an answer', () => {
    const answered = applyOutcome(
      unanswered([{ at: 0, next: 61 * minute }]),
      { kind: 'pending', reason: 'not_contradicted' },
      at(61 * minute),
    ).check;
    expect(answered.detail).toEqual({});
    const outcome = { kind: 'unknown' as const, why: 'network' as const, nextTryAt: at(70 * minute) };
    const check = applyOutcome(answered, outcome, at(65 * minute)).check;
    expect(pauseOf(check)?.since).toBe(at(65 * minute).toISOString());
  });
});
