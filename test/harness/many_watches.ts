import type { Queryable } from '../../src/store/postgres/client/database.ts';

/** As many Zoom apps of another channel as there are watches, each named by `nameOf` (SQL of `n`), and watched in a channel. */
export async function watchMany(
  db: Queryable,
  {
    workspaceId,
    channelId,
    setBy,
    many,
    nameOf = `'Watched ' || lpad(n::text, 4, '0')`,
  }: {
    readonly workspaceId: string;
    readonly channelId: string;
    readonly setBy: string;
    readonly many: number;
    readonly nameOf?: string;
  },
): Promise<void> {
  await db.query(
    `with app as (
       insert into zoom_app (workspace_id, id, name, name_key, management_type, channel_id, created_by, updated_by, created_at, updated_at)
       select $1, gen_random_uuid(), ${nameOf}, lower(${nameOf}), 'admin', 'COWN', $3, $3, now(), now()
       from generate_series(1, $4::integer) n returning id)
     insert into watch (workspace_id, channel_id, zoom_app_id, level, set_by, created_by, created_at)
     select $1, $2, id, 'failures', $3, $3, now() from app`,
    [workspaceId, channelId, setBy, many],
  );
}
