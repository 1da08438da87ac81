import type { Card, Channel } from '../../core/deliveries/delivery.ts';
import type { Queryable } from '../postgres/client/database.ts';

/**
 * Slack no longer shows the card: the next redraw is a new message. `ts`: the message that was missing; where the card is another
 * message by now, nothing changes.
 */
export async function forgetCard(
  db: Queryable,
  { workspaceId, channelId }: Channel,
  { subject, subjectId }: Card,
  ts: string,
): Promise<void> {
  await db.query(
    `delete from card
     where workspace_id = $1 and channel_id = $2 and subject = $3 and subject_id = $4 and message_ts = $5`,
    [workspaceId, channelId, subject, subjectId, ts],
  );
}
