import type { Draft, DraftAnswers } from '../../core/apps/zoom_app.ts';
import { isUuid } from '../../core/id.ts';
import type { Queryable } from '../postgres/client/database.ts';

interface Row {
  id: string;
  workspace_id: string;
  user_id: string;
  answers: DraftAnswers;
  baseline_at: Date | null;
  updated_at: Date;
}

const columns = 'id, workspace_id, user_id, answers, baseline_at, updated_at';

/** A draft, and since when connector profiles count as new for it. */
export interface StoredDraft extends Draft {
  readonly baselineAt: Date | null;
}

function toDraft(row: Row): StoredDraft {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    userId: row.user_id,
    answers: row.answers,
    baselineAt: row.baseline_at,
    updatedAt: row.updated_at,
  };
}

export async function readDraftOf(
  db: Queryable,
  workspaceId: string,
  userId: string,
): Promise<StoredDraft | null> {
  const [draft] = await readDraftsOf(db, workspaceId, [userId]);
  return draft ?? null;
}

export async function readDraftsOf(
  db: Queryable,
  workspaceId: string,
  userIds: readonly string[],
): Promise<StoredDraft[]> {
  const rows = await db.query<Row>(
    `select ${columns} from draft where workspace_id = $1 and user_id = any($2::text[])`,
    [workspaceId, userIds],
    'drafts_of',
  );
  return rows.map(toDraft);
}

/** A draft and whose it is. The id comes back in a form, so every statement asks for its owner too. */
export interface OwnDraft {
  readonly workspaceId: string;
  readonly userId: string;
  readonly draftId: string;
}

/** Locks the draft until it is registered: a second submit at the same moment waits here, and then finds nothing. */
export async function lockDraft(db: Queryable, own: OwnDraft): Promise<StoredDraft | null> {
  if (!isUuid(own.draftId)) return null;
  const [row] = await db.query<Row>(
    `select ${columns} from draft where workspace_id = $1 and id = $2 and user_id = $3 for update`,
    [own.workspaceId, own.draftId, own.userId],
  );
  return row === undefined ? null : toDraft(row);
}

/**
 * One draft a person: a new one takes the place of the old one, also when two modals open in the same moment; without
 * `replaces` it does not. Null when nothing was written: the id is not known, belongs to another person, or there is another draft.
 */
export async function upsertDraft(
  db: Queryable,
  draft: { id: string; workspaceId: string; userId: string; answers: DraftAnswers; baselineAt: Date | null },
  now: Date,
  replaces = true,
): Promise<StoredDraft | null> {
  if (!isUuid(draft.id)) return null;
  await db.query('select pg_advisory_xact_lock(hashtext($1), hashtext($2))', [
    draft.workspaceId,
    draft.userId,
  ]);
  await db.query(
    `delete from draft where $4 and workspace_id = $1 and user_id = $2 and id <> $3
       and not exists (select from draft other where other.workspace_id = $1 and other.id = $3 and other.user_id <> $2)`,
    [draft.workspaceId, draft.userId, draft.id, replaces],
  );
  const [row] = await db.query<Row>(
    `insert into draft (workspace_id, id, user_id, answers, baseline_at, created_at, updated_at)
     select $1, $2::uuid, $3, $4::jsonb, $5::timestamptz, $6::timestamptz, $6
     where not exists (select from draft other where other.workspace_id = $1 and other.user_id = $3 and other.id <> $2)
     on conflict (workspace_id, id) do update set answers = excluded.answers, updated_at = excluded.updated_at
       where draft.user_id = excluded.user_id
     returning ${columns}`,
    [draft.workspaceId, draft.id, draft.userId, draft.answers, draft.baselineAt, now],
  );
  return row === undefined ? null : toDraft(row);
}

export async function deleteDraft(db: Queryable, own: OwnDraft): Promise<void> {
  if (!isUuid(own.draftId)) return;
  await db.query('delete from draft where workspace_id = $1 and id = $2 and user_id = $3', [
    own.workspaceId,
    own.draftId,
    own.userId,
  ]);
}

/** Drafts (and, with them, their secrets) that were not saved since `until`, at most `limit`; returns how many. */
export async function deleteExpiredDrafts(
  db: Queryable,
  workspaceId: string,
  until: Date,
  limit: number,
): Promise<number> {
  const rows = await db.query(
    `delete from draft where workspace_id = $1 and updated_at <= $2 and id = any(array(
       select id from draft where workspace_id = $1 and updated_at <= $2
       order by updated_at limit $3 for update skip locked))
     returning 1`,
    [workspaceId, until, limit],
  );
  return rows.length;
}
