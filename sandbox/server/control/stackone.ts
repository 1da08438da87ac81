import type { ProfileRow } from '../../simulators/stackone/contract.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Switch } from './control_requests.ts';

/** Actions of a person in StackOne's console. */

export function createProfile(
  sandbox: Sandbox,
  { name, pair = { use: 'development' } }: Switch<'stackone.create'>,
): void {
  const credentials = credentialsFor(sandbox, pair);
  sandbox.simulators.stackone.createProfile({ name, ...(credentials === null ? {} : { credentials }) });
}

/** Somebody replaces the credentials in the profile. */
export function setPair(sandbox: Sandbox, { profile, pair }: Switch<'stackone.pair'>): void {
  known(sandbox, profile);
  const credentials = credentialsFor(sandbox, pair);
  if (credentials === null) throw new Refusal(404, 'There is no Zoom app yet');
  sandbox.simulators.stackone.setProfileCredentials(profile, credentials);
}

/** null: Zoom has no app yet, and the profile is made without credentials, as before there was one. */
function credentialsFor(
  { zoomApps }: Sandbox,
  { app: clientId, use }: Switch<'stackone.pair'>['pair'],
): { readonly clientId: string; readonly clientSecret: string } | null {
  const app = zoomApps.find((one) => clientId === undefined || one.clientId === clientId);
  if (app === undefined && clientId !== undefined) throw new Refusal(404, 'Zoom has no such app');
  if (app === undefined) return null;
  switch (use) {
    case 'development':
      return { clientId: app.clientId, clientSecret: app.clientSecret };
    case 'production':
      return app.production;
    case 'wrong_secret':
      return { clientId: app.clientId, clientSecret: 'not-the-secret-of-this-app' };
    case 'public_client':
      return { clientId: app.publicClientId, clientSecret: app.clientSecret };
  }
}

export function pinProfile(sandbox: Sandbox, { profile, on }: Switch<'stackone.pin'>): void {
  const row = known(sandbox, profile);
  sandbox.simulators.stackone.pinProfile(profile, on ? row.connector_version : null);
}

export function enableProfile(sandbox: Sandbox, { profile, on }: Switch<'stackone.enable'>): void {
  known(sandbox, profile);
  if (on) sandbox.simulators.stackone.enableProfile(profile);
  else sandbox.simulators.stackone.disableProfile(profile);
}

export function deleteProfile(sandbox: Sandbox, { profile }: Switch<'stackone.delete'>): void {
  known(sandbox, profile);
  sandbox.simulators.stackone.deleteProfile(profile);
}

export function linkAccount(sandbox: Sandbox, { profile }: Switch<'stackone.link'>): void {
  known(sandbox, profile);
  sandbox.simulators.stackone.linkAccount(profile);
}

const WHY_NOT = { code: 'invalid_grant', description: 'Zoom no longer accepts the refresh token' };

export function setAccount(sandbox: Sandbox, { account, status }: Switch<'stackone.account'>): void {
  const { stackone } = sandbox.simulators;
  if (stackone.accounts().every((one) => one.id !== account)) throw new Refusal(404, 'No such account');
  const timestamp = new Date().toISOString();
  const reasons = status === 'active' ? [] : [{ ...WHY_NOT, timestamp }];
  stackone.setAccountStatus(account, status, reasons);
}

const listPaths = { profiles: '/connector_profiles', accounts: '/v2/accounts', actions: '/actions' } as const;

export function listOddly(sandbox: Sandbox, { list, odd }: Switch<'stackone.list'>): void {
  sandbox.oddLists[list] = odd;
  sandbox.simulators.stackone.listOddly(odd, listPaths[list]);
}

function known({ simulators }: Sandbox, profile: string): ProfileRow {
  const row = simulators.stackone.profiles().find((one) => one.id === profile);
  if (row === undefined) throw new Refusal(404, 'StackOne has no such connector profile');
  return row;
}
