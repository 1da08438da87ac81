import { classOfRefusal } from './slack_error_codes.ts';

/**
 * How a call to Slack failed, and what that means for the delivery:
 * - `rate_limited`: Slack said when to come again;
 * - `unreachable`: nothing can have arrived;
 * - `unclear_end`: it is not known whether Slack carried it out;
 * - `channel_closed`: the channel, or the person, takes no messages of Greenroom until a person changes that;
 * - `refused`: it may pass by itself, at an unknown time;
 * - `target_missing`: the message to edit, or the thread, is no longer there;
 * - `token_refused`: nothing can be sent until the token is replaced;
 * - `message_refused`: Slack refuses the message itself, so that trying again would not help.
 */
export type CallFailure =
  | { readonly kind: 'rate_limited'; readonly afterMs: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unclear_end' }
  | {
      readonly kind: 'channel_closed' | 'refused' | 'target_missing' | 'token_refused' | 'message_refused';
      readonly code: string;
    };

/**
 * Why a delivery was not sent. `lookup_pending`: Slack may show it already, and it is looked up again after this time; null: Slack could not
 * be asked. `claimed_elsewhere`: this process was frozen or cut off until another attempt claimed it.
 */
export type SendFailure =
  | CallFailure
  | { readonly kind: 'lookup_pending'; readonly afterMs: number | null }
  | { readonly kind: 'claimed_elsewhere' };

/** A rate limit about which Slack does not say when to come again. */
export const rateLimitDelayMs = 30_000;

/** Of an answer with one of Slack's error codes. */
export function callFailureOf(code: string): CallFailure {
  const refusal = classOfRefusal(code);
  switch (refusal.kind) {
    case 'message':
      return { kind: 'message_refused', code };
    case 'gone':
      return { kind: 'target_missing', code };
    case 'unclear':
      return { kind: 'unclear_end' };
    case 'channel':
      return { kind: 'channel_closed', code };
    case 'workspace':
      return refusal.cause === 'token' ? { kind: 'token_refused', code } : { kind: 'refused', code };
    case 'wait':
      return refusal.cause === 'too_fast'
        ? { kind: 'rate_limited', afterMs: rateLimitDelayMs }
        : { kind: 'refused', code };
  }
}
