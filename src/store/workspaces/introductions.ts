import type { Queryable } from '../postgres/client/database.ts';

/** `channel`: everybody there could read it. `person`: one person could. */
export type IntroductionReaders = 'channel' | 'person';

/**
 * False where it was introduced before: to these readers, or to a whole channel of which the person is one. `place`: a channel, or a
 * person. Cost: two reads of the primary key, and a row once.
 */
export async function recordIntroduction(
  db: Queryable,
  workspaceId: string,
  { place, seenBy }: { readonly place: string; readonly seenBy: IntroductionReaders },
  now: Date,
): Promise<boolean> {
  const rows = await db.query(
    `insert into introduction (workspace_id, place, seen_by, introduced_at)
     select $1, $2, $3, $4
     where not exists (select from introduction where workspace_id = $1 and place = $2 and seen_by = 'channel')
     on conflict (workspace_id, place, seen_by) do nothing
     returning place`,
    [workspaceId, place, seenBy, now],
  );
  return rows.length > 0;
}
