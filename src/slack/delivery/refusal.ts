import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';

/**
 * What a failed call means for the message:
 * `later`: Slack said when; `unreachable`: Slack was not reached; `unclear`: nobody knows whether it arrived;
 * `closed_door`: the channel has to let us in;
 * `gone`: the message to edit is no more; `token`: nothing can be sent until the token is replaced; `never`: a fault of
 * ours, trying again would not help.
 */
export type Refusal =
  | { readonly kind: 'later'; readonly afterMs: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'closed_door'; readonly code: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'token'; readonly code: string }
  | { readonly kind: 'never'; readonly code: string };

const closedDoors = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'is_inactive', // what editing in an archived channel is answered
  'restricted_action',
  'restricted_action_read_only_channel',
  'messages_tab_disabled',
  'user_disabled',
  'user_not_found',
  'cannot_dm_bot',
]);
const goneMessages = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'thread_not_found',
]);
const refusedTokens = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
]);
/** Slack's own mishaps: some of what was asked may have been done. */
const passing = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

export function refusalOf(error: unknown): Refusal {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'later', afterMs: Math.max(1, error.retryAfter) * 1000 };
  if (!(error instanceof WebAPIPlatformError)) return { kind: hasLeft(error) ? 'unclear' : 'unreachable' };
  const code = String(error.data.error);
  // The SDK takes a page where JSON should be for an error of that name: something on the way answered, not Slack.
  if (!/^[a-z0-9_]+$/.test(code)) return { kind: 'unclear' };
  if (code === 'ratelimited') return { kind: 'later', afterMs: 30_000 };
  if (closedDoors.has(code)) return { kind: 'closed_door', code };
  if (goneMessages.has(code)) return { kind: 'gone' };
  if (refusedTokens.has(code)) return { kind: 'token', code };
  return passing.has(code) ? { kind: 'unclear' } : { kind: 'never', code };
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
