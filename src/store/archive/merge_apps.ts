import { syncGroupOwners } from '../ownership/owners.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** A duplicate, and the app that it is merged into. */
export interface Merge {
  readonly workspaceId: string;
  readonly from: string;
  readonly into: string;
}

/** These environments of `from` become environments of `into`, which has none of their kinds. Both are locked. */
export async function moveEnvironments(
  db: Queryable,
  { workspaceId, into }: Pick<Merge, 'workspaceId' | 'into'>,
  environmentIds: readonly string[],
): Promise<void> {
  const given = [workspaceId, into, environmentIds];
  await db.query(
    'update environment set zoom_app_id = $2 where workspace_id = $1 and id = any($3::uuid[])',
    given,
  );
  await db.query(
    'update turn set zoom_app_id = $2, stale = true where workspace_id = $1 and environment_id = any($3::uuid[])',
    given,
  );
}

/**
 * Whoever watches `from` watches `into` too, at the same level, as far as it may have that many watches (`most`): its own channel
 * first, whose watch becomes one that somebody has set, and can end; then the oldest.
 */
export async function copyWatches(
  db: Queryable,
  { workspaceId, from, into }: Merge,
  most: number,
): Promise<void> {
  await db.query(
    `insert into watch (workspace_id, channel_id, zoom_app_id, level, set_by, created_by, created_at, paused_at, paused_reason,
                        opened_at)
     select workspace_id, channel_id, $3::uuid, level, coalesce(set_by, created_by), created_by, created_at, paused_at, paused_reason,
       opened_at
     from watch other where workspace_id = $1 and zoom_app_id = $2
       and not exists (select from watch own
                       where own.workspace_id = $1 and own.zoom_app_id = $3 and own.channel_id = other.channel_id)
     order by channel_id = (select channel_id from zoom_app where workspace_id = $1 and id = $2) desc, created_at, channel_id
     limit greatest(0, $4 - (select count(*) from watch where workspace_id = $1 and zoom_app_id = $3))`,
    [workspaceId, from, into, most],
  );
}

/**
 * Whoever owns `from` owns `into` too, persons and user groups, as far as it may have that many (`most`). Members of a group own it by
 * that group.
 */
export async function copyOwners(
  db: Queryable,
  { workspaceId, from, into }: Merge,
  most: { readonly people: number; readonly groups: number },
): Promise<void> {
  await db.query(
    `insert into zoom_app_owner_group (workspace_id, zoom_app_id, group_id)
     select workspace_id, $3::uuid, group_id from zoom_app_owner_group other
     where workspace_id = $1 and zoom_app_id = $2
       and not exists (select from zoom_app_owner_group own
                       where own.workspace_id = $1 and own.zoom_app_id = $3 and own.group_id = other.group_id)
     order by group_id
     limit greatest(0, $4 - (select count(*) from zoom_app_owner_group where workspace_id = $1 and zoom_app_id = $3))`,
    [workspaceId, from, into, most.groups],
  );
  await db.query(
    `insert into zoom_app_owner (workspace_id, zoom_app_id, user_id)
     select workspace_id, $3::uuid, user_id from zoom_app_owner other
     where workspace_id = $1 and zoom_app_id = $2 and not by_group
       and not exists (select from zoom_app_owner own
                       where own.workspace_id = $1 and own.zoom_app_id = $3 and own.user_id = other.user_id and not own.by_group)
     order by user_id
     limit greatest(0, $4 - (select count(*) from zoom_app_owner where workspace_id = $1 and zoom_app_id = $3 and not by_group))
     on conflict (workspace_id, zoom_app_id, user_id) do update set by_group = false`,
    [workspaceId, from, into, most.people],
  );
  await syncGroupOwners(db, workspaceId, [into]);
}

/** Counts an edit: whoever has a form of the app open gets a conflict. */
export async function touchApp(
  db: Queryable,
  { workspaceId, id }: { readonly workspaceId: string; readonly id: string },
  actor: string,
  now: Date,
): Promise<void> {
  await db.query(
    `update zoom_app set version = version + 1, updated_by = $3, updated_at = $4 where workspace_id = $1 and id = $2`,
    [workspaceId, id, actor, now],
  );
}
