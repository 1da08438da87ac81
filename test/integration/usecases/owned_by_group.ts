import { type Fixture, T1 } from './fixture.ts';

/** A user group owns the app, too; who is in it owns it once its members are looked at. */
export async function ownedByGroup(
  { database: { db } }: Pick<Fixture, 'database'>,
  appId: string,
  members: readonly string[],
) {
  await db.query(
    `insert into user_group (workspace_id, id, handle, members_of, next_look_at) values ($1, 'S1', 'team', now(), now())`,
    [T1],
  );
  await db.query(
    `insert into user_group_member (workspace_id, group_id, user_id) select $1, 'S1', unnest($2::text[])`,
    [T1, members],
  );
  await db.query(
    `insert into zoom_app_owner_group (workspace_id, zoom_app_id, group_id) values ($1, $2, 'S1')`,
    [T1, appId],
  );
}
