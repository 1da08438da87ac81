import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { z } from 'zod';
import { systemClock } from '../../clock.ts';
import type { Config } from '../../config/config.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import { createHttpClient, type HttpClient } from '../../http_client/http_client.ts';
import { signatureOf } from '../../slack/transport/http_receiver/signature.ts';
import { version } from '../../version.ts';
import { CannotListen, type ListenAddress, listen, type Web } from '../../web/listen.ts';
import { WEBHOOK_PATH } from '../../web/stackone_webhook/receiver.ts';
import { webhookSignature } from '../../web/stackone_webhook/signature.ts';
import { asOk, asProblem, asWarning, type Finding, inParts } from './finding.ts';

const CHECK = 'Slack request URL';

/** What every Greenroom says of itself at /healthz. */
const Health = z.object({ alive: z.literal(true), version: z.string() });
const HEALTH_TIMEOUT_MS = 2_000;

/**
 * Could Greenroom listen where it is told to? Its ports are taken for a moment, as a start takes them. Where one is taken already,
 * all is well when a Greenroom answers there.
 */
export async function portFindings(config: ListenConfig): Promise<readonly Finding[]> {
  const { port, host } = config;
  const errors = await listenErrors(config);
  if (errors.length === 0) return [asOk('port', port === 0 ? 'a free one is chosen' : `${port} is free`)];
  if (errors.some(isInUse) && (await isGreenroom({ port, host })))
    return [asOk('port', `Greenroom listens on ${port} now`)];
  return errors.map(({ message }) => {
    const { what, fix } = inParts(message, '');
    return asProblem('port', what, fix);
  });
}

type ListenConfig = Pick<Config, 'port' | 'host' | 'metricsPort' | 'metricsHost'>;

const isInUse = ({ cause }: CannotListen): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';

/** With which a start would end. */
async function listenErrors(config: ListenConfig): Promise<readonly CannotListen[]> {
  const { port, host, metricsPort, metricsHost } = config;
  const errors: CannotListen[] = [];
  const listening: Web[] = [];
  const listenOn = async (variables: Parameters<typeof listen>[0], address: ListenAddress) => {
    try {
      listening.push(await listen(variables, address, (_request, response) => response.writeHead(503).end()));
    } catch (error) {
      if (!(error instanceof CannotListen)) throw error;
      errors.push(error);
    }
  };
  try {
    if (metricsPort !== null)
      await listenOn(['METRICS_PORT', 'METRICS_HOST'], { port: metricsPort, host: metricsHost });
    await listenOn(['PORT', 'HOST'], { port, host });
  } finally {
    await Promise.all(listening.map((web) => web.stop()));
  }
  return errors;
}

async function isGreenroom({ port, host }: ListenAddress): Promise<boolean> {
  const name = host ?? '127.0.0.1';
  const client = createHttpClient({
    // A label of metrics, which nobody reads here.
    host: 'slack',
    baseUrl: `http://${isIP(name) === 6 ? `[${name}]` : name}:${port}`,
    userAgent: `Greenroom/${version}`,
    clock: systemClock,
    timeoutMs: HEALTH_TIMEOUT_MS,
    retries: 0,
  });
  try {
    const outcome = await client.get('/healthz');
    return outcome.kind === 'reply' && Health.safeParse(outcome.json).success;
  } finally {
    await client.close();
  }
}

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

export const WEBHOOK_CHECK = 'StackOne webhook';

/** Signed, and of a kind that changes nothing. */
const harmless = { event: 'greenroom.doctor' };

/** `host`: where StackOne delivers; null: not to be asked. */
export async function webhookFindings(
  secrets: readonly Secret[],
  host: { readonly origin: string; readonly client: HttpClient } | null,
): Promise<readonly Finding[]> {
  const [secret] = secrets;
  if (secret === undefined) return [];
  const two = secrets.length > 1 ? ', with two secrets while one replaces the other' : '';
  if (host === null)
    return [asOk(WEBHOOK_CHECK, `served at ${WEBHOOK_PATH}${two}; not asked (doctor --url https://<host>)`)];
  const headers = {
    'x-stackone-signature': webhookSignature(secret.reveal(), Buffer.from(JSON.stringify(harmless))),
  };
  const outcome = await host.client.postJson(WEBHOOK_PATH, { headers, body: harmless });
  const url = `${host.origin}${WEBHOOK_PATH}`;
  if (outcome.kind === 'unreachable') {
    const fix = 'start Greenroom first; polling goes on without webhooks';
    return [asWarning(WEBHOOK_CHECK, `${url} cannot be reached (${outcome.why})`, fix)];
  }
  if (outcome.status === 200)
    return [asOk(WEBHOOK_CHECK, `${url} takes what is signed with the secret${two}`)];
  if (outcome.status === 401) {
    const fix = 'use the same STACKONE_WEBHOOK_SECRET there and here, and restart';
    return [asProblem(WEBHOOK_CHECK, `${url} refuses the signature (401)`, fix)];
  }
  const fix = 'lead this path to the port of Greenroom, and set STACKONE_WEBHOOK_SECRET there';
  return [asWarning(WEBHOOK_CHECK, `${url} answers ${outcome.status}`, fix)];
}
