/** What the lookup of a sent message shows. */
export type SentMessageLookup =
  | { readonly kind: 'found'; readonly ts: string }
  | { readonly kind: 'absent' }
  /** Slack wants to be asked again after this time. */
  | { readonly kind: 'rate_limited'; readonly afterMs: number }
  /** Greenroom may not, or cannot, read that conversation. */
  | { readonly kind: 'not_readable'; readonly why: string };

export type ResendDecision =
  /** Slack shows it already. */
  | { readonly kind: 'found'; readonly ts: string }
  /** Look it up again after this time. */
  | { readonly kind: 'wait'; readonly afterMs: number }
  /** `isBlind`: Slack may show it already, and no lookup was possible. */
  | { readonly kind: 'send'; readonly isBlind: boolean };

/** Slack may still be carrying out a call whose connection ended: only after this time an absent message counts as not sent. */
const settleMs = 5_000;
/** Longer than the rate limit of apps that may read a history once a minute; a longer one would keep the channel waiting. */
const longestWaitMs = 90_000;

/**
 * What to do about a delivery whose last attempt had an unclear end, `unclearForMs` ago. What remains possible: a call that Slack
 * carries out later than `settleMs` after its end shows the message twice.
 */
export function decideResend(lookup: SentMessageLookup, unclearForMs: number): ResendDecision {
  switch (lookup.kind) {
    case 'found':
      return lookup;
    case 'absent':
      return unclearForMs < settleMs
        ? { kind: 'wait', afterMs: settleMs - unclearForMs }
        : { kind: 'send', isBlind: false };
    case 'rate_limited':
      return unclearForMs + lookup.afterMs > longestWaitMs
        ? { kind: 'send', isBlind: true }
        : { kind: 'wait', afterMs: lookup.afterMs };
    case 'not_readable':
      return { kind: 'send', isBlind: true };
  }
}
