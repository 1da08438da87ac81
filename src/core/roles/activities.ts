import { own } from '../own_property.ts';

/**
 * What a workspace's admins can decide on: `register` an app; `edit` its registration, scopes, environments and profile; `tick` what
 * only a person can see, and answer questions; `rotate` or forget a secret; `prove` a profile or link an account; `archive` and
 * restore; `delete`.
 */
export const activities = ['register', 'edit', 'tick', 'rotate', 'prove', 'archive', 'delete'] as const;
export type Activity = (typeof activities)[number];

/** `everyone` of the workspace; `owners` of the app, and admins; `admins` alone. Each includes those after it. */
export const whoMay = ['everyone', 'owners', 'admins'] as const;
export type WhoMay = (typeof whoMay)[number];

export type Roles = Readonly<Record<Activity, WhoMay>>;

/** Where admins have decided nothing. */
export const defaultRoles: Roles = {
  register: 'everyone',
  edit: 'owners',
  tick: 'everyone',
  rotate: 'owners',
  prove: 'owners',
  archive: 'owners',
  delete: 'admins',
};

/** What admins can choose from. Nobody owns what is not registered yet, and a deleted app does not come back. */
export const roleChoices: Readonly<Record<Activity, readonly WhoMay[]>> = {
  register: ['everyone', 'admins'],
  edit: whoMay,
  tick: whoMay,
  rotate: whoMay,
  prove: whoMay,
  archive: whoMay,
  delete: ['owners', 'admins'],
};

/** `stored`: activity and who may. What is not known, or cannot be chosen, counts as not decided. */
export function rolesFrom(stored: Readonly<Record<string, string>>): Roles {
  const chosen = (activity: Activity): WhoMay =>
    roleChoices[activity].find((who) => who === own(stored, activity)) ?? defaultRoles[activity];
  return {
    register: chosen('register'),
    edit: chosen('edit'),
    tick: chosen('tick'),
    rotate: chosen('rotate'),
    prove: chosen('prove'),
    archive: chosen('archive'),
    delete: chosen('delete'),
  };
}

/** What a person is, for an app. */
export interface HeldRoles {
  readonly isOwner: boolean;
  readonly isAdmin: boolean;
}

export type MayDo = (activity: Activity) => boolean;

/** May a person of the workspace do this? Admins may do everything. */
export function mayDo(roles: Roles, { isOwner, isAdmin }: HeldRoles): MayDo {
  return (activity) => isAdmin || roles[activity] === 'everyone' || (roles[activity] === 'owners' && isOwner);
}

/** Why somebody may not: it is for owners (and admins), or for admins alone. */
export type RoleRefusal = 'not_owner' | 'not_admin';

export const roleRefusal = (roles: Roles, activity: Activity): RoleRefusal =>
  roles[activity] === 'admins' ? 'not_admin' : 'not_owner';
