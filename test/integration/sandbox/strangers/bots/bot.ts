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

/** What a manifest says about the two transports: addresses over HTTP, none over a socket. */
export function deliveryOf(wire: Wire, commands: readonly JsonObject[], botEvents: readonly string[]) {
  const url = wire === 'http' ? 'https://bot.example/slack/events' : null;
  const at = (field: string): JsonObject => (url === null ? {} : { [field]: url });
  return {
    slash_commands: commands.map((command) => ({ ...command, ...at('url') })),
    settings: {
      event_subscriptions: { ...at('request_url'), bot_events: botEvents },
      interactivity: { is_enabled: true, ...at('request_url'), ...at('message_menu_options_url') },
      org_deploy_enabled: false,
      socket_mode_enabled: wire === 'socket',
      token_rotation_enabled: false,
    },
  };
}
