import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Outbound } from '../../http_client/outbound.ts';
import type { Log } from '../../log.ts';
import { slackLogger } from '../../log.ts';

import type { Telemetry } from '../../telemetry/telemetry.ts';
import { measuredFetch } from './measured_fetch.ts';
import { createSlackFetch } from './slack_fetch.ts';
import { onlyToSlack } from './slack_hosts.ts';

/** A trigger id lives 3 s, so a longer timeout would be useless. */
const HANDLER_TIMEOUT_MS = 5_000;
const DELIVERY_TIMEOUT_MS = 15_000;
/** A submitted form has 3 s in all. */
const ASKING_TIMEOUT_MS = 1_200;

// T1: `headers` stays unset, because the SDK writes one team's token into it and shares it with the others.
// T2: `retryConfig` and `timeout` are always ours; a new object each time, because the SDK writes into it.

/** For responses to a person: few tries, and a 429 is an error instead of stalling the whole client (T7). */
export function handlerClientOptions(
  apiUrl: string,
  log: Log,
  telemetry: Telemetry,
  outbound: Outbound,
): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    logger: slackLogger(log),
    timeout: HANDLER_TIMEOUT_MS,
    retryConfig: { retries: 1, minTimeout: 100, maxTimeout: 100 },
    rejectRateLimitedCalls: true,
    // Bolt's `respond` uses it too, with the address that a payload brought.
    fetch: onlyToSlack(apiUrl, measuredFetch(telemetry, createSlackFetch(HANDLER_TIMEOUT_MS, outbound))),
  };
}

type ClientNeeds = readonly [
  token: string,
  apiUrl: string,
  log: Log,
  telemetry: Telemetry,
  outbound: Outbound,
];

/** For stored messages: their queue decides about retries. */
export function createDeliveryClient(...needs: ClientNeeds): WebClient {
  return oneTryClient(DELIVERY_TIMEOUT_MS, ...needs);
}

/** For what a form asks while Slack waits for its answer: one short try. */
export function createAskingClient(...needs: ClientNeeds): WebClient {
  return oneTryClient(ASKING_TIMEOUT_MS, ...needs);
}

/** For `auth.test`: one try each, the caller has its own backoff. */
export function createIdentityClient(...needs: ClientNeeds): WebClient {
  return oneTryClient(HANDLER_TIMEOUT_MS, ...needs);
}

function oneTryClient(
  timeout: number,
  ...[token, slackApiUrl, log, telemetry, outbound]: ClientNeeds
): WebClient {
  return new WebClient(token, {
    slackApiUrl,
    logger: slackLogger(log),
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: measuredFetch(telemetry, createSlackFetch(timeout, outbound)),
  });
}
