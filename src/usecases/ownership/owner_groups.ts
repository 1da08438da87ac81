import { isNoOwner } from '../../core/apps/member_status.ts';
import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import {
  type GroupList,
  type ListedGroup,
  MOST_OWNER_GROUPS,
  membersThatCount,
} from '../../core/ownership/user_groups.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { updateZoomApp } from '../../store/apps/save_zoom_app.ts';
import { readZoomApp } from '../../store/apps/zoom_apps.ts';
import { saveGroup, setOwnerGroups } from '../../store/ownership/user_groups.ts';
import { changeApp } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { followGroups, syncAppsOfGroup } from './sync_group.ts';

/**
 * `not_granted`: the Slack app lacks `usergroups:read`. `no_group`: Slack lists no such group. `groups_unknown`: Slack did not say who is in
 * one. `no_members`: nobody in one can own an app.
 */
export type NoGroups = Refusal | 'not_granted' | 'too_many' | 'no_group' | 'groups_unknown' | 'no_members';

/** A group's members are listed again after this time. */
export const groupsEveryMs = 60 * 60_000;

type Needs = Pick<Context, 'clock' | 'newId' | 'memberStatusesOf' | 'userGroups' | Deciding>;

/** Slack's user groups, to choose from. */
export async function listUserGroups(ctx: Pick<Context, 'userGroups'>, _by: By): Promise<GroupList> {
  return (await ctx.userGroups?.list()) ?? { kind: 'unknown' };
}

/**
 * Which user groups own an app, in place of those before. Their members own it as long as they are in the group. Slack is asked
 * before the transaction.
 */
export async function chooseOwnerGroups(
  ctx: Needs,
  input: By & { readonly appId: string; readonly groupIds: readonly string[] },
): Promise<Result<ZoomApp, NoGroups>> {
  const groupIds = [...new Set(input.groupIds)];
  if (groupIds.length > MOST_OWNER_GROUPS) return Err('too_many');
  const groups = groupIds.length === 0 ? Ok([]) : await readGroups(ctx, input, groupIds);
  if (!groups.ok) return groups;
  return changeApp<ZoomApp, NoGroups>(ctx, input, 'edit', async (tx, app) => {
    const { workspaceId, actor } = input;
    const at = ctx.clock.now();
    const refreshAt = new Date(at.getTime() + groupsEveryMs);
    for (const group of groups.value) await saveGroup(tx, workspaceId, group, { at, refreshAt });
    await setOwnerGroups(tx, app, groupIds);
    await followGroups(tx, ctx, workspaceId, [app.id], actor);
    // Who is in them was listed just now, for the other apps that they own too.
    for (const groupId of groupIds) await syncAppsOfGroup(tx, ctx, workspaceId, groupId, app.id);
    await updateZoomApp(tx, app, actor, at);
    const edited = { appId: app.id, appName: app.name, by: actor, what: ['owners' as const] };
    await appendEvent(tx, {
      ...{ id: ctx.newId(), workspaceId, at, kind: 'zoom_app_edited', actor, appId: app.id },
      detail: { edited: ['owners'], groups: groups.value.map(({ handle }) => handle) },
    });
    await notifyWatchers(tx, ctx, { workspaceId, appId: app.id }, [
      { where: 'thread', message: { kind: 'edited', ...edited } },
    ]);
    return Ok((await readZoomApp(tx, workspaceId, app.id)) ?? app);
  });
}

type GroupWithMembers = ListedGroup & { readonly members: readonly string[] };

async function readGroups(
  ctx: Needs,
  by: By,
  groupIds: readonly string[],
): Promise<Result<GroupWithMembers[], NoGroups>> {
  const list = await listUserGroups(ctx, by);
  if (list.kind === 'not_granted') return Err('not_granted');
  if (list.kind !== 'groups') return Err('groups_unknown');
  const groups: GroupWithMembers[] = [];
  for (const id of groupIds) {
    const group = list.groups.find((one) => one.id === id);
    if (group === undefined) return Err('no_group');
    const listed = await ctx.userGroups?.members(id);
    if (listed?.kind !== 'members') return Err('groups_unknown');
    const members = await possibleOwners(ctx, membersThatCount(listed.userIds, []));
    if (members.length === 0) return Err('no_members');
    groups.push({ ...group, members });
  }
  return Ok(groups);
}

/** Without bots, accounts that are gone, and people of other workspaces. Asks Slack, so never inside a transaction. */
export async function possibleOwners(
  { memberStatusesOf }: Pick<Context, 'memberStatusesOf'>,
  userIds: readonly string[],
): Promise<string[]> {
  const statuses = await memberStatusesOf?.(userIds);
  return userIds.filter((userId) => !isNoOwner(statuses?.get(userId) ?? 'unknown'));
}
