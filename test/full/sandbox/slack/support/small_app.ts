import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { SimulatedSlack, SlackOptions } from '../../../../../sandbox/simulators/slack/index.ts';
import { startSlack } from '../../../../../sandbox/simulators/slack/index.ts';
import { manifest } from './manifest.ts';

export type TransportName = 'socket' | 'http';
export const TRANSPORTS: readonly TransportName[] = ['socket', 'http'];

/** A real Bolt app against a simulated Slack; `errors` is what Bolt's error handler saw. */
export interface Stage {
  readonly slack: SimulatedSlack;
  readonly app: App;
  readonly errors: Error[];
  readonly stop: () => Promise<void>;
}

export const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => LogLevel.ERROR,
};

export interface Recipe {
  readonly transport: TransportName;
  readonly slack?: Partial<SlackOptions>;
  /** Registers the listeners of the test. */
  readonly listen: (app: App) => void;
}

/** Starts both; T2/T3: the socket client gets retry options of its own. */
export async function stage({ transport, slack: options, listen }: Recipe): Promise<Stage> {
  const slack = await startSlack({ manifest, moreScopes: ['channels:read'], ...options });
  const errors: Error[] = [];
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, timeout: 8000 };
  const receiver =
    transport === 'socket'
      ? new SocketModeReceiver({
          appToken: slack.appToken,
          logger: silent,
          clientPingTimeout: 300,
          installerOptions: {
            clientOptions: {
              slackApiUrl: slack.apiUrl,
              retryConfig: { retries: 20, minTimeout: 50, maxTimeout: 100 },
            },
          },
        })
      : new HTTPReceiver({
          signingSecret: slack.signingSecret,
          logger: silent,
          unhandledRequestTimeoutMillis: 500,
        });
  const app = new App({
    receiver,
    token: slack.botToken,
    logger: silent,
    convoStore: false,
    deferInitialization: true,
    clientOptions,
  });
  app.error(async (error) => void errors.push(error));
  listen(app);
  await app.init();
  const server = await app.start(0);
  if (transport === 'http') slack.deliverTo(`http://127.0.0.1:${portOf(server)}/slack/events`);
  const stop = async () => {
    await app.stop();
    await slack.stop();
  };
  return { slack, app, errors, stop };
}

function portOf(server: unknown): number {
  const hasAddress = (value: unknown): value is { address(): AddressInfo } =>
    typeof value === 'object' && value !== null && 'address' in value;
  if (!hasAddress(server)) throw new Error('the HTTP receiver gave no server');
  return server.address().port;
}
