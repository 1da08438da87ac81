import type { Queryable } from '../postgres/client/database.ts';

/** What a standing message is about. */
export type Subject = 'zoom_app' | 'profile_question';

/** A message that stands in a channel and is edited in place: of a Zoom app, or a question. */
export interface Card {
  readonly subject: Subject;
  readonly subjectId: string;
}

/**
 * The card stands nowhere any more: the next drawing of it is a new message. `ts`: where it stood for whoever found that out; if it
 * stands elsewhere by now, it stays.
 */
export async function forgetCard(
  db: Queryable,
  to: { readonly workspaceId: string; readonly channelId: string },
  subject: Subject,
  subjectId: string,
  ts: string,
): Promise<void> {
  await db.query(
    `delete from card
     where workspace_id = $1 and channel_id = $2 and subject = $3 and subject_id = $4 and message_ts = $5`,
    [to.workspaceId, to.channelId, subject, subjectId, ts],
  );
}
