import { eachAlone } from '../../concurrency/each_alone.ts';
import { type GroupMembers, membersThatCount } from '../../core/ownership/user_groups.ts';
import {
  noteGroupTrouble,
  type StoredGroup,
  saveMembers,
  takeDueGroups,
} from '../../store/ownership/user_groups.ts';
import type { Context } from '../changes/context.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { groupsEveryMs, possibleOwners } from './owner_groups.ts';
import { syncAppsOfGroup } from './sync_group.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId' | 'memberStatusesOf' | 'userGroups'>;

/**
 * Lists the members of user groups that own apps again, at most `size` groups at once. Where Slack does not say who they are, or
 * the group is gone, or nobody of it can own an app, those known stay owners, and the cards say so: nobody is locked out by it.
 */
export async function refreshUserGroups(ctx: Needs, workspaceId: string, size: number): Promise<void> {
  const { userGroups } = ctx;
  if (userGroups === undefined) return;
  const now = ctx.clock.now();
  const next = new Date(now.getTime() + groupsEveryMs);
  // No app is given to a group meanwhile: one that owns nothing is forgotten here.
  const due = await withWorkspaceLock(ctx, workspaceId, (tx) =>
    takeDueGroups(tx, workspaceId, { now, next }, size),
  );
  await eachAlone(due, async (group) => record(ctx, workspaceId, group, await userGroups.members(group.id)));
}

async function record(
  ctx: Needs,
  workspaceId: string,
  { id, members: before, trouble: hadTrouble }: StoredGroup,
  listed: GroupMembers,
): Promise<void> {
  if (listed.kind === 'unknown') return;
  const counted = listed.kind === 'members' ? membersThatCount(listed.userIds, before) : [];
  const members = await possibleOwners(ctx, counted);
  const trouble = members.length === 0 ? troubleOf(listed) : null;
  const isSame = members.length === before.length && members.every((one) => before.includes(one));
  await withWorkspaceLock(ctx, workspaceId, async (tx) => {
    if (trouble === null) await saveMembers(tx, workspaceId, id, members, ctx.clock.now());
    else if (!(await noteGroupTrouble(tx, workspaceId, id, trouble))) return;
    if (trouble === null && isSame && hadTrouble === null) return;
    await syncAppsOfGroup(tx, ctx, workspaceId, id);
  });
}

function troubleOf(listed: GroupMembers): string {
  if (listed.kind === 'refused') return listed.code;
  return listed.kind === 'not_granted' ? 'missing_scope' : 'no_members';
}
