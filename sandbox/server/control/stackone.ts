import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Switch } from './control_requests.ts';

/** Actions of a person in StackOne's console. */

export const createProfile = ({ simulators }: Sandbox, { name }: Switch<'stackone.create'>): void =>
  void simulators.stackone.createProfile({ name });

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
  sandbox.accounts.push(sandbox.simulators.stackone.linkAccount(profile));
}

export function setAccount(sandbox: Sandbox, { account, status }: Switch<'stackone.account'>): void {
  if (sandbox.accounts.every((one) => one.id !== account)) throw new Refusal(404, 'No such account');
  sandbox.simulators.stackone.setAccountStatus(account, status);
}

const listPaths = { profiles: '/connector_profiles', accounts: '/v2/accounts', actions: '/actions' } as const;

export function listOddly(sandbox: Sandbox, { list, odd }: Switch<'stackone.list'>): void {
  sandbox.oddLists[list] = odd;
  sandbox.simulators.stackone.listOddly(odd, listPaths[list]);
}

function known({ simulators }: Sandbox, profile: string): void {
  if (simulators.stackone.profiles().every((one) => one.id !== profile))
    throw new Refusal(404, 'StackOne has no such connector profile');
}
