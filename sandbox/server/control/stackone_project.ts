import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Switch } from './control_requests.ts';

/** What is not about one profile: the key, the connector, connect sessions. */

export function letKeyWrite(sandbox: Sandbox, { writes }: Switch<'stackone.key'>): void {
  const { stackone } = sandbox.simulators;
  sandbox.keyWrites = writes;
  stackone.addKey(stackone.apiKey, writes ? ['platform:read', 'platform:write'] : ['platform:read']);
}

export function sendWebhooks(sandbox: Sandbox, { on }: Switch<'stackone.webhooks'>): void {
  sandbox.webhooks = on;
  sandbox.greenroom.takeWebhooks(on);
}

export function reportRefusals(sandbox: Sandbox, { how }: Switch<'stackone.refusals'>): void {
  sandbox.refusals = how;
  sandbox.simulators.stackone.reportRefusals(how);
}

export function expireSession({ simulators }: Sandbox, { session }: Switch<'stackone.expire'>): void {
  const { stackone } = simulators;
  if (stackone.connectSessions().every(({ id }) => id !== session))
    throw new Refusal(404, 'StackOne has no such connect session');
  stackone.expireConnectSession(session);
}

/** Scopes that are required anew make a breaking version, so the first number goes up. */
export function releaseConnector({ simulators }: Sandbox, { scope }: Switch<'stackone.release'>): void {
  const { stackone } = simulators;
  const [newest = '1.0.0'] = stackone.connectorVersions();
  const connectorScopes = [...new Set([...stackone.connectorScopes(), scope])];
  stackone.releaseConnector({ version: `${Number.parseInt(newest, 10) + 1}.0.0`, connectorScopes });
}
