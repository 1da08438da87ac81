import type { UnknownReason } from '../checks/reasons.ts';
import { unknownReasonIn } from '../checks/stackone_status.ts';
import type { ConnectSession, ConnectSessionState } from './connect_session.ts';
import type { FailureKind } from './proof_failure.ts';

/** What happened to somebody who opened the link, as StackOne says. */
export interface SeenAttempt {
  /** Open: `pending`, `authenticated`, `error`, `cancelled`, a word we don't know yet, or `unknown` when none is sent. */
  readonly status: string;
  /** StackOne's code and words as they came: what reaches them when Zoom's own page refuses is not documented. */
  readonly errorCode: string | null;
  readonly errorDescription: string | null;
  /** The account that was linked; only after `authenticated`. */
  readonly accountId: string | null;
}

/** What polling StackOne for a session brought. */
export type SeenSession =
  | { readonly kind: 'session'; readonly attempt: SeenAttempt | null; readonly profileId: string | null }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly status: 401 | 403 }
  | { readonly kind: 'unavailable'; readonly why: UnknownReason; readonly retryAfterMs?: number };

export type SessionEnd =
  | { readonly kind: 'authenticated'; readonly accountId: string }
  | { readonly kind: 'failed'; readonly how: FailureKind; readonly trouble?: UnknownReason };

/** What follows from a poll. */
export interface SessionStep {
  readonly state: ConnectSessionState;
  /** null: there is nothing left to find out. */
  readonly nextPollAt: Date | null;
  readonly trouble: UnknownReason | null;
  /** What is to be recorded and announced now; each at most once for a session. */
  readonly end: SessionEnd | null;
}

const second = 1_000;
/** Right after the start, and while StackOne shows an attempt, somebody is in the browser and waits for an answer. */
const busyMs = 4 * second;
const busyForMs = 3 * 60 * second;
const quietMs = 15 * second;
/** When the link is not shown any more; and while StackOne gives no answer. */
const lateMs = 30 * second;
/** The same when its link has ended: only how it ended is still to be learned. */
const overMs = 5 * 60 * second;
/** Every open session of a workspace delays the others by this: together they spend at most 120 calls a minute of the key's 1,000. */
const eachMs = 500;
const longestDelayMs = 10 * 60 * second;
/** Who opened the link in its last minute is given this long to consent. */
const graceMs = 5 * 60 * second;
/** When StackOne gives no answer for this long after the end of the link, nobody will learn how it ended. */
const unansweredMs = 24 * 60 * 60 * second;

/** `open`: how many sessions of the workspace are polled. */
export function stepAfter(session: ConnectSession, seen: SeenSession, open: number, now: Date): SessionStep {
  // Its request to StackOne has an unclear end: nobody was shown a link.
  if (session.stackoneId === null)
    return { state: 'expired', nextPollAt: null, trouble: session.trouble, end: null };
  switch (seen.kind) {
    case 'refused':
      return refused(session, unknownReasonIn(seen), now);
    case 'unavailable':
      return unanswered(session, seen.why, seen.retryAfterMs ?? 0, now);
    case 'gone':
      // It may have gone while StackOne gave no answer: then nobody knows whether the link was opened.
      return endOf(session, now < session.expiresAt || session.trouble !== null ? 'gone' : 'expired');
    case 'session':
      return answered(session, seen, open, now);
  }
}

/** One refusal may be a fault of a moment; after the second nobody can be asked, and the person must not wait in vain. */
function refused(session: ConnectSession, trouble: UnknownReason, now: Date): SessionStep {
  const again = session.trouble === 'key_refused' || session.trouble === 'key_forbidden';
  return again ? endOf(session, 'unseen', trouble) : later(session, now, lateMs, trouble);
}

function unanswered(
  session: ConnectSession,
  trouble: UnknownReason,
  afterMs: number,
  now: Date,
): SessionStep {
  if (now.getTime() >= session.expiresAt.getTime() + unansweredMs) return endOf(session, 'unseen', trouble);
  const delay = now < session.expiresAt ? lateMs : overMs;
  return later(session, now, Math.min(longestDelayMs, Math.max(delay, afterMs)), trouble);
}

function answered(
  session: ConnectSession,
  { attempt, profileId }: Extract<SeenSession, { kind: 'session' }>,
  open: number,
  now: Date,
): SessionStep {
  const word = attempt?.status.trim().toLowerCase() ?? '';
  // StackOne has made it for another profile than it was asked for: whatever becomes of it proves nothing here.
  if (profileId !== null && profileId !== session.profileId) return endOf(session, 'other_profile');
  if (word === 'authenticated' && attempt !== null && attempt.accountId !== null) {
    const end = { kind: 'authenticated', accountId: attempt.accountId } as const;
    return { state: 'authenticated', nextPollAt: null, trouble: null, end };
  }
  if (now.getTime() >= session.expiresAt.getTime() + graceMs) return endOf(session, 'expired');
  const failed = session.state === 'open' ? failureIn(word, attempt) : null;
  const delay = failed === null ? delayOf(session, word, now) : lateMs;
  const next = later(session, now, Math.max(delay, open * eachMs), null);
  // The same link may be tried again in the browser, so its session is polled until its life ends.
  return failed === null ? next : { ...next, state: 'failed', end: { kind: 'failed', how: failed } };
}

/** A word that is not known is no failure, unless it comes with an error code. */
function failureIn(word: string, attempt: SeenAttempt | null): 'error' | 'cancelled' | null {
  if (word === 'cancelled' || word === 'canceled') return 'cancelled';
  const isOpen = word === 'pending' || word === 'authenticated';
  return word === 'error' || (!isOpen && attempt !== null && attempt.errorCode !== null) ? 'error' : null;
}

function delayOf({ state, createdAt }: ConnectSession, word: string, now: Date): number {
  if (state !== 'open') return lateMs;
  const isBusy = word === 'pending' || now.getTime() - createdAt.getTime() < busyForMs;
  return isBusy ? busyMs : quietMs;
}

function later(
  session: ConnectSession,
  now: Date,
  delay: number,
  trouble: UnknownReason | null,
): SessionStep {
  const over = session.state === 'open' && now >= session.expiresAt;
  // A link is taken away at its end, also during an outage.
  const ends = session.expiresAt.getTime();
  const at = now.getTime() + delay;
  const nextPollAt = new Date(now.getTime() < ends ? Math.min(at, ends) : at);
  return { state: over ? 'expired' : session.state, nextPollAt, trouble, end: null };
}

/** Announced only where nothing was announced of this session yet: not after a failure, and not when it was given up. */
function endOf(session: ConnectSession, how: FailureKind, trouble?: UnknownReason): SessionStep {
  const isOpen = session.state === 'open';
  const isQuiet = !isOpen && session.state !== 'expired';
  const end = { kind: 'failed', how, ...(trouble === undefined ? {} : { trouble }) } as const;
  const state = isOpen ? (how === 'expired' ? 'expired' : 'failed') : session.state;
  return { state, nextPollAt: null, trouble: trouble ?? null, end: isQuiet ? null : end };
}

/** The first poll after a link was shown. */
export const firstPollAt = (shownAt: Date): Date => new Date(shownAt.getTime() + busyMs);
