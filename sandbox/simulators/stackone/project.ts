import { randomUUID } from 'node:crypto';
import type { AccountRow, NewAccount, NewProfile, ProfileRow, StatusReasonRow } from './contract.ts';

/** One StackOne project: its connector profiles and linked accounts, newest first. */
export interface Project {
  readonly profiles: ProfileRow[];
  readonly accounts: AccountRow[];
  /** What each profile was made with, by its id: never sent to anybody. */
  readonly credentials: Map<string, ProfileCredentials>;
  readonly now: () => Date;
  /** Told of every change of an account, after it. */
  readonly onAccount: (event: AccountEvent, account: AccountRow) => void;
}

export interface ProfileCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export type AccountEvent = 'account.created' | 'account.updated' | 'account.deleted';

const LABELS: Record<string, string> = { zoom: 'Zoom', zoominfo: 'ZoomInfo', slack: 'Slack' };

/** `version`: the newest of Zoom's connector. */
export function addProfile(project: Project, profile: NewProfile, version = '1.0.0'): ProfileRow {
  const key = profile.connectorKey ?? 'zoom';
  const at = project.now().toISOString();
  const row: ProfileRow = {
    id: randomUUID(),
    name: profile.name ?? LABELS[key] ?? key,
    connector_key: key,
    connector_label: LABELS[key] ?? key,
    logo_url: `https://stackone-logos.com/api/${key}/filled/svg`,
    categories: ['messaging'],
    active: profile.active ?? true,
    default: !project.profiles.some((other) => other.connector_key === key),
    release_stage: profile.releaseStage ?? 'ga',
    created_at: at,
    updated_at: at,
    connector_version: key === 'zoom' ? version : '1.0.0',
    connector_pinned_version: null,
    connector_owner: 'stackone',
    environment: profile.environment ?? null,
    authentication_config_key: 'oauth2',
    authentication_config_label: 'OAuth 2.0',
  };
  project.profiles.unshift(row);
  if (profile.credentials) project.credentials.set(row.id, profile.credentials);
  return row;
}

export function renameProfile(project: Project, id: string, name: string): void {
  const profile = profileOf(project, id);
  profile.name = name;
  profile.updated_at = project.now().toISOString();
}

/** Disabling turns the accounts of a profile `inactive`; enabling brings them back. */
export function switchProfile(project: Project, id: string, active: boolean): void {
  const profile = profileOf(project, id);
  if (profile.active === active) return;
  profile.active = active;
  profile.updated_at = project.now().toISOString();
  for (const account of project.accounts.filter((one) => one.connector_profile_id === id)) {
    account.status = active ? account.statusWhenEnabled : 'inactive';
    changed(project, account);
  }
}

export function removeProfile(project: Project, id: string): void {
  project.profiles.splice(project.profiles.indexOf(profileOf(project, id)), 1);
}

export function addAccount(project: Project, profileId: string, account: NewAccount): AccountRow {
  const profile = profileOf(project, profileId);
  const at = project.now().toISOString();
  const status = account.status ?? 'active';
  const row: AccountRow = {
    id: randomUUID(),
    connector_key: profile.connector_key,
    connector_profile_id: profileId,
    status: profile.active ? status : 'inactive',
    statusWhenEnabled: status,
    status_reasons: [],
    owner_id: account.ownerId ?? randomUUID(),
    owner_name: account.ownerName ?? 'Northwind Traders',
    label: account.label ?? null,
    type: account.type ?? 'production',
    metadata: account.metadata ?? {},
    created_at: at,
    updated_at: at,
  };
  project.accounts.unshift(row);
  project.onAccount('account.created', row);
  return row;
}

/** Somebody has signed in again for an account that exists: it is well, and belongs to this profile. */
export function linkAnew(project: Project, account: AccountRow, profileId: string): AccountRow {
  account.connector_profile_id = profileId;
  setAccountStatus(project, account.id, 'active');
  return account;
}

export function setAccountStatus(
  project: Project,
  id: string,
  status: string,
  reasons: readonly StatusReasonRow[] = [],
): void {
  const account = accountOf(project, id);
  account.status = status;
  account.status_reasons = reasons;
  account.statusWhenEnabled = status;
  changed(project, account);
}

function changed(project: Project, account: AccountRow): void {
  account.updated_at = project.now().toISOString();
  project.onAccount('account.updated', account);
}

export function removeAccount(project: Project, id: string): void {
  const account = accountOf(project, id);
  project.accounts.splice(project.accounts.indexOf(account), 1);
  project.onAccount('account.deleted', account);
}

export function profileOf(project: Project, id: string): ProfileRow {
  const profile = project.profiles.find((one) => one.id === id);
  if (!profile) throw new Error(`The simulated StackOne has no connector profile ${id}.`);
  return profile;
}

export function accountOf(project: Project, id: string): AccountRow {
  const account = project.accounts.find((one) => one.id === id);
  if (!account) throw new Error(`The simulated StackOne has no account ${id}.`);
  return account;
}
