import { Err, Ok, type Result } from '../core/result.ts';

/**
 * The scopes of the bot token. `users:read`: whether who acts or is chosen as an owner is a person of the workspace
 * (authorize/people.ts). It is required: as an optional scope (`bot_optional`, whose entries must stand in `bot` too)
 * it could be left out at installation.
 */
export const botScopes = ['commands', 'chat:write', 'users:read'] as const;

/**
 * Everything works without these. The first four: to see whether a message whose sending had an unclear end is in its channel
 * (sender/find_sent_message.ts), for nothing else. `files:write`: a document as a file by direct message, not as text
 * (responses/send_file.ts). `files:read`: a field for a file in a form, whose content Slack gives only with it. `channels:read`,
 * `groups:read`: Slack says that Greenroom was added to a channel, so that it introduces itself there (S27), and that a channel was closed to
 * it, so that its watchers read it before a message waits (S29). `usergroups:read`: user groups as owners (S28).
 */
export const optionalScopes = [
  'channels:history',
  'groups:history',
  'im:history',
  'im:write',
  'files:write',
  'files:read',
  'channels:read',
  'groups:read',
  'usergroups:read',
] as const;

export type OptionalScope = (typeof optionalScopes)[number];
/** Was the bot granted this scope? Null while it is not known. */
export type IsGranted = (scope: OptionalScope) => boolean | null;

/** A channel takes no message of Greenroom any more (S29). */
export const channelClosedEvents = [
  'channel_archive',
  'channel_deleted',
  'channel_left',
  'group_archive',
  'group_deleted',
  'group_left',
] as const;

const botEvents = ['app_home_opened', 'app_uninstalled', 'tokens_revoked'];
/** Slack takes a subscription only with a scope for it (S27, S29). */
const optionalEvents = ['member_joined_channel', ...channelClosedEvents];

/** Slack delivers by HTTP to this address, or by Socket Mode without one. */
export interface ManifestOptions {
  /** `https://` and a host, for example `https://greenroom.example.com`. */
  readonly url?: string;
  /** With the optional scopes, each of which whoever installs the app may leave out. */
  readonly optional?: boolean;
}

/** The app manifest: the scopes, events and features that Greenroom needs. Throws when `url` is no https address. */
export function manifest({ url, optional = false }: ManifestOptions = {}) {
  const endpoint = url === undefined ? undefined : required(slackEndpoint(url));
  const request = endpoint === undefined ? {} : { request_url: endpoint };
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Greenroom',
      description: 'Takes Zoom apps to a live StackOne connector profile, and tells the channel',
      long_description:
        'Greenroom registers Zoom OAuth apps, checks what can be checked (credentials, scopes, the connector profile in StackOne), asks people for the rest, and says in the channel when the profile is live or something breaks. It never shows a secret.',
      background_color: '#1f6f54',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        // Greenroom writes direct messages, for example when it cannot post in a channel; nobody needs to answer them.
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: true,
      },
      bot_user: { display_name: 'Greenroom', always_online: true },
      slash_commands: commands.map((command) => ({
        ...command,
        ...(endpoint === undefined ? {} : { url: endpoint }),
      })),
      shortcuts,
    },
    // Slack wants an optional scope in both lists.
    oauth_config: {
      scopes: optional
        ? { bot: [...botScopes, ...optionalScopes], bot_optional: [...optionalScopes] }
        : { bot: [...botScopes] },
    },
    settings: {
      event_subscriptions: {
        ...request,
        bot_events: [...botEvents, ...(optional ? optionalEvents : [])],
      },
      interactivity: {
        is_enabled: true,
        ...request,
        ...(endpoint === undefined ? {} : { message_menu_options_url: endpoint }),
      },
      org_deploy_enabled: true,
      socket_mode_enabled: endpoint === undefined,
      // Once on, it cannot be turned off again.
      token_rotation_enabled: false,
    },
  };
}

// Escaped, so that an owner can be named: `/zoom-app list @Ana` arrives as <@U…|ana>. Scopes hold no mentions.
const commands = [
  {
    command: '/zoom-app',
    description: 'Register a Zoom app, see where it stands, and what is next',
    usage_hint: 'register [name] | list | show <app> | check <app> | edit <app> | help',
    should_escape: true,
  },
  {
    command: '/zoom-scopes',
    description: 'Check, convert, find or plan Zoom scopes without registering anything',
    usage_hint: 'check admin|user <scopes> | convert admin|user <scopes> | find <words> | plan [app]',
    should_escape: false,
  },
  {
    command: '/zoom-ready',
    description: 'The readiness board: every Zoom app at a glance',
    usage_hint: '[words, a stage or @owner]',
    should_escape: true,
  },
];

/** The `callback_id` of each shortcut. */
export const shortcutIds = {
  register: 'register_zoom_app',
  checkMessage: 'check_message_scopes',
} as const;

const shortcuts = [
  {
    name: 'Register a Zoom app',
    type: 'global',
    callback_id: shortcutIds.register,
    description: 'Opens the form that registers a Zoom OAuth app',
  },
  {
    name: 'Check the scopes here',
    type: 'message',
    callback_id: shortcutIds.checkMessage,
    description: 'Which Zoom scopes in this message fit, only to you',
  },
];

/** Where Slack delivers: `<url>/slack/events`. The error says what is wrong with the address. */
export function slackEndpoint(url: string): Result<string, string> {
  const example = 'for example https://greenroom.example.com';
  if (!URL.canParse(url)) return Err(`"${url}" is no address; give https:// and a host, ${example}`);
  const { protocol, origin, pathname, search, hash, username, password } = new URL(url);
  if (protocol !== 'https:') return Err(`"${url}" is not https; Slack delivers to https only, ${example}`);
  if (username !== '' || password !== '') return Err('the address must not hold a name or password');
  if (pathname !== '/' || search !== '' || hash !== '') {
    return Err(`"${url}" has more than a host; Greenroom adds /slack/events itself, ${example}`);
  }
  return Ok(`${origin}/slack/events`);
}

function required(endpoint: Result<string, string>): string {
  if (!endpoint.ok) throw new TypeError(endpoint.error);
  return endpoint.value;
}
