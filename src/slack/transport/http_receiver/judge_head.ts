import type { IncomingHttpHeaders } from 'node:http';
import { Err, Ok, type Result } from '../../../core/result.ts';
import type { RefusedRequest } from '../../../telemetry/metrics.ts';

/** Slack's own window for timestamps that are too old; ours for those from the future too. */
export const WINDOW_S = 5 * 60;
/** `ssl_check=1&token=…` is all that Slack sends unsigned. */
const UNSIGNED_LIMIT = 1_000;
export const FORM = 'application/x-www-form-urlencoded';

/** What the headers promise. `unsigned`: only a check of the TLS certificate may be in the body. */
export type Head =
  | { readonly kind: 'signed'; readonly timestamp: string; readonly signature: string }
  | { readonly kind: 'unsigned' };

export interface HeadRefused {
  readonly status: 401 | 415;
  readonly reason: RefusedRequest;
  /** How many seconds the sender's clock is ahead of ours; only for `too_old` and `too_new`. */
  readonly aheadSeconds?: number;
}

/**
 * Checks the headers of a request before its body is read, so that requests that are not Slack's cost no memory.
 * docs: Verifying requests from Slack. T10: Bolt takes timestamps from the future; ours refuses them, because a request
 * that was seen by others could be repeated for longer.
 */
export function judgeHead(headers: IncomingHttpHeaders, nowMs: number): Result<Head, HeadRefused> {
  const contentType = headers['content-type'];
  if (contentType !== FORM && !isJson(contentType)) return Err({ status: 415, reason: 'type' });
  const timestamp = headers['x-slack-request-timestamp'];
  const signature = headers['x-slack-signature'];
  if (!isTimestamp(timestamp) || !isSignature(signature)) {
    const small = Number(headers['content-length'] ?? Number.NaN) <= UNSIGNED_LIMIT;
    return contentType === FORM && small
      ? Ok({ kind: 'unsigned' })
      : Err({ status: 401, reason: 'no_signature' });
  }
  const aheadSeconds = Math.round(Number(timestamp) - nowMs / 1_000);
  if (aheadSeconds < -WINDOW_S) return Err({ status: 401, reason: 'too_old', aheadSeconds });
  if (aheadSeconds > WINDOW_S) return Err({ status: 401, reason: 'too_new', aheadSeconds });
  return Ok({ kind: 'signed', timestamp, signature });
}

/** Slack's form type comes without parameters (T9); its JSON may name a character set. */
export function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
}

function isTimestamp(value: string | string[] | undefined): value is string {
  return typeof value === 'string' && /^\d{1,12}$/.test(value);
}

function isSignature(value: string | string[] | undefined): value is string {
  return typeof value === 'string' && /^v0=[0-9a-f]{64}$/.test(value);
}
