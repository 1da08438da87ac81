import { SlackApp, type SlackEdgeAppEnv, SlackOAuthApp, type SlackSocketModeAppEnv } from 'slack-edge';
import { vi } from 'vitest';
import type { SimulatedSlack } from '../../../../../sandbox/simulators/slack/index.ts';
import { until } from '../../../../harness/until.ts';
import { type Bot, manifestFor, type Stop, type Wire } from './bot.ts';
import { Background, edgeRuntime, serve } from './edge_host.ts';
import { listenWithEdge } from './edge_listeners.ts';
import { EdgeStore } from './edge_store.ts';

const NAME = 'Edge Notes';
const COMMAND = '/edge-notes';
const SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'im:history',
  'im:write',
  'team:read',
  'users:read',
];

const SHORTCUTS = [
  { name: 'Quote', type: 'message', callback_id: 'edge-quote', description: 'Repeats a message' },
  { name: 'Hopes', type: 'global', callback_id: 'edge-hopes', description: 'Opens the form' },
];

/** More rights and events than the other bot, and a Messages tab: people can write to it. */
const manifestOf = (wire: Wire) =>
  manifestFor(wire, {
    display_information: { name: 'Edge Notes of the Moon', background_color: '#112233' },
    bot_user: { display_name: NAME, always_online: false },
    hasMessagesTab: true,
    commands: [
      { command: '/edge-other', description: 'Another one', should_escape: true },
      { command: COMMAND, description: 'Takes notes', usage_hint: '[verb]', should_escape: true },
    ],
    shortcuts: SHORTCUTS,
    events: [
      'app_home_opened',
      'app_mention',
      'app_uninstalled',
      'member_joined_channel',
      'message.channels',
      'message.groups',
      'message.im',
      'tokens_revoked',
    ],
    oauth_config: { scopes: { bot: SCOPES }, redirect_urls: ['https://bot.example/slack/oauth_redirect'] },
  });

/** slack-edge's own socket client runs requests without a context; this one gives them ours. */
class SocketApp extends SlackApp<SlackSocketModeAppEnv> {
  readonly background = new Background();
  override run(request: Request): Promise<Response> {
    return super.run(request, this.background);
  }
}

async function startSocket(slack: SimulatedSlack): Promise<Stop> {
  const env = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken };
  const app = new SocketApp({ env, socketMode: true });
  listenWithEdge(app, COMMAND);
  const warnings = vi.spyOn(console, 'warn').mockImplementation(() => {});
  await app.connect();
  warnings.mockRestore();
  await slack.connected();
  return async () => {
    await app.disconnect();
    await until(() => slack.connections() === 0, 'the socket to close');
    await app.background.settled();
  };
}

/** `serve` first: an installable bot has to know its own address. */
async function startHttp<E extends SlackEdgeAppEnv>(
  slack: SimulatedSlack,
  appAt: (origin: string) => SlackApp<E>,
) {
  const background = new Background();
  const { origin, stop: close } = await serve((request) => app.run(request, background));
  const app = appAt(origin);
  listenWithEdge(app, COMMAND);
  slack.deliverTo(`${origin}/slack/events`);
  const stop = async () => {
    await close();
    await background.settled();
  };
  return { origin, stop };
}

async function start(slack: SimulatedSlack, wire: Wire): Promise<Stop> {
  edgeRuntime(slack.apiUrl);
  if (wire === 'socket') return startSocket(slack);
  const env = { SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: slack.signingSecret };
  return (await startHttp(slack, () => new SlackApp({ env }))).stop;
}

async function startInstallable(slack: SimulatedSlack) {
  edgeRuntime(slack.apiUrl);
  const env = {
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_CLIENT_ID: slack.clientId,
    SLACK_CLIENT_SECRET: slack.clientSecret,
    SLACK_BOT_SCOPES: SCOPES.join(','),
  };
  const installationStore = new EdgeStore();
  const { origin, stop } = await startHttp(slack, (own) => {
    const SLACK_REDIRECT_URI = `${own}/slack/oauth_redirect`;
    return new SlackOAuthApp({ env: { ...env, SLACK_REDIRECT_URI }, installationStore });
  });
  return { installUrl: `${origin}/slack/install`, stop };
}

export const edgeBot: Bot = { name: NAME, command: COMMAND, manifest: manifestOf, start, startInstallable };
