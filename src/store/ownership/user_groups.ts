import type { Queryable } from '../postgres/client/database.ts';

/** A user group whose members are to be listed again, and who they were. */
export interface StoredGroup {
  readonly id: string;
  /** Slack's error code, where the members are older. */
  readonly trouble: string | null;
  readonly members: readonly string[];
}

/** The groups that own an app, in place of those before; each must have been saved. */
export async function setOwnerGroups(
  db: Queryable,
  app: { readonly workspaceId: string; readonly id: string },
  groupIds: readonly string[],
): Promise<void> {
  const given = [app.workspaceId, app.id, groupIds];
  await db.query(
    `delete from zoom_app_owner_group where workspace_id = $1 and zoom_app_id = $2 and group_id <> all($3::text[])`,
    given,
  );
  await db.query(
    `insert into zoom_app_owner_group (workspace_id, zoom_app_id, group_id)
     select distinct $1, $2::uuid, unnest($3::text[]) on conflict do nothing`,
    given,
  );
}

/** A group with its members as Slack listed them just now; `refreshAt`: when they are listed again. */
export async function saveGroup(
  db: Queryable,
  workspaceId: string,
  group: { readonly id: string; readonly handle: string; readonly members: readonly string[] },
  { at, refreshAt }: { readonly at: Date; readonly refreshAt: Date },
): Promise<void> {
  await db.query(
    `insert into user_group (workspace_id, id, handle, next_look_at) values ($1, $2, $3, $4)
     on conflict (workspace_id, id) do update set handle = excluded.handle, next_look_at = excluded.next_look_at`,
    [workspaceId, group.id, group.handle, refreshAt],
  );
  await saveMembers(db, workspaceId, group.id, group.members, at);
}

/** The members of a group, in place of those before. */
export async function saveMembers(
  db: Queryable,
  workspaceId: string,
  groupId: string,
  members: readonly string[],
  at: Date,
): Promise<void> {
  await db.query(
    `delete from user_group_member where workspace_id = $1 and group_id = $2 and user_id <> all($3::text[])`,
    [workspaceId, groupId, members],
  );
  await db.query(
    `insert into user_group_member (workspace_id, group_id, user_id) select distinct $1, $2, unnest($3::text[])
     on conflict do nothing`,
    [workspaceId, groupId, members],
  );
  await db.query(
    'update user_group set members_of = $3, trouble = null where workspace_id = $1 and id = $2',
    [workspaceId, groupId, at],
  );
}

/** Slack gave no members: those known stay. `trouble`: its error code, at most 100 characters. Returns whether that is new. */
export async function noteGroupTrouble(
  db: Queryable,
  workspaceId: string,
  groupId: string,
  trouble: string,
): Promise<boolean> {
  const rows = await db.query(
    `update user_group set trouble = $3 where workspace_id = $1 and id = $2 and trouble is distinct from $3 returning 1`,
    [workspaceId, groupId, trouble.slice(0, 100)],
  );
  return rows.length > 0;
}

/**
 * Takes groups whose members are to be listed again, so that no other replica asks too; one that owns nothing any more is forgotten
 * instead. The caller holds the workspace's lock. Cost: as many rows of an index.
 */
export async function takeDueGroups(
  db: Queryable,
  workspaceId: string,
  { now, next }: { readonly now: Date; readonly next: Date },
  most: number,
): Promise<readonly StoredGroup[]> {
  const rows = await db.query<StoredGroup & { owns: boolean }>(
    `update user_group due set next_look_at = $3
     where workspace_id = $1 and id = any(array(
       select id from user_group where workspace_id = $1 and next_look_at <= $2
       order by next_look_at limit $4 for update skip locked))
     returning id, trouble,
       array(select user_id from user_group_member member
             where member.workspace_id = $1 and member.group_id = due.id order by user_id) as members,
       exists (select from zoom_app_owner_group owner
               where owner.workspace_id = $1 and owner.group_id = due.id) as owns`,
    [workspaceId, now, next, most],
  );
  await db.query(
    `delete from user_group where workspace_id = $1 and id = any($2::text[]) and not exists (
       select from zoom_app_owner_group owner where owner.workspace_id = $1 and owner.group_id = user_group.id)`,
    [workspaceId, rows.filter(({ owns }) => !owns).map(({ id }) => id)],
  );
  return rows.filter(({ owns }) => owns);
}

/** The apps that a group owns, archived ones too; at most `most`. */
export async function appsOfGroup(
  db: Queryable,
  workspaceId: string,
  groupId: string,
  most: number,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select zoom_app_id as id from zoom_app_owner_group where workspace_id = $1 and group_id = $2
     order by zoom_app_id limit $3`,
    [workspaceId, groupId, most],
  );
  return rows.map(({ id }) => id);
}
