import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../../../src/core/deliveries/delivery.ts';
import {
  decideAfterFailure,
  probeAfterRefusals,
  refusedDelayMs,
  unreachableDelayMs,
} from '../../../../src/core/deliveries/failure_decision.ts';
import { callFailureOf, type SendFailure } from '../../../../src/core/deliveries/send_failure.ts';
import { refusalsByCode } from '../../../../src/core/deliveries/slack_error_codes.ts';

const now = new Date('2026-03-02T09:00:00Z');

const aMessage: Delivery = {
  workspaceId: 'T1',
  channelId: 'C1',
  id: '01890000-0000-7000-8000-000000000001',
  attempt: 1,
  subject: null,
  subjectId: null,
  message: { kind: 'stackone_back', since: now.toISOString() },
  cardTs: null,
  edits: null,
  channelPaused: false,
  refusals: 0,
  queuedAt: now,
  triedAt: now,
  unclearSince: null,
  repeated: false,
  traceparent: null,
};
const direct: Delivery = { ...aMessage, channelId: 'U0ANA' };
const aCard: Delivery = { ...aMessage, message: null, subject: 'zoom_app', subjectId: aMessage.id };
const shownCard: Delivery = { ...aCard, cardTs: '1.1' };
const anEdit: Delivery = { ...aMessage, edits: { channelId: 'C1', ts: '1.1', repeated: false } };
const oftenRefused: Delivery = { ...aMessage, refusals: probeAfterRefusals - 1 };
const unlisted: SendFailure = { kind: 'refused', code: 'a_code_of_next_year' };

const goesOn = { kind: 'continue' };
const retry = (afterMs: number) => ({ kind: 'retry', afterMs });
const requeue = (next: unknown, code: string | null = null, forgetsTarget = false) => ({
  transition: 'requeue',
  code,
  forgetsTarget,
  next,
});
const refused = (code: string, rule: unknown) => ({ transition: 'requeue_refused', code, rule });
const mayPass = { pausesAfter: 4, needsPerson: false, isProbe: false };
const never = Number.POSITIVE_INFINITY;

const codes = [...refusalsByCode.keys()];
const delivery = fc.constantFrom(aMessage, direct, aCard, shownCard, anEdit, oftenRefused);

