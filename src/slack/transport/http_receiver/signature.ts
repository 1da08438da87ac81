import { createHmac, timingSafeEqual } from 'node:crypto';

/** Did Slack sign exactly these bytes at this time? docs: Verifying requests from Slack. */
export function isSigned(
  { timestamp, signature }: { readonly timestamp: string; readonly signature: string },
  body: Buffer,
  secret: string,
): boolean {
  return isEqual(signature, signatureOf(timestamp, body, secret));
}

/** The header `X-Slack-Signature`. */
export function signatureOf(timestamp: string, body: Buffer, secret: string): string {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  return `v0=${digest}`;
}

function isEqual(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
