import { describe, expect, test } from 'vitest';
import { decideResend, type SentMessageLookup } from '../../../../src/core/deliveries/resend_decision.ts';

const second = 1_000;

describe('a delivery whose last attempt had an unclear end', () => {
  const cases: readonly [string, SentMessageLookup, number, unknown][] = [
    ['that Slack shows is not sent again', { kind: 'found', ts: '1.1' }, 0, { kind: 'found', ts: '1.1' }],
    [
      'that Slack does not show is looked up again, in case Slack is still carrying it out',
      { kind: 'absent' },
      0,
      { kind: 'wait', afterMs: 5 * second },
    ],
    ['that Slack does not show after a while is sent', { kind: 'absent' }, 5 * second, send(false)],
    [
      'waits until the rate limit allows another lookup',
      { kind: 'rate_limited', afterMs: 60 * second },
      second,
      { kind: 'wait', afterMs: 60 * second },
    ],
    [
      'does not wait for that for ever',
      { kind: 'rate_limited', afterMs: 60 * second },
      61 * second,
      send(true),
    ],
    [
      'that cannot be looked up is resent blindly',
      { kind: 'not_readable', why: 'missing_scope' },
      0,
      send(true),
    ],
  ];
  test.each(cases)('%s', (_what, lookup, unclearForMs, expected) => {
    expect(decideResend(lookup, unclearForMs)).toEqual(expected);
  });

  function send(isBlind: boolean) {
    return { kind: 'send', isBlind };
  }
});
