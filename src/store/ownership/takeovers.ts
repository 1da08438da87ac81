import { isUuid } from '../../core/id.ts';
import type { Takeover, TakeoverEnd } from '../../core/ownership/takeover.ts';
import type { Queryable } from '../postgres/client/database.ts';

const columns = 'id, zoom_app_id as "appId", asked_by as "askedBy", asked_at as "askedAt", due_at as "dueAt"';

/** The app must be locked, and have no takeover that waits. */
export async function insertTakeover(db: Queryable, workspaceId: string, takeover: Takeover): Promise<void> {
  const { id, appId, askedBy, askedAt, dueAt } = takeover;
  await db.query(
    `insert into takeover (workspace_id, id, zoom_app_id, asked_by, asked_at, due_at) values ($1, $2, $3, $4, $5, $6)`,
    [workspaceId, id, appId, askedBy, askedAt, dueAt],
  );
}

/** The takeover that waits for an app; null when none does. Cost: one row of an index. */
export async function readWaitingTakeover(
  db: Queryable,
  workspaceId: string,
  appId: string,
): Promise<Takeover | null> {
  const [row] = await db.query<Takeover>(
    `select ${columns} from takeover where workspace_id = $1 and zoom_app_id = $2 and state = 'waiting'`,
    [workspaceId, appId],
  );
  return row ?? null;
}

/** Null: it has ended, or never was. Cost: one row. */
export async function readTakeover(db: Queryable, workspaceId: string, id: string): Promise<Takeover | null> {
  if (!isUuid(id)) return null;
  const [row] = await db.query<Takeover>(
    `select ${columns} from takeover where workspace_id = $1 and id = $2 and state = 'waiting'`,
    [workspaceId, id],
  );
  return row ?? null;
}

/** What is due, the longest due first. Cost: as many rows of an index. */
export function dueTakeovers(
  db: Queryable,
  workspaceId: string,
  now: Date,
  most: number,
): Promise<Takeover[]> {
  return db.query<Takeover>(
    `select ${columns} from takeover where workspace_id = $1 and state = 'waiting' and due_at <= $2
     order by due_at limit $3`,
    [workspaceId, now, most],
  );
}

export async function postponeTakeover(
  db: Queryable,
  workspaceId: string,
  id: string,
  dueAt: Date,
): Promise<void> {
  await db.query(
    `update takeover set due_at = $3 where workspace_id = $1 and id = $2 and state = 'waiting'`,
    [workspaceId, id, dueAt],
  );
}

/** False: it had ended before. `by`: a Slack user id; null: it ended by itself. */
export async function endTakeover(
  db: Queryable,
  workspaceId: string,
  id: string,
  end: { readonly state: TakeoverEnd; readonly by: string | null; readonly at: Date },
): Promise<boolean> {
  const rows = await db.query(
    `update takeover set state = $3, ended_by = $4, ended_at = $5
     where workspace_id = $1 and id = $2 and state = 'waiting' returning 1`,
    [workspaceId, id, end.state, end.by, end.at],
  );
  return rows.length > 0;
}

/** What stands against one more request of this person. Cost: a few rows of an index. */
export async function readRequestsOf(
  db: Queryable,
  workspaceId: string,
  userId: string,
  { appId, since }: { readonly appId: string; readonly since: Date },
): Promise<{ readonly waiting: number; readonly objectedBy: string | null }> {
  const [row] = await db.query<{ waiting: number; objected_by: string | null }>(
    `select (select count(*)::int from takeover
             where workspace_id = $1 and asked_by = $2 and state = 'waiting') as waiting,
            (select coalesce(ended_by, 'forgotten') from takeover
             where workspace_id = $1 and asked_by = $2 and state = 'objected' and asked_at > $4 and zoom_app_id = $3
             order by asked_at desc limit 1) as objected_by`,
    [workspaceId, userId, appId, since],
  );
  return { waiting: row?.waiting ?? 0, objectedBy: row?.objected_by ?? null };
}

/** Deletes what ended before this moment, at most `most`. Returns how many. */
export async function deleteEndedTakeovers(
  db: Queryable,
  workspaceId: string,
  before: Date,
  most: number,
): Promise<number> {
  const rows = await db.query(
    `delete from takeover where workspace_id = $1 and id = any(array(
       select id from takeover where workspace_id = $1 and ended_at < $2 order by ended_at limit $3)) returning 1`,
    [workspaceId, before, most],
  );
  return rows.length;
}
