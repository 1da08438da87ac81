import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConnectSession } from '../../../../src/core/proof/connect_session.ts';
import { type SeenSession, type SessionEnd, stepAfter } from '../../../../src/core/proof/session_step.ts';

const minute = 60_000;
const start = new Date('2026-03-02T09:00:00Z');
const startPlus = (ms: number) => new Date(start.getTime() + ms);

const open: ConnectSession = {
  workspaceId: 'T1',
  id: '0190a000-0000-7000-8000-000000000001',
  environmentId: '0190a000-0000-7000-8000-000000000002',
  purpose: 'prove',
  state: 'open',
  createdBy: 'UANA',
  createdAt: start,
  expiresAt: startPlus(30 * minute),
  profileId: 'p1',
  clientId: 'c1',
  pairMark: 'm1',
  accountId: null,
  zoomAccount: null,
  keepsAccount: true,
  customer: null,
  viewId: null,
  stackoneId: '48211',
  nextPollAt: start,
  trouble: null,
};

const seen = (
  status: string | null,
  more: { accountId?: string | null; code?: string } = {},
): SeenSession => ({
  kind: 'session',
  profileId: 'p1',
  attempt:
    status === null
      ? null
      : { status, errorCode: more.code ?? null, errorDescription: null, accountId: more.accountId ?? null },
});
const outage: SeenSession = { kind: 'unavailable', why: 'timeout' };
const refused: SeenSession = { kind: 'refused', status: 403 };
const step = (session: Partial<ConnectSession>, what: SeenSession, at: number) =>
  stepAfter({ ...open, ...session }, what, 1, startPlus(at));

describe('a poll of a connect session', () => {
  test.each<
    [
      what: string,
      session: Partial<ConnectSession>,
      SeenSession,
      at: number,
      state: string,
      end: SessionEnd | null,
    ]
  >([
    ['nobody has opened it', {}, seen(null), minute, 'open', null],
    ['somebody signs in', {}, seen('pending'), minute, 'open', null],
    [
      'it is authenticated',
      {},
      seen('authenticated', { accountId: 'a1' }),
      minute,
      'authenticated',
      { kind: 'authenticated', accountId: 'a1' },
    ],
    [
      'in other letters',
      {},
      seen(' Authenticated ', { accountId: 'a1' }),
      minute,
      'authenticated',
      { kind: 'authenticated', accountId: 'a1' },
    ],
    ['authenticated, without an account', {}, seen('authenticated'), minute, 'open', null],
    [
      'authenticated, without an account, to the end',
      {},
      seen('authenticated'),
      36 * minute,
      'expired',
      { kind: 'failed', how: 'expired' },
    ],
    ['it failed', {}, seen('error', { code: '4700' }), minute, 'failed', { kind: 'failed', how: 'error' }],
    ['it was cancelled', {}, seen('cancelled'), minute, 'failed', { kind: 'failed', how: 'cancelled' }],
    ['a word nobody knows', {}, seen('parked'), minute, 'open', null],
    [
      'a word nobody knows, with an error code',
      {},
      seen('refused', { code: 'x' }),
      minute,
      'failed',
      { kind: 'failed', how: 'error' },
    ],
    ['the link has ended', {}, seen(null), 31 * minute, 'expired', null],
    [
      'and the time of who opened it late, too',
      { state: 'expired' },
      seen('pending'),
      36 * minute,
      'expired',
      { kind: 'failed', how: 'expired' },
    ],
    [
      'authenticated after the link has ended',
      { state: 'expired' },
      seen('authenticated', { accountId: 'a1' }),
      40 * minute,
      'authenticated',
      { kind: 'authenticated', accountId: 'a1' },
    ],
    [
      'authenticated after it had failed',
      { state: 'failed' },
      seen('authenticated', { accountId: 'a1' }),
      9 * minute,
      'authenticated',
      { kind: 'authenticated', accountId: 'a1' },
    ],
    [
      'gone after the link has ended',
      { state: 'expired' },
      { kind: 'gone' },
      31 * minute,
      'expired',
      { kind: 'failed', how: 'expired' },
    ],
    [
      'gone while StackOne gave no answer: whether it was opened is not known',
      { state: 'expired', trouble: 'timeout' },
      { kind: 'gone' },
      3 * 60 * minute,
      'expired',
      { kind: 'failed', how: 'gone' },
    ],
    ['failed a second time', { state: 'failed' }, seen('error'), 9 * minute, 'failed', null],
    ['over after it had failed', { state: 'failed' }, seen('error'), 36 * minute, 'failed', null],
    [
      'authenticated after it was given up',
      { state: 'cancelled' },
      seen('authenticated', { accountId: 'a1' }),
      9 * minute,
      'authenticated',
      { kind: 'authenticated', accountId: 'a1' },
    ],
    ['failed after it was given up', { state: 'cancelled' }, seen('error'), 9 * minute, 'cancelled', null],
    ['StackOne is away', {}, outage, minute, 'open', null],
    ['StackOne is away when the link ends', {}, outage, 31 * minute, 'expired', null],
    [
      'StackOne is away for a day',
      { state: 'expired' },
      outage,
      25 * 60 * minute,
      'expired',
      { kind: 'failed', how: 'unseen', trouble: 'timeout' },
    ],
    ['the key is refused once', {}, refused, minute, 'open', null],
    [
      'the key is refused again',
      { trouble: 'key_forbidden' },
      refused,
      minute,
      'failed',
      { kind: 'failed', how: 'unseen', trouble: 'key_forbidden' },
    ],
    ['StackOne does not know it', {}, { kind: 'gone' }, minute, 'failed', { kind: 'failed', how: 'gone' }],
    [
      'StackOne does not know it after its end',
      {},
      { kind: 'gone' },
      31 * minute,
      'expired',
      { kind: 'failed', how: 'expired' },
    ],
    [
      'it is for another profile',
      {},
      { kind: 'session', profileId: 'p2', attempt: null },
      minute,
      'failed',
      { kind: 'failed', how: 'other_profile' },
    ],
    [
      'StackOne does not say for which profile',
      {},
      { kind: 'session', profileId: null, attempt: null },
      minute,
      'open',
      null,
    ],
    [
      'StackOne was never asked for it',
      { state: 'requested', stackoneId: null },
      { kind: 'gone' },
      3 * minute,
      'expired',
      null,
    ],
  ])('%s', (_what, session, what, at, state, end) => {
    expect(step(session, what, at)).toMatchObject({ state, end });
  });

  test('comes soon while somebody is likely in the browser, later when not, and never after the end is known', () => {
    const delay = (session: Partial<ConnectSession>, what: SeenSession, at: number) => {
      const { nextPollAt } = step(session, what, at);
      return nextPollAt === null ? null : nextPollAt.getTime() - start.getTime() - at;
    };
    expect(delay({}, seen(null), minute)).toBe(4_000);
    expect(delay({}, seen(null), 10 * minute)).toBe(15_000);
    expect(delay({}, seen('pending'), 10 * minute)).toBe(4_000);
    expect(delay({}, seen('error'), minute)).toBe(30_000);
    expect(delay({}, outage, minute)).toBe(30_000);
    expect(delay({}, { kind: 'unavailable', why: 'rate_limited', retryAfterMs: 90_000 }, minute)).toBe(
      90_000,
    );
    expect(
      delay({}, { kind: 'unavailable', why: 'rate_limited', retryAfterMs: 9 * 60 * minute }, minute),
    ).toBe(10 * minute);
    expect(delay({}, seen(null), 29 * minute + 55_000)).toBe(5_000);
    expect(delay({}, seen('authenticated', { accountId: 'a' }), minute)).toBeNull();
    expect(delay({}, { kind: 'gone' }, minute)).toBeNull();
  });

  test('leaves most of the key to others, however many sessions there are', () => {
    const { nextPollAt } = stepAfter(open, seen(null), 200, startPlus(minute));
    expect(nextPollAt).toEqual(startPlus(minute + 100_000));
  });
});

