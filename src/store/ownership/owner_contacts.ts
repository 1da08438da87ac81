import type { OwnerContact, UnreachableWhy } from '../../core/ownership/owner_contact.ts';
import type { Queryable } from '../postgres/client/database.ts';

/**
 * Claims owners about whom Slack was not asked since `before`, the longest ago first, so that no other replica asks too: until
 * `saveAsked` they count as asked about at `claimedAs`. Who owns nothing any more is forgotten instead. The caller holds the workspace's
 * lock. Cost: as many rows of an index.
 */
export async function takeContacts(
  db: Queryable,
  workspaceId: string,
  { claimedAs, before }: { readonly claimedAs: Date; readonly before: Date },
  most: number,
): Promise<{ readonly count: number; readonly owners: readonly OwnerContact[] }> {
  const rows = await db.query<OwnerContact & { owns: boolean }>(
    `update owner_contact contact set looked_at = $2
     where workspace_id = $1 and user_id = any(array(
       select user_id from owner_contact
       where workspace_id = $1 and (looked_at is null or looked_at < $3)
       order by looked_at nulls first limit $4 for update skip locked))
     returning user_id as "userId", unreachable_why as "unreachableWhy", refused_at as "refusedAt",
       exists (select from zoom_app_owner owner
               where owner.workspace_id = $1 and owner.user_id = contact.user_id) as owns`,
    [workspaceId, claimedAs, before, most],
  );
  await db.query(
    `delete from owner_contact where workspace_id = $1 and user_id = any($2::text[]) and not exists (
       select from zoom_app_owner owner
       where owner.workspace_id = $1 and owner.user_id = owner_contact.user_id)`,
    [workspaceId, rows.filter(({ owns }) => !owns).map(({ userId }) => userId)],
  );
  return { count: rows.length, owners: rows.filter(({ owns }) => owns) };
}

/**
 * Slack was asked about these at this time; those whom it has refused a message since they were claimed are left out, as they are due
 * again. Cost: a row for each.
 */
export async function saveAsked(
  db: Queryable,
  workspaceId: string,
  userIds: readonly string[],
  { claimedAs, at }: { readonly claimedAs: Date; readonly at: Date },
): Promise<void> {
  await db.query(
    `update owner_contact set looked_at = $4
     where workspace_id = $1 and user_id = any($2::text[]) and looked_at = $3`,
    [workspaceId, userIds, claimedAs, at],
  );
}

/** `why` null: can be reached. Returns whether that changes it; another reason for the same is no change. Cost: one row. */
export async function saveReach(
  db: Queryable,
  workspaceId: string,
  userId: string,
  { why, at }: { readonly why: UnreachableWhy | null; readonly at: Date },
): Promise<boolean> {
  const rows = await db.query<{ changed: boolean }>(
    `update owner_contact contact
     set unreachable_why = $3, unreachable_since = case when $3::text is null then null else coalesce(contact.unreachable_since, $4) end
     from (select user_id, unreachable_since from owner_contact where workspace_id = $1 and user_id = $2 for update) before
     where contact.workspace_id = $1 and contact.user_id = before.user_id
       and contact.unreachable_why is distinct from $3::text
     returning (before.unreachable_since is null) <> ($3::text is null) as changed`,
    [workspaceId, userId, why, at],
  );
  return rows[0]?.changed ?? false;
}

/** Slack refused a direct message to this person: to be asked about soon, where that is new within the hour. Cost: one row. */
export async function noteRefusedOwner(
  db: Queryable,
  workspaceId: string,
  userId: string,
  at: Date,
): Promise<void> {
  await db.query(
    `update owner_contact set refused_at = $3, looked_at = null
     where workspace_id = $1 and user_id = $2 and (refused_at is null or refused_at < $3::timestamptz - interval '1 hour')`,
    [workspaceId, userId, at],
  );
}

/** Of these people those whose accounts Slack says are deactivated or gone. Cost: one row for each. */
export async function goneOwners(
  db: Queryable,
  workspaceId: string,
  userIds: readonly string[],
): Promise<string[]> {
  const rows = await db.query<{ user_id: string }>(
    `select user_id from owner_contact where workspace_id = $1 and user_id = any($2::text[])
       and unreachable_since is not null and unreachable_why in ('deactivated', 'not_found') order by user_id`,
    [workspaceId, userIds],
  );
  return rows.map((row) => row.user_id);
}

/** An app of an owner, with the owners who can be reached. */
export interface OwnedApp {
  readonly id: string;
  readonly name: string;
  readonly reachable: readonly string[];
}

/** The apps that a person owns and that are not archived, by name; at most `most`. Cost: as many rows. */
export function appsOwnedBy(
  db: Queryable,
  workspaceId: string,
  userId: string,
  most: number,
): Promise<OwnedApp[]> {
  return db.query<OwnedApp>(
    `select app.id, app.name, array(
       select other.user_id from zoom_app_owner other
       left join owner_contact contact on contact.workspace_id = $1 and contact.user_id = other.user_id
       where other.workspace_id = $1 and other.zoom_app_id = app.id and other.user_id <> $2
         and contact.unreachable_since is null
       order by other.user_id) as reachable
     from zoom_app_owner owner
     join zoom_app app on app.workspace_id = $1 and app.id = owner.zoom_app_id
     where owner.workspace_id = $1 and owner.user_id = $2 and app.archived_at is null
     order by app.name_key limit $3`,
    [workspaceId, userId, most],
  );
}
