/** Most user groups that own an app, and most members of each that count: every owner may be written to. */
export const MOST_OWNER_GROUPS = 3;
export const MOST_MEMBERS = 50;

/** A user group as Slack lists it. */
export interface ListedGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}

/** `not_granted`: without the scope `usergroups:read`. `refused`: Slack's error code. `unknown`: Slack did not answer in time. */
export type GroupFailure =
  | { readonly kind: 'not_granted' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unknown' };

export type GroupList = { readonly kind: 'groups'; readonly groups: readonly ListedGroup[] } | GroupFailure;
export type GroupMembers = { readonly kind: 'members'; readonly userIds: readonly string[] } | GroupFailure;

/** What Slack says of user groups. Nothing here throws. */
export interface UserGroups {
  list(): Promise<GroupList>;
  members(groupId: string): Promise<GroupMembers>;
}

/** The members that count as owners: those who were so before stay, then others, in Slack's order, as many as there is room for. */
export function membersThatCount(listed: readonly string[], before: readonly string[]): string[] {
  const unique = [...new Set(listed)];
  const staying = unique.filter((one) => before.includes(one));
  return [...staying, ...unique.filter((one) => !before.includes(one))].slice(0, MOST_MEMBERS);
}
