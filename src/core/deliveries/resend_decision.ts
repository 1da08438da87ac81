import { backoffMs } from './delivery_backoff.ts';

/** What a look at Slack shows of a message whose last try ended unseen. */
export type SentMessageLookup =
  | { readonly kind: 'stands'; readonly ts: string }
  | { readonly kind: 'absent' }
  /** Slack wants to be asked later. */
  | { readonly kind: 'limited'; readonly afterMs: number }
  /** Greenroom may not look there. */
  | { readonly kind: 'unseen'; readonly why: string };

export type ResendDecision =
  | { readonly kind: 'stands'; readonly ts: string }
  /** SentMessageLookup again after this. */
  | { readonly kind: 'wait'; readonly afterMs: number }
  /** `blindly`: it may stand already, and nobody could look. */
  | { readonly kind: 'send'; readonly blindly: boolean };

/** Slack may still be at work on what it took while we had hung up: absence counts after this. */
const settleMs = 5_000;
/** Longer than Slack holds back those who may ask once a minute; more would keep the channel waiting for too long. */
const timeoutMs = 90_000;

/**
 * What to do about a message whose last try ended unseen, `unclearForMs` ago. What remains possible: a try that Slack
 * carries out later than `settleMs` after we lost sight of it shows its message twice.
 */
export function resendDecision(lookup: SentMessageLookup, unclearForMs: number): ResendDecision {
  switch (lookup.kind) {
    case 'stands':
      return lookup;
    case 'absent':
      return unclearForMs < settleMs
        ? { kind: 'wait', afterMs: settleMs - unclearForMs }
        : { kind: 'send', blindly: false };
    case 'limited':
      return unclearForMs + lookup.afterMs > timeoutMs
        ? { kind: 'send', blindly: true }
        : { kind: 'wait', afterMs: lookup.afterMs };
    case 'unseen':
      return { kind: 'send', blindly: true };
  }
}

/** The pause after so many failures in a row; `chance` (0 to 1) keeps those who failed together apart. */
export function pauseMs(failures: number, chance: number): number {
  return backoffMs(1_000, 60_000, failures, chance);
}
