import { type Fixture, T1 } from './fixture.ts';

/** A user group owns the app, too; who is in it owns it once its members are looked at. */
export async function ownedByGroup(
  { database: { db } }: Pick<Fixture, 'database'>,
  appId: string,
  members: readonly string[],
  groupId = 'S1',
) {
  await db.query(
    `insert into user_group (workspace_id, id, handle, members_of, next_look_at) values ($1, $2, 'team', now(), now())
     on conflict do nothing`,
    [T1, groupId],
  );
  await db.query(
    `insert into user_group_member (workspace_id, group_id, user_id) select $1, $2, unnest($3::text[]) on conflict do nothing`,
    [T1, groupId, members],
  );
  await db.query(
    `insert into zoom_app_owner_group (workspace_id, zoom_app_id, group_id) values ($1, $2, $3)`,
    [T1, appId, groupId],
  );
}
