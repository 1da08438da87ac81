import { describe, expect, test } from 'vitest';
import {
  pauseMs,
  resendDecision,
  type SentMessageLookup,
} from '../../../../src/core/deliveries/resend_decision.ts';

const second = 1_000;

describe('a message whose last try ended unseen', () => {
  const cases: readonly [string, SentMessageLookup, number, unknown][] = [
    ['that stands is not sent again', { kind: 'stands', ts: '1.1' }, 0, { kind: 'stands', ts: '1.1' }],
    [
      'that does not stand is looked for again, in case Slack is still at it',
      { kind: 'absent' },
      0,
      { kind: 'wait', afterMs: 5 * second },
    ],
    ['that does not stand after a while is sent', { kind: 'absent' }, 5 * second, send(false)],
    [
      'waits for its turn to look',
      { kind: 'limited', afterMs: 60 * second },
      second,
      { kind: 'wait', afterMs: 60 * second },
    ],
    ['does not wait for that for ever', { kind: 'limited', afterMs: 60 * second }, 61 * second, send(true)],
    ['that nobody may look for is sent blindly', { kind: 'unseen', why: 'missing_scope' }, 0, send(true)],
  ];
  test.each(cases)('%s', (_what, lookup, unclearForMs, expected) => {
    expect(resendDecision(lookup, unclearForMs)).toEqual(expected);
  });

  function send(blindly: boolean) {
    return { kind: 'send', blindly };
  }
});

describe('the pause after a failure', () => {
  test('grows, up to a minute, and differs among those who failed together', () => {
    expect([0, 1, 2, 20].map((failures) => pauseMs(failures, 1))).toEqual([1_000, 2_000, 4_000, 60_000]);
    expect(pauseMs(3, 0)).toBe(4_000);
    expect(pauseMs(3, 0.5)).toBe(6_000);
  });
});
