import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { type CallFailure, callFailureOf } from '../../core/deliveries/send_failure.ts';

/** What the SDK's error means for the delivery that was to be sent. */
export function callFailureFrom(error: unknown): CallFailure {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'rate_limited', afterMs: Math.max(1, error.retryAfter) * 1000 };
  if (!(error instanceof WebAPIPlatformError))
    return { kind: mayHaveArrived(error) ? 'unclear_end' : 'unreachable' };
  const code: unknown = error.data.error;
  // The SDK makes such an error of a page where JSON should be: a proxy answered, not Slack. A refusal without a code says as little.
  if (typeof code !== 'string' || !/^[a-z0-9_]{1,100}$/.test(code)) return { kind: 'unclear_end' };
  return callFailureOf(code);
}

/** No connection came about, so nothing can have arrived. */
const noConnection = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  // The way through the proxy (`ProxyError`).
  'ERR_PROXY',
]);

function mayHaveArrived(error: unknown): boolean {
  return !(error instanceof WebAPIRequestError && codesOf(error).some((code) => noConnection.has(code)));
}

/** The codes of an error and of what caused it. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...own, ...codesOf(error.cause)];
}