describe('after a failed attempt', () => {
  const cases: readonly [string, SendFailure, Delivery, unknown][] = [
    ['a short rate limit is waited for', { kind: 'rate_limited', afterMs: 5_000 }, aMessage, requeue(goesOn)],
    [
      'a long rate limit ends the job until then',
      { kind: 'rate_limited', afterMs: 5_001 },
      aMessage,
      requeue(retry(5_001)),
    ],
    [
      'an unreachable Slack is retried later and later',
      { kind: 'unreachable' },
      aMessage,
      requeue({ kind: 'back_off' }),
    ],
    [
      'an unclear end is looked up later',
      { kind: 'unclear_end' },
      aMessage,
      { transition: 'mark_unclear', next: { kind: 'back_off' } },
    ],
    [
      'a lookup that has to wait changes nothing',
      { kind: 'lookup_pending', afterMs: 60_000 },
      aMessage,
      { transition: null, next: retry(60_000) },
    ],
    [
      'a lookup that failed changes nothing',
      { kind: 'lookup_pending', afterMs: null },
      aMessage,
      { transition: null, next: { kind: 'back_off' } },
    ],
    [
      'an attempt that lost its delivery changes nothing',
      { kind: 'claimed_elsewhere' },
      aMessage,
      { transition: null, next: retry(0) },
    ],
    [
      'a refused token is waited for',
      { kind: 'token_refused', code: 'token_revoked' },
      aMessage,
      requeue(retry(60_000), 'token_revoked'),
    ],
    [
      'only a message that Slack refuses itself is dropped',
      { kind: 'message_refused', code: 'msg_too_long' },
      aMessage,
      { transition: 'drop', code: 'msg_too_long', next: goesOn },
    ],
    [
      'a closed channel pauses its watches at once',
      { kind: 'channel_closed', code: 'is_archived' },
      aMessage,
      refused('is_archived', { pausesAfter: 1, needsPerson: true, isProbe: false }),
    ],
    [
      'a person who takes no messages is nobody else’s concern',
      { kind: 'channel_closed', code: 'user_disabled' },
      direct,
      refused('user_disabled', { pausesAfter: never, needsPerson: true, isProbe: false }),
    ],
    [
      'a refusal that may pass pauses the watches after a few',
      unlisted,
      aMessage,
      refused(unlisted.code, mayPass),
    ],
    [
      'an unlisted refusal that lasts lets another message go first',
      unlisted,
      oftenRefused,
      { transition: 'defer', code: unlisted.code },
    ],
    [
      'a listed refusal that lasts does not',
      { kind: 'refused', code: 'message_limit_exceeded' },
      oftenRefused,
      refused('message_limit_exceeded', mayPass),
    ],
    [
      'a card keeps its place before its thread',
      unlisted,
      { ...aCard, refusals: 100 },
      refused(unlisted.code, mayPass),
    ],
    [
      'a deleted card is posted anew',
      { kind: 'target_missing', code: 'message_not_found' },
      shownCard,
      requeue(goesOn, null, true),
    ],
    [
      'a deleted message is posted anew instead of edited',
      { kind: 'target_missing', code: 'message_not_found' },
      anEdit,
      requeue(goesOn, null, true),
    ],
    [
      'a missing target of what edits nothing is a refusal, and is not retried at once',
      { kind: 'target_missing', code: 'cant_update_message' },
      aMessage,
      refused('cant_update_message', mayPass),
    ],
  ];
  test.each(cases)('%s', (_what, failure, given, expected) => {
    expect(decideAfterFailure(failure, given, false)).toEqual(expected);
  });

  test('a probe that is refused too shows that it is the channel, and is not deferred itself', () => {
    expect(decideAfterFailure(unlisted, oftenRefused, true)).toEqual(
      refused(unlisted.code, { ...mayPass, isProbe: true }),
    );
  });

  test('no code but those about the message itself drops it, and what stays is retried after a delay', () => {
    const code = fc.oneof(fc.constantFrom(...codes), fc.stringMatching(/^[a-z][a-z0-9_]{0,60}$/));
    fc.assert(
      fc.property(code, delivery, fc.boolean(), (one, given, isProbe) => {
        const decision = decideAfterFailure(callFailureOf(one), given, isProbe);
        expect(decision.transition === 'drop').toBe(refusalsByCode.get(one)?.kind === 'message');
        // Going on at once is for what has changed since: a target that is forgotten, a delivery that is dropped.
        if (decision.transition === 'requeue' && decision.next.kind === 'continue')
          expect(decision.forgetsTarget).toBe(true);
      }),
    );
  });
});

describe('the delay after a refusal', () => {
  test('grows, has an end, and is spread', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (refusals, needsPerson, chance) => {
          const delay = (count: number) => refusedDelayMs(count, { needsPerson, isProbe: false }, chance);
          expect(delay(refusals)).toBeGreaterThanOrEqual(500);
          expect(delay(refusals)).toBeLessThanOrEqual(10 * 60_000);
          expect(delay(refusals)).toBeLessThanOrEqual(delay(refusals + 1));
        },
      ),
    );
  });

  test('of a probe is as long as that of the delivery that was deferred', () => {
    const delay = (refusals: number, isProbe: boolean) =>
      refusedDelayMs(refusals, { needsPerson: false, isProbe }, 1);
    expect(delay(1, true)).toBe(delay(probeAfterRefusals, false));
    expect(delay(20, true)).toBe(delay(20, false));
  });
});

describe('the delay while Slack cannot be reached', () => {
  test('grows, up to a minute, and differs among those who failed together', () => {
    const delays = [0, 1, 2, 20].map((failures) => unreachableDelayMs(failures, 1));
    expect(delays).toEqual([1_000, 2_000, 4_000, 60_000]);
    expect(unreachableDelayMs(3, 0)).toBe(4_000);
    expect(unreachableDelayMs(3, 0.5)).toBe(6_000);
  });
});
