import type { EnvironmentKind } from '../../core/checks/check.ts';
import { isUuid } from '../../core/id.ts';
import type { OwnDraft } from '../apps/drafts.ts';
import type { Queryable } from '../postgres/client/database.ts';

// Sealed secrets of unfinished registrations, for an hour at most.

export async function saveDraftSecret(
  db: Queryable,
  own: OwnDraft & { readonly kind: EnvironmentKind },
  sealed: string,
  expiresAt: Date,
): Promise<void> {
  await db.query(
    `insert into draft_secret (workspace_id, draft_id, kind, sealed, expires_at)
     select workspace_id, id, $4, $5, $6 from draft where workspace_id = $1 and id = $2 and user_id = $3
     on conflict (workspace_id, draft_id, kind) do update set sealed = excluded.sealed, expires_at = excluded.expires_at`,
    [own.workspaceId, own.draftId, own.userId, own.kind, sealed, expiresAt],
  );
}

export async function readDraftSecrets(
  db: Queryable,
  own: OwnDraft,
  now: Date,
): Promise<Partial<Record<EnvironmentKind, string>>> {
  if (!isUuid(own.draftId)) return {};
  const rows = await db.query<{ kind: EnvironmentKind; sealed: string }>(
    `select kind, sealed from draft_secret
     where workspace_id = $1 and draft_id = $2 and expires_at > $4 and ${isOwn}`,
    [own.workspaceId, own.draftId, own.userId, now],
  );
  return Object.fromEntries(rows.map((row) => [row.kind, row.sealed]));
}

export async function deleteDraftSecrets(db: Queryable, own: OwnDraft): Promise<void> {
  if (!isUuid(own.draftId)) return;
  await db.query(`delete from draft_secret where workspace_id = $1 and draft_id = $2 and ${isOwn}`, [
    own.workspaceId,
    own.draftId,
    own.userId,
  ]);
}

/** Those of some environments only. */
export async function deleteDraftSecretsOf(
  db: Queryable,
  own: OwnDraft,
  kinds: readonly EnvironmentKind[],
): Promise<void> {
  if (kinds.length === 0 || !isUuid(own.draftId)) return;
  await db.query(
    `delete from draft_secret where workspace_id = $1 and draft_id = $2 and kind = any($4::text[]) and ${isOwn}`,
    [own.workspaceId, own.draftId, own.userId, kinds],
  );
}

const isOwn = 'exists (select from draft where workspace_id = $1 and id = $2 and user_id = $3)';

export async function deleteExpiredDraftSecrets(
  db: Queryable,
  workspaceId: string,
  now: Date,
): Promise<void> {
  await db.query('delete from draft_secret where workspace_id = $1 and expires_at <= $2', [workspaceId, now]);
}

/** All that wait in unfinished registrations of a workspace. Returns how many. */
export async function deleteAllDraftSecrets(db: Queryable, workspaceId: string): Promise<number> {
  const rows = await db.query('delete from draft_secret where workspace_id = $1 returning 1', [workspaceId]);
  return rows.length;
}