describe('whatever StackOne answers, in whatever order', () => {
  const answers = fc.oneof(
    fc.constantFrom(
      outage,
      refused,
      { kind: 'gone' } as const,
      seen(null),
      seen('pending'),
      seen('error'),
      seen('cancelled'),
    ),
    fc.constantFrom(seen('authenticated', { accountId: 'a1' }), seen('authenticated'), seen('unheard of')),
    fc.record({
      kind: fc.constant('unavailable' as const),
      why: fc.constant('rate_limited' as const),
      retryAfterMs: fc.nat(),
    }),
  );

  test('a session ends: with at most one failure and at most one proof, and the proof comes last', () => {
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1, maxLength: 60 }), fc.boolean(), (given, givenUp) => {
        let session: ConnectSession = open;
        const ends: SessionEnd[] = [];
        for (let polls = 0; session.nextPollAt !== null; polls += 1) {
          expect(polls).toBeLessThan(2_000);
          // A late poll: a job or a process that was away.
          const now = new Date(session.nextPollAt.getTime() + (polls % 7) * 1_000);
          if (givenUp && polls === 3 && session.state === 'open')
            session = { ...session, state: 'cancelled' };
          const answer = given[Math.min(polls, given.length - 1)] ?? outage;
          const next = stepAfter(session, answer, 1, now);
          if (next.end !== null) ends.push(next.end);
          session = { ...session, state: next.state, nextPollAt: next.nextPollAt, trouble: next.trouble };
        }
        expect(ends.filter(({ kind }) => kind === 'failed').length).toBeLessThanOrEqual(1);
        expect(ends.filter(({ kind }) => kind === 'authenticated').length).toBeLessThanOrEqual(1);
        expect(ends.findIndex(({ kind }) => kind === 'authenticated')).toBe(
          session.state === 'authenticated' ? ends.length - 1 : -1,
        );
        expect(session.state).not.toBe('open');
      }),
    );
  });
});
