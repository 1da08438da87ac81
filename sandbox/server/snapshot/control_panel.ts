import type { ConnectSessionRow } from '../../simulators/stackone/connect/sessions.ts';
import type { MarketplaceApp, Sandbox } from '../sandbox.ts';
import type {
  ConnectSessionSeen,
  ControlPanelSeen,
  ProfileSeen,
  StackOneSeen,
  ZoomAppSeen,
} from './control_panel_seen.ts';

/** The control panel's part of the snapshot: of the profiles only those of Zoom. */
export function controlPanelSeen(sandbox: Sandbox): ControlPanelSeen {
  const { simulators, faults, oddLists, tokenAnswer, zoomApps, greenroom } = sandbox;
  return {
    tokenAnswer,
    oddLists: { ...oddLists },
    faults: { ...faults },
    zoomApps: zoomApps.map((app) => zoomAppSeen(sandbox, app)),
    profiles: profilesSeen(sandbox),
    stackone: stackoneSeen(sandbox),
    greenroom: greenroom.seen(),
    sockets: simulators.slack.connections(),
    older: simulators.slack.session.slackState.lacks.size > 0,
  };
}

function zoomAppSeen({ simulators }: Sandbox, app: MarketplaceApp): ZoomAppSeen {
  const { redirect, allowList, scopes, management } = simulators.zoom.app(app.clientId);
  return {
    ...app,
    shared: simulators.zoom.app(app.production.clientId).ready,
    redirectAllowed: allowList.includes(redirect),
    scopes,
    management,
  };
}

function profilesSeen({ simulators: { stackone } }: Sandbox): ProfileSeen[] {
  const zooms = stackone.profiles().filter((one) => one.connector_key === 'zoom');
  return zooms.map(({ id, name, active, connector_version, connector_pinned_version }) => ({
    id,
    name,
    active,
    version: connector_version,
    pinned: connector_pinned_version !== null,
    clientId: stackone.profileClientId(id),
    accounts: stackone
      .accounts()
      .filter((one) => one.connector_profile_id === id)
      .map((one) => ({ id: one.id, owner: one.owner_name, status: one.status }))
      .reverse(),
  }));
}

/** A sandbox may run for days. */
const SHOWN = 20;

function stackoneSeen(sandbox: Sandbox): StackOneSeen {
  const { simulators, keyWrites, webhooks, refusals } = sandbox;
  const { stackone } = simulators;
  const sessions = stackone.connectSessions().slice(-SHOWN).reverse();
  const versions = stackone.connectorVersions();
  return { keyWrites, webhooks, refusals, versions, sessions: sessions.map(sessionSeen) };
}

function sessionSeen({
  id,
  type,
  origin_owner_name: owner,
  attempt,
  expiresAt,
}: ConnectSessionRow): ConnectSessionSeen {
  const isOver = expiresAt <= new Date();
  const state = attempt?.status ?? (isOver ? 'expired' : 'not opened');
  const words = [attempt?.oauth_error_code, attempt?.oauth_error_description]
    .filter((text) => text)
    .join(': ');
  return { id, type, owner, state: state === 'pending' && isOver ? 'expired' : state, words };
}
