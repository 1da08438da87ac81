import { inviteBot } from './acts/channels.ts';
import { type ExtraRoute, listen, makeServer } from './api/server.ts';
import type { SimulatedSlack, SlackOptions } from './contract.ts';
import type { Session } from './delivery/deliver.ts';
import type { Transport } from './delivery/envelope.ts';
import { sendOwnMessage } from './delivery/own_messages.ts';
import { httpTo, verifiesUrl } from './delivery/signed_http.ts';
import { socketModeOn } from './delivery/socket_mode.ts';
import { objectAt } from './json.ts';
import { CannotDo, NotSeen } from './person/refusal.ts';
import { checkManifest } from './rules/index.ts';
import { buildSlackState } from './state/build.ts';
import { changed, until } from './state/changes.ts';
import { faultsOf } from './state/fault_switches.ts';
import { inspectorOf } from './state/journal.ts';
import type { SlackState } from './state/workspace_state.ts';
import { workspaceOf } from './workspace.ts';

/** A simulated Slack with its internal state, for a page on the same server. */
export interface OpenSlack extends SimulatedSlack {
  readonly session: Session;
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
  refuseOrgWideWithoutOptIn(options);
  const slackState = buildSlackState(options);
  const server = makeServer(slackState, routes);
  const sockets = socketModeOn(slackState, server);
  const listeningAt = await listen(server, options.port ?? 0);
  slackState.url = options.publicUrl ?? listeningAt;
  let endpoint: string | null = null;
  const line = (): Transport => (endpoint === null ? sockets : httpTo(slackState, endpoint));
  const session: Session = { slackState, line };
  slackState.joins = (team, channel) => void inviteBot(session, team, channel, null);
  slackState.announce = (message, before) => sendOwnMessage(session, message, before);

  return {
    ...workspaceOf(session, firstOf(slackState)),
    session,
    url: slackState.url,
    apiUrl: `${slackState.url}api/`,
    appToken: slackState.appToken,
    signingSecret: slackState.signingSecret,
    clientId: slackState.clientId,
    clientSecret: slackState.clientSecret,
    faults: faultsOf(slackState.faults, () => sockets.drop()),
    inspector: inspectorOf(slackState.journal),
    workspace: (name) => {
      const team = slackState.teams.find((one) => one.name === name);
      if (team === undefined) throw new CannotDo(`There is no workspace ${name}`);
      return workspaceOf(session, team);
    },
    deliverTo: (url) => {
      endpoint = url;
    },
    verifiesUrl: async () => endpoint !== null && verifiesUrl(slackState, endpoint),
    connections: () => sockets.count(),
    connected: async (count = 1) =>
      void (await until(
        slackState,
        () => (sockets.count() >= count ? true : null),
        () => new NotSeen(`${sockets.count()} of ${count} sockets were open`),
        4 * slackState.limits.timeoutMs,
      )),
    refreshSockets: (reason = 'refresh_requested') => sockets.refresh(reason),
    dropSockets: () => sockets.drop(),
    stopsPinging: (on) => sockets.stopPinging(on),
    lacksBlocks: (types) => {
      slackState.lacks.clear();
      for (const type of types) slackState.lacks.add(type);
      changed(slackState);
    },
    runsAs: (pid) => slackState.processorWait.include(pid),
    advance: (ms) => {
      slackState.ahead += ms;
      changed(slackState);
    },
    onChange: (listener) => {
      slackState.listeners.add(listener);
      return () => void slackState.listeners.delete(listener);
    },
    stop: () =>
      new Promise((resolve) => {
        slackState.stopped = true;
        sockets.drop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Slack offers to install for an organisation only what its manifest allows (docs: organization-ready apps, opt in). */
function refuseOrgWideWithoutOptIn({ manifest, workspaces = [] }: SlackOptions): void {
  const isOrgWide = workspaces.some(({ organisation }) => organisation !== undefined);
  if (isOrgWide && objectAt(manifest, 'settings').org_deploy_enabled !== true)
    throw new CannotDo('The manifest does not allow to install for an organisation: org_deploy_enabled');
}

function firstOf(slackState: SlackState) {
  const [first] = slackState.teams;
  if (first === undefined) throw new CannotDo('A simulated Slack needs at least one workspace');
  return first;
}
