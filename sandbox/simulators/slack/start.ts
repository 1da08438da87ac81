import { inviteBot } from './acts/channels.ts';
import { type ExtraRoute, listen, makeServer } from './api/server.ts';
import type { SimulatedSlack, SlackOptions } from './contract.ts';
import type { Desk } from './delivery/deliver.ts';
import type { Transport } from './delivery/envelope.ts';
import { tellOwnMessage } from './delivery/own_messages.ts';
import { httpTo, verifiesUrl } from './delivery/signed_http.ts';
import { socketModeOn } from './delivery/socket_mode.ts';
import { CannotDo, NotSeen } from './person/refusal.ts';
import { checkManifest } from './rules/index.ts';
import { buildWorld } from './state/build.ts';
import { changed, until } from './state/changes.ts';
import { weatherOf } from './state/fault_switches.ts';
import { inspectorOf } from './state/journal.ts';
import type { World } from './state/workspace_state.ts';
import { workspaceOf } from './workspace.ts';

/** A simulated Slack with its inside open, for a page on the same server. */
export interface OpenSlack extends SimulatedSlack {
  readonly desk: Desk;
}

export const startSlack = (options: SlackOptions): Promise<SimulatedSlack> => openSlack(options);

/** Starts the server. `routes` are asked before Slack's own. */
export async function openSlack(
  options: SlackOptions,
  routes: readonly ExtraRoute[] = [],
): Promise<OpenSlack> {
  const violations = checkManifest(options.manifest);
  if (violations.length > 0)
    throw new CannotDo(
      `Slack refuses this manifest: ${violations.map((v) => `${v.pointer} ${v.message}`).join('; ')}`,
    );
  const world = buildWorld(options);
  const server = makeServer(world, routes);
  const sockets = socketModeOn(world, server);
  world.url = await listen(server, options.port ?? 0);
  let endpoint: string | null = null;
  const line = (): Transport => (endpoint === null ? sockets : httpTo(world, endpoint));
  const desk: Desk = { world, line };
  world.joins = (team, channel) => void inviteBot(desk, team, channel, null);
  world.announce = (message, before) => tellOwnMessage(desk, message, before);

  return {
    ...workspaceOf(desk, firstOf(world)),
    desk,
    url: world.url,
    apiUrl: `${world.url}api/`,
    appToken: world.appToken,
    signingSecret: world.signingSecret,
    clientId: world.clientId,
    clientSecret: world.clientSecret,
    weather: weatherOf(world.sky, () => sockets.drop()),
    inspector: inspectorOf(world.journal),
    workspace: (name) => {
      const team = world.teams.find((one) => one.name === name);
      if (team === undefined) throw new CannotDo(`There is no workspace ${name}`);
      return workspaceOf(desk, team);
    },
    deliverTo: (url) => {
      endpoint = url;
    },
    verifiesUrl: async () => endpoint !== null && verifiesUrl(world, endpoint),
    connections: () => sockets.count(),
    connected: async (count = 1) =>
      void (await until(
        world,
        () => (sockets.count() >= count ? true : null),
        () => new NotSeen(`${sockets.count()} of ${count} sockets were open`),
        4 * world.limits.patienceMs,
      )),
    refreshSockets: (reason = 'refresh_requested') => sockets.refresh(reason),
    dropSockets: () => sockets.drop(),
    stopsPinging: (on) => sockets.stopPinging(on),
    lacksBlocks: (types) => {
      world.lacks.clear();
      for (const type of types) world.lacks.add(type);
      changed(world);
    },
    runsAs: (pid) => world.processorWait.include(pid),
    advance: (ms) => {
      world.ahead += ms;
      changed(world);
    },
    onChange: (listener) => {
      world.listeners.add(listener);
      return () => void world.listeners.delete(listener);
    },
    stop: () =>
      new Promise((resolve) => {
        world.stopped = true;
        sockets.drop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function firstOf(world: World) {
  const [first] = world.teams;
  if (first === undefined) throw new CannotDo('A simulated Slack needs at least one workspace');
  return first;
}
