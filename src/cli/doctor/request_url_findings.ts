import { randomBytes } from 'node:crypto';
import type { Secret } from '../../core/secrets/secret.ts';
import type { HttpClient } from '../../http_client/http_client.ts';
import { signatureOf } from '../../slack/transport/http_receiver/signature.ts';
import { asOk, asProblem, type Finding } from './finding.ts';

const CHECK = 'Slack request URL';

export function requestUrlUnknown(port: number): Finding {
  return asOk(
    CHECK,
    `not asked: Slack must reach port ${port} as https://<host>/slack/events (doctor --url https://<host>)`,
  );
}

/** Sends what Slack sends to verify a request URL, signed with our secret: only a Greenroom with the same one returns the challenge. */
export async function requestUrlFindings(
  client: HttpClient,
  endpoint: string,
  signingSecret: Secret,
): Promise<readonly Finding[]> {
  const form = { type: 'url_verification', challenge: randomBytes(12).toString('hex') };
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const body = Buffer.from(new URLSearchParams(form).toString());
  const headers = {
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signatureOf(timestamp, body, signingSecret.reveal()),
  };
  const outcome = await client.postForm('/slack/events', { headers, form });
  if (outcome.kind === 'unreachable') {
    const fix = 'start Greenroom first, then check DNS, certificate and proxy of this host';
    return [asProblem(CHECK, `${endpoint} cannot be reached (${outcome.why})`, fix)];
  }
  const { status, json } = outcome;
  const isOurs =
    typeof json === 'object' && json !== null && 'challenge' in json && json.challenge === form.challenge;
  if (status === 200 && isOurs) return [asOk(CHECK, `${endpoint} answers as Slack expects`)];
  if (status === 401) {
    const fix =
      'use the same SLACK_SIGNING_SECRET there and here ("Basic Information"), and synchronise both clocks';
    return [asProblem(CHECK, `${endpoint} refuses the signature (401)`, fix)];
  }
  return [
    asProblem(
      CHECK,
      `${endpoint} answers ${status}, not as Greenroom does`,
      'lead this path to the port of Greenroom',
    ),
  ];
}
