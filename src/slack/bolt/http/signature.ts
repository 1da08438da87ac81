import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Slack's own window for timestamps that are too old; ours for those from the future too. */
const WINDOW_S = 5 * 60;

/** Did Slack send exactly these bytes, just now? docs: Verifying requests from Slack. */
export function isSigned(headers: IncomingHttpHeaders, body: Buffer, secret: string, nowMs: number): boolean {
  const timestamp = headers['x-slack-request-timestamp'];
  const signature = headers['x-slack-signature'];
  if (typeof timestamp !== 'string' || typeof signature !== 'string') return false;
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  // T10: the signature covers the timestamp, but a request from the future could be used for longer.
  if (Math.abs(nowMs / 1_000 - Number(timestamp)) > WINDOW_S) return false;
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  return isEqual(signature, `v0=${expected}`);
}

function isEqual(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
