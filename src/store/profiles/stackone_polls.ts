import type { UnknownReason } from '../../core/checks/reasons.ts';
import { type StackOneState, stackoneNeverAsked } from '../../core/checks/stackone_status.ts';
import type { Queryable } from '../postgres/client/database.ts';

export interface StackOnePoll extends StackOneState {
  readonly announcedAt: Date | null;
  readonly keyFingerprint: string | null;
  readonly nextPollAt: Date | null;
  /** Since when the lists are incomplete; null when the last one was complete. */
  readonly listDoubtedSince: Date | null;
}

interface Row {
  answered_at: Date | null;
  trouble: UnknownReason | null;
  trouble_since: Date | null;
  trouble_announced_at: Date | null;
  key_fingerprint: string | null;
  next_poll_at: Date | null;
  list_doubted_since: Date | null;
}

const columns = `answered_at, trouble, trouble_since, trouble_announced_at, key_fingerprint, next_poll_at,
  list_doubted_since`;

const neverPolled: StackOnePoll = {
  ...stackoneNeverAsked,
  announcedAt: null,
  keyFingerprint: null,
  nextPollAt: null,
  listDoubtedSince: null,
};

function toPoll(row: Row | undefined): StackOnePoll {
  if (row === undefined) return neverPolled;
  return {
    answeredAt: row.answered_at,
    trouble: row.trouble,
    troubleSince: row.trouble_since,
    announcedAt: row.trouble_announced_at,
    keyFingerprint: row.key_fingerprint,
    nextPollAt: row.next_poll_at,
    listDoubtedSince: row.list_doubted_since,
  };
}

export async function readStackOneState(db: Queryable, workspaceId: string): Promise<StackOneState> {
  return readStackOnePoll(db, workspaceId);
}

export async function readStackOnePoll(db: Queryable, workspaceId: string): Promise<StackOnePoll> {
  const [row] = await db.query<Row>(`select ${columns} from stackone_poll where workspace_id = $1`, [
    workspaceId,
  ]);
  return toPoll(row);
}

/** Locks the poll state before a list is recorded, so that two polls of a workspace do so one after the other. */
export async function lockStackOnePoll(db: Queryable, workspaceId: string): Promise<StackOnePoll> {
  await db.query('insert into stackone_poll (workspace_id) values ($1) on conflict do nothing', [
    workspaceId,
  ]);
  const [row] = await db.query<Row>(
    `select ${columns} from stackone_poll where workspace_id = $1 for update`,
    [workspaceId],
  );
  return toPoll(row);
}

export async function saveStackOnePoll(
  db: Queryable,
  workspaceId: string,
  poll: StackOnePoll,
  askedAt: Date,
): Promise<void> {
  await db.query(
    `update stackone_poll set asked_at = $2, answered_at = $3, trouble = $4, trouble_since = $5,
                              trouble_announced_at = $6, key_fingerprint = $7, next_poll_at = $8,
                              list_doubted_since = $9
     where workspace_id = $1`,
    [
      workspaceId,
      askedAt,
      poll.answeredAt,
      poll.trouble,
      poll.troubleSince,
      poll.announcedAt,
      poll.keyFingerprint,
      poll.nextPollAt,
      poll.listDoubtedSince,
    ],
  );
}

/**
 * Reserves the next time of a poll that a person asked for, at most one every `everyMs` for all processes together. Null when
 * one in the future is reserved already: it serves this request too.
 */
export function takeForcedPoll(
  db: Queryable,
  workspaceId: string,
  now: Date,
  everyMs: number,
): Promise<Date | null> {
  return takePoll(db, 'forced_at', workspaceId, now, everyMs);
}

/** The same for polls that webhooks ask for: they must not delay one that a person asked for. */
export function takeHintedPoll(
  db: Queryable,
  workspaceId: string,
  now: Date,
  everyMs: number,
): Promise<Date | null> {
  return takePoll(db, 'hinted_at', workspaceId, now, everyMs);
}

async function takePoll(
  db: Queryable,
  column: 'forced_at' | 'hinted_at',
  workspaceId: string,
  now: Date,
  everyMs: number,
): Promise<Date | null> {
  const [row] = await db.query<{ at: Date }>(
    // A reserved time further off than `everyMs` comes from a clock that was set back since.
    `insert into stackone_poll as poll (workspace_id, ${column}) values ($1, $2)
     on conflict (workspace_id) do update
       set ${column} = case when poll.${column} > $3 then excluded.${column}
                       else greatest(excluded.${column}, poll.${column} + ($3::timestamptz - excluded.${column})) end
       where poll.${column} is null or poll.${column} <= excluded.${column} or poll.${column} > $3
     returning ${column} as at`,
    [workspaceId, now, new Date(now.getTime() + everyMs)],
  );
  return row?.at ?? null;
}

/** Whether a list of connector profiles is of any use in this workspace. */
export async function somethingWatchesStackOne(db: Queryable, workspaceId: string): Promise<boolean> {
  const [row] = await db.query<{ watched: boolean }>(
    `select exists (select 1 from stage_count where workspace_id = $1 and stage <> 'archived' and environments > 0)
         or exists (select 1 from draft where workspace_id = $1) as watched`,
    [workspaceId],
  );
  return row?.watched ?? false;
}
