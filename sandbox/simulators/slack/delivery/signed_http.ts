import { createHmac } from 'node:crypto';
import { type Json, type JsonObject, parseJson, textOf } from '../json.ts';
import type { SlackState } from '../state/workspace_state.ts';
import { bodyOf, type Envelope, type Outcome, type Transport } from './envelope.ts';

/** Slack's side of the HTTP transport: signed POSTs; the response is the acknowledgement. */

const FORM = 'application/x-www-form-urlencoded'; // T9: bare, Bolt compares the whole header

interface Wrapped {
  readonly contentType: string;
  readonly body: string;
}

/** Commands are form fields, interactivity and options a `payload` field, events a JSON document. */
function wrap({ type, payload }: Pick<Envelope, 'type' | 'payload'>): Wrapped {
  if (type === 'events_api') return { contentType: 'application/json', body: JSON.stringify(payload) };
  const fields: Record<string, string> =
    type === 'interactive' ? { payload: JSON.stringify(payload) } : texts(payload);
  return { contentType: FORM, body: new URLSearchParams(fields).toString() };
}

const texts = (payload: JsonObject): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, textOf(value)]));

function headersOf(
  slackState: SlackState,
  wrapped: Wrapped,
  retry: Envelope['retry'],
): Record<string, string> {
  // By the clock that the app has too: that of `slackState` may run ahead, to age triggers and response addresses.
  const time = String(Math.floor(Date.now() / 1000));
  const signed = createHmac('sha256', slackState.signingSecret)
    .update(`v0:${time}:${wrapped.body}`)
    .digest('hex');
  return {
    'content-type': wrapped.contentType,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': time,
    'x-slack-signature': `v0=${signed}`,
    ...(retry === undefined
      ? {}
      : { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }),
  };
}

interface Answer {
  readonly status: number;
  readonly body: Json | undefined;
}

async function postTo(
  slackState: SlackState,
  url: string,
  envelope: Pick<Envelope, 'type' | 'payload' | 'retry'>,
) {
  const wrapped = wrap(envelope);
  const headers = headersOf(slackState, wrapped, envelope.retry);
  const response = await fetch(url, { method: 'POST', headers, body: wrapped.body, redirect: 'manual' });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const answer: Answer = { status: response.status, body: isJson ? parseJson(text) : text };
  return answer;
}

const asOutcome = ({ status, body }: Answer): Outcome =>
  status >= 200 && status < 300
    ? { kind: 'acked', body: bodyOf(body), status }
    : { kind: 'refused', body: null, status };

export const httpTo = (slackState: SlackState, url: string): Transport => ({
  send: (envelope, deadline, late) =>
    new Promise((resolve) => {
      let over = false;
      const settle = (outcome: Outcome) => {
        if (over) return outcome.kind === 'acked' ? late() : undefined;
        over = true;
        limit.cancel();
        resolve(outcome);
      };
      const limit = deadline(() => settle({ kind: 'timeout', body: null, status: null }));
      postTo(slackState, url, envelope).then(
        (answer) => settle(asOutcome(answer)),
        () => settle({ kind: 'unreachable', body: null, status: null }),
      );
    }),
});

/** `url_verification`: the app must answer with the challenge. */
export async function verifiesUrl(slackState: SlackState, url: string): Promise<boolean> {
  const challenge = `challenge-${Date.now()}`;
  const payload = { token: 'simulated', challenge, type: 'url_verification' };
  const { status, body } = await postTo(slackState, url, { type: 'events_api', payload });
  const said = typeof body === 'object' && body !== null && 'challenge' in body ? body.challenge : body;
  return status === 200 && said === challenge;
}
