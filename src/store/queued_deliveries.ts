import type { Message } from '../core/messages.ts';
import type { Subject } from './deliveries.ts';
import { enqueueAll } from './jobs.ts';
import type { Queryable } from './postgres/database.ts';

/** A standing message: of a Zoom app, or a question. */
export interface Card {
  readonly subject: Subject;
  readonly subjectId: string;
}

/** `message` null: the card is drawn anew. Else the message stands in the thread of the card or, without one, by itself. */
export type NewDelivery = {
  readonly id: string;
  readonly channelId: string;
} /** `behind`: it shows no news, and waits for everything else in its channel. */ & (
  | { readonly card: Card; readonly message: null; readonly behind?: boolean }
  | { readonly card: Card | null; readonly message: Message }
);

/**
 * Queues what Slack must show, in this order, in one statement, and a job for each channel.
 *
 * One waiting redraw of a card is enough, so a redraw may be asked for as often as one likes. One that waits already is
 * held until the change that wants it is committed: drawn earlier, it would not show the change, and no other would follow.
 */
export async function queueDeliveries(
  db: Queryable,
  workspaceId: string,
  deliveries: readonly NewDelivery[],
  now: Date,
): Promise<void> {
  const queued = withoutSecondRedraws(deliveries);
  if (queued.length === 0) return;
  await db.query(
    `insert into delivery (workspace_id, id, channel_id, kind, subject, subject_id, in_thread, message, behind, created_at,
                           traceparent)
     select $1, id, channel_id, case when message is null then 'card' else 'message' end, subject, subject_id,
            message is not null and subject is not null, message::jsonb, behind, $8::timestamptz, $9::text
     from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::boolean[])
       with ordinality as new (id, channel_id, subject, subject_id, message, behind, place)
     order by place
     on conflict (workspace_id, channel_id, subject, subject_id) where kind = 'card' and state = 'queued'
     do update set behind = delivery.behind and excluded.behind`,
    [
      workspaceId,
      queued.map((one) => one.id),
      queued.map((one) => one.channelId),
      queued.map((one) => one.card?.subject ?? null),
      queued.map((one) => one.card?.subjectId ?? null),
      queued.map((one) => (one.message === null ? null : JSON.stringify(one.message))),
      queued.map((one) => one.message === null && one.behind === true),
      now,
      db.traceparent?.() ?? null,
    ],
  );
  const channels = new Set(queued.map((one) => one.channelId));
  await enqueueAll(
    db,
    [...channels].map((channelId) => ({ task: 'deliver', workspaceId, channelId })),
  );
}

/** One statement cannot hold the same waiting redraw twice. */
function withoutSecondRedraws(deliveries: readonly NewDelivery[]): NewDelivery[] {
  const drawn = new Set<string>();
  return deliveries.filter(({ channelId, card, message }) => {
    const key = `${channelId} ${card?.subject} ${card?.subjectId}`;
    if (message !== null || !drawn.has(key)) {
      if (message === null) drawn.add(key);
      return true;
    }
    return false;
  });
}
