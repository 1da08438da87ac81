import { createHmac } from 'node:crypto';

export const FORM = 'application/x-www-form-urlencoded';

/** A request as Slack would have signed it at this moment, to be posted as often as a test likes. */
export function signed(
  secret: string,
  body: string,
  type = FORM,
  atMs = Date.now(),
): { method: 'POST'; headers: Record<string, string>; body: string } {
  const time = String(Math.floor(atMs / 1_000));
  const hash = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': time,
    'x-slack-signature': `v0=${hash}`,
  };
  return { method: 'POST', headers, body };
}

/** Everything interactive is a form of one field. */
export function payloadForm(payload: unknown): string {
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}
