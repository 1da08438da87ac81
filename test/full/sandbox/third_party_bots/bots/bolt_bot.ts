import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, MemoryInstallationStore } from '@slack/bolt';
import type { SimulatedSlack } from '../../../../../sandbox/simulators/slack/index.ts';
import { silent } from '../../slack/support/small_app.ts';
import { listenWithBolt } from './bolt_listeners.ts';
import { type Bot, manifestFor, type Stop, type Wire } from './bot.ts';

const NAME = 'Bolt Template App';
const COMMAND = '/sample-command';
const SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'team:read',
  'users:read',
];

const SHORTCUTS = [
  { name: 'Hopes', type: 'global', callback_id: 'open_hopes', description: 'Opens the form' },
  { name: 'Quote', type: 'message', callback_id: 'quote_it', description: 'Repeats a message' },
];

/** Much as the template's, with its Messages tab off: nobody can write to it directly. */
const manifestOf = (wire: Wire) =>
  manifestFor(wire, {
    display_information: { name: NAME },
    bot_user: { display_name: NAME, always_online: true },
    hasMessagesTab: false,
    commands: [{ command: COMMAND, description: 'Runs a sample command', should_escape: false }],
    shortcuts: SHORTCUTS,
    events: ['app_home_opened', 'app_mention', 'member_joined_channel', 'message.channels'],
    oauth_config: { scopes: { bot: SCOPES } },
  });

function portOf(server: unknown): number {
  const listens = (value: unknown): value is { address(): AddressInfo } =>
    typeof value === 'object' && value !== null && 'address' in value;
  if (!listens(server)) throw new Error('Bolt gave no server');
  return server.address().port;
}

/** Only the address of the API differs from what everybody writes. */
async function start(slack: SimulatedSlack, wire: Wire): Promise<Stop> {
  const common = { token: slack.botToken, logger: silent, clientOptions: { slackApiUrl: slack.apiUrl } };
  const app =
    wire === 'socket'
      ? new App({ ...common, appToken: slack.appToken, socketMode: true })
      : new App({ ...common, signingSecret: slack.signingSecret });
  listenWithBolt(app, COMMAND);
  const server = await app.start(0);
  if (wire === 'http') slack.deliverTo(`http://127.0.0.1:${portOf(server)}/slack/events`);
  return async () => void (await app.stop());
}

async function startInstallable(slack: SimulatedSlack) {
  const server = createServer((req, res) => receiver.requestListener(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${portOf(server)}`;
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const receiver = new HTTPReceiver({
    logger: silent,
    signingSecret: slack.signingSecret,
    clientId: slack.clientId,
    clientSecret: slack.clientSecret,
    stateSecret: 'a secret of the bot',
    scopes: SCOPES,
    installationStore: new MemoryInstallationStore(),
    redirectUri: `${origin}/slack/oauth_redirect`,
    installerOptions: {
      clientOptions,
      redirectUriPath: '/slack/oauth_redirect',
      authorizationUrl: `${slack.url}oauth/v2/authorize`,
    },
  });
  listenWithBolt(new App({ receiver, logger: silent, clientOptions }), COMMAND);
  slack.deliverTo(`${origin}/slack/events`);
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { installUrl: `${origin}/slack/install`, stop };
}

export const boltBot: Bot = { name: NAME, command: COMMAND, manifest: manifestOf, start, startInstallable };
