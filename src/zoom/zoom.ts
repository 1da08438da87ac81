import type { Clock } from '../core/clock.ts';
import type { Secret } from '../core/secrets/secret.ts';
import type { CircuitLimits } from '../http_client/circuit_breaker.ts';
import { createHttpClient, type HttpClient, type HttpClientLog } from '../http_client/http_client.ts';
import type { Outbound } from '../http_client/outbound.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { classifyProbe, tokenIn } from './classify_probe.ts';
import { madeUpCode } from './made_up_code.ts';
import type { ProbeVerdict } from './probe_verdict.ts';

export interface ZoomOptions {
  /** `https://zoom.us`, or a simulator. */
  readonly oauthUrl: string;
  /** Greenroom's, for the User-Agent. */
  readonly version: string;
  readonly clock: Clock;
  readonly log?: HttpClientLog;
  readonly timeoutMs?: number;
  readonly circuit?: CircuitLimits;
  readonly telemetry?: Telemetry;
  readonly outbound?: Outbound;
  /** Probes in progress at once; 4. */
  readonly concurrency?: number;
}

export interface Zoom {
  /**
   * Asks Zoom whether it accepts a pair, by offering a made-up code: no consent, no token (Z4: a good client with a bad code gets
   * `invalid_grant`, a bad client `invalid_client`). Values go as they are: trim them before. Few tries, never on a timer: too many
   * failed ones may get the app disabled. Neither the pair nor Zoom's reply is logged.
   */
  probeCredentials(clientId: string, secret: Secret, redirectUri: string): Promise<ProbeVerdict>;
  /** Probes in progress at once; further ones are queued. */
  readonly concurrency: number;
  close(): Promise<void>;
}

export function createZoom(options: ZoomOptions): Zoom {
  const { oauthUrl, version, concurrency = 4, ...rest } = options;
  const client = createHttpClient({
    ...rest,
    host: 'zoom',
    baseUrl: oauthUrl,
    userAgent: `Greenroom/${version}`,
    concurrency,
  });
  return {
    concurrency,
    probeCredentials: (clientId, secret, redirectUri) => probe(client, clientId, secret, redirectUri),
    close: client.close,
  };
}

async function probe(
  client: HttpClient,
  clientId: string,
  secret: Secret,
  redirectUri: string,
): Promise<ProbeVerdict> {
  const pair = Buffer.from(`${clientId}:${secret.reveal()}`).toString('base64');
  const headers = { authorization: `Basic ${pair}` };
  const form = { grant_type: 'authorization_code', code: madeUpCode(), redirect_uri: redirectUri };
  const outcome = await client.postForm('/oauth/token', { headers, form });
  const token = tokenIn(outcome);
  if (token !== undefined) await client.postForm('/oauth/revoke', { headers, form: { token } });
  return classifyProbe(outcome);
}
