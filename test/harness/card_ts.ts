import type { Queryable } from '../../src/store/postgres/client/database.ts';

/** Where Greenroom remembers a card to stand; null when it stands nowhere. */
export async function cardTs(
  db: Queryable,
  { workspaceId, channelId }: { workspaceId: string; channelId: string },
  subject: string,
  subjectId: string,
): Promise<string | null> {
  const [row] = await db.query<{ message_ts: string }>(
    'select message_ts from card where workspace_id = $1 and channel_id = $2 and subject = $3 and subject_id = $4',
    [workspaceId, channelId, subject, subjectId],
  );
  return row?.message_ts ?? null;
}
