// Named imports: a default import of this CommonJS package means different things to Node and to Vitest.
import { App } from '@slack/bolt';
import type { Backoff } from '../../concurrency/backoff.ts';
import type { SlackConfig } from '../../config/config.ts';
import type { SupportContact } from '../../core/support_contact.ts';
import { directOutbound, type Outbound } from '../../http_client/outbound.ts';
import type { Log } from '../../log.ts';
import { slackLogger } from '../../log.ts';
import { noTelemetry, type Telemetry } from '../../telemetry/telemetry.ts';
import { authorizeWith } from '../authorize/authorize.ts';
import type { TokenCheckState } from '../authorize/token_check.ts';
import { handlerClientOptions } from '../web_api/web_clients.ts';
import { createHttpReceiver, type HttpReceiver } from './http_receiver/http_receiver.ts';
import { createReplays } from './http_receiver/replays.ts';
import { type Connection, createSocketConnection, type SocketConnection } from './socket_connection.ts';

export interface BoltOptions {
  readonly config: SlackConfig;
  readonly log: Log;
  /** Delays between tries to reach Slack; default 1 s to 30 s. */
  readonly backoff?: Backoff;
  readonly telemetry?: Telemetry;
  /** Named wherever a text says who runs Greenroom. */
  readonly supportContact?: SupportContact | null;
  /** How Slack is reached; directly. */
  readonly outbound?: Outbound;
}

/** How Slack's requests reach us. */
export function connectionOf({
  config,
  log,
  backoff,
  telemetry = noTelemetry,
  outbound = directOutbound,
}: BoltOptions): SocketConnection | HttpReceiver {
  if (config.transport === 'http')
    return createHttpReceiver({
      signingSecret: config.signingSecret.reveal(),
      log,
      metrics: telemetry.metrics,
      replays: createReplays(),
    });
  return createSocketConnection({
    appToken: config.appToken.reveal(),
    apiUrl: config.apiUrl,
    log,
    outbound,
    ...(backoff === undefined ? {} : { backoff }),
  });
}

/** Bolt over that connection, with an authorization of our own. */
export function createApp(
  { config, log, telemetry = noTelemetry, outbound = directOutbound }: BoltOptions,
  connection: Connection & { receiver: SocketConnection['receiver'] | HttpReceiver['receiver'] },
  access: () => TokenCheckState,
): App {
  return new App({
    receiver: connection.receiver,
    // T6: with an authorize of our own and no token, the constructor asks Slack nothing.
    authorize: authorizeWith(config.botToken.reveal(), access),
    logger: slackLogger(log),
    clientOptions: handlerClientOptions(config.apiUrl, log, telemetry, outbound),
    convoStore: false, // T15
    ignoreSelf: false, // we listen to nothing that we could say
    extendedErrorHandler: true,
  });
}
