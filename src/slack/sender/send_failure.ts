import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { classOfRefusal } from '../../core/deliveries/slack_error_codes.ts';

/**
 * What a failed call means for the message:
 * `later`: Slack said when; `unreachable`: Slack was not reached; `unclear`: nobody knows whether it arrived;
 * `closed_door`: the channel, or the workspace, has to let us in; `refused`: it may pass by itself, and nobody knows when;
 * `gone`: the message to edit is no more; `token`: nothing can be sent until the token is replaced; `never`: Slack refuses the message
 * itself, trying again would not help.
 */
export type Refusal =
  | { readonly kind: 'later'; readonly afterMs: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'closed_door'; readonly code: string }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'gone'; readonly code: string }
  | { readonly kind: 'token'; readonly code: string }
  | { readonly kind: 'never'; readonly code: string };

/** Slack's word that it was too much, without one about when to come again. */
const limitedMs = 30_000;

export function refusalOf(error: unknown): Refusal {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'later', afterMs: Math.max(1, error.retryAfter) * 1000 };
  if (!(error instanceof WebAPIPlatformError)) return { kind: hasLeft(error) ? 'unclear' : 'unreachable' };
  const code: unknown = error.data.error;
  // The SDK takes a page where JSON should be for an error of that name: something on the way answered, not Slack. Neither does
  // "no" without a reason say anything.
  if (typeof code !== 'string' || !/^[a-z0-9_]{1,100}$/.test(code)) return { kind: 'unclear' };
  return refusalByCode(code);
}

function refusalByCode(code: string): Refusal {
  const found = classOfRefusal(code);
  switch (found.kind) {
    case 'message':
      return { kind: 'never', code };
    case 'gone':
      return { kind: 'gone', code };
    case 'unclear':
      return { kind: 'unclear' };
    case 'channel':
      return { kind: 'closed_door', code };
    case 'workspace':
      return found.cause === 'token' ? { kind: 'token', code } : { kind: 'refused', code };
    case 'wait':
      return found.cause === 'too_fast' ? { kind: 'later', afterMs: limitedMs } : { kind: 'refused', code };
  }
}

/** No connection came about, so nothing can have arrived. */
const noConnection = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Has the request left this machine? */
function hasLeft(error: unknown): boolean {
  return !(error instanceof WebAPIRequestError && codesOf(error).some((code) => noConnection.has(code)));
}

/** The codes of an error and of what caused it. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...own, ...codesOf(error.cause)];
}
