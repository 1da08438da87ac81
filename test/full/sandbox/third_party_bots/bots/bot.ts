import type { SimulatedSlack } from '../../../../../sandbox/simulators/slack/index.ts';
import type { JsonObject } from '../../../../../sandbox/simulators/slack/json.ts';

export type Wire = 'socket' | 'http';
export const WIRES: readonly Wire[] = ['socket', 'http'];

/** Stops a bot: its connections and servers. */
export type Stop = () => Promise<void>;

/** A bot that somebody else could have written. All of them do the same (README.md), each with its own library, names and rights. */
export interface Bot {
  readonly name: string;
  readonly command: string;
  readonly manifest: (wire: Wire) => JsonObject;
  /** Starts it and points Slack at it. Resolves once it is reachable. */
  readonly start: (slack: SimulatedSlack, wire: Wire) => Promise<Stop>;
  /** The same bot for many workspaces, over HTTP: answers the address of its install page. */
  readonly startInstallable: (slack: SimulatedSlack) => Promise<{ installUrl: string; stop: Stop }>;
}

/** In which two third-party bots differ; the rest of a manifest is the same for all. */
export interface BotManifest {
  /** Slack's name of the app, where it is not that of its bot user. */
  readonly display_information: JsonObject;
  readonly bot_user: JsonObject;
  /** With its Messages tab off, nobody can write to the bot directly. */
  readonly hasMessagesTab: boolean;
  readonly commands: readonly JsonObject[];
  readonly shortcuts: readonly JsonObject[];
  readonly events: readonly string[];
  readonly oauth_config: JsonObject;
}

/** A manifest for one of the two transports: addresses over HTTP, none over a socket. */
export function manifestFor(wire: Wire, bot: BotManifest): JsonObject {
  const url = wire === 'http' ? 'https://bot.example/slack/events' : null;
  const at = (field: string): JsonObject => (url === null ? {} : { [field]: url });
  return {
    display_information: bot.display_information,
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: bot.hasMessagesTab,
        messages_tab_read_only_enabled: !bot.hasMessagesTab,
      },
      bot_user: bot.bot_user,
      slash_commands: bot.commands.map((command) => ({ ...command, ...at('url') })),
      shortcuts: bot.shortcuts,
    },
    oauth_config: bot.oauth_config,
    settings: {
      event_subscriptions: { ...at('request_url'), bot_events: bot.events },
      interactivity: { is_enabled: true, ...at('request_url'), ...at('message_menu_options_url') },
      org_deploy_enabled: false,
      socket_mode_enabled: wire === 'socket',
      token_rotation_enabled: false,
    },
  };
}
