import type { UnknownReason } from '../../core/checks/reasons.ts';
import { isUuid } from '../../core/id.ts';
import type {
  ConnectPurpose,
  ConnectSession,
  ConnectSessionState,
  ZoomAccountKind,
} from '../../core/proof/connect_session.ts';
import type { Queryable } from '../postgres/client/database.ts';

export interface SessionRow {
  workspace_id: string;
  id: string;
  environment_id: string;
  purpose: ConnectPurpose;
  state: ConnectSessionState;
  created_by: string;
  created_at: Date;
  expires_at: Date;
  profile_id: string;
  client_id: string;
  pair_mark: string;
  account_id: string | null;
  zoom_account: ZoomAccountKind | null;
  keeps_account: boolean;
  customer_id: string | null;
  customer_name: string | null;
  view_id: string | null;
  stackone_id: string | null;
  next_poll_at: Date | null;
  trouble: UnknownReason | null;
}

/** Everything but the sealed link. */
export const sessionColumns = `workspace_id, id, environment_id, purpose, state, created_by, created_at, expires_at, profile_id, client_id,
  pair_mark, account_id, zoom_account, keeps_account, customer_id, customer_name, view_id, stackone_id, next_poll_at, trouble`;

export function toSession(row: SessionRow): ConnectSession {
  const { customer_id: id, customer_name: name } = row;
  return {
    workspaceId: row.workspace_id,
    id: row.id,
    environmentId: row.environment_id,
    purpose: row.purpose,
    state: row.state,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    profileId: row.profile_id,
    clientId: row.client_id,
    pairMark: row.pair_mark,
    accountId: row.account_id,
    zoomAccount: row.zoom_account,
    keepsAccount: row.keeps_account,
    customer: id === null || name === null ? null : { id, name },
    viewId: row.view_id,
    stackoneId: row.stackone_id,
    nextPollAt: row.next_poll_at,
    trouble: row.trouble,
  };
}

/** Writes a session in state `requested`. False: the environment has one that is not over. */
export async function insertConnectSession(db: Queryable, session: ConnectSession): Promise<boolean> {
  const rows = await db.query(
    `insert into connect_session (${sessionColumns})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
     on conflict (workspace_id, environment_id) where state in ('requested', 'open') do nothing returning 1`,
    [
      session.workspaceId,
      session.id,
      session.environmentId,
      session.purpose,
      session.state,
      session.createdBy,
      session.createdAt,
      session.expiresAt,
      session.profileId,
      session.clientId,
      session.pairMark,
      session.accountId,
      session.zoomAccount,
      session.keepsAccount,
      session.customer?.id ?? null,
      session.customer?.name ?? null,
      session.viewId,
      session.stackoneId,
      session.nextPollAt,
      session.trouble,
    ],
  );
  return rows.length > 0;
}

interface At {
  readonly workspaceId: string;
  readonly id: string;
}

/**
 * StackOne has made it: the link is kept sealed, for its maker alone. False: it is over, because it took too long, was given up,
 * or its maker was forgotten; nobody may be shown the link then.
 */
export async function openConnectSession(
  db: Queryable,
  { workspaceId, id }: At,
  opened: { stackoneId: string; linkSealed: string; expiresAt: Date; nextPollAt: Date },
): Promise<boolean> {
  const rows = await db.query(
    `update connect_session set state = 'open', stackone_id = $3, link_sealed = $4, expires_at = $5, next_poll_at = $6
     where workspace_id = $1 and id = $2 and state = 'requested' returning 1`,
    [workspaceId, id, opened.stackoneId, opened.linkSealed, opened.expiresAt, opened.nextPollAt],
  );
  return rows.length > 0;
}

/** StackOne made no link: there is nothing to remember. */
export async function deleteRequestedSession(db: Queryable, { workspaceId, id }: At): Promise<void> {
  await db.query(`delete from connect_session where workspace_id = $1 and id = $2 and state = 'requested'`, [
    workspaceId,
    id,
  ]);
}

/** The session of an environment that is not over. */
export async function readRunningSession(
  db: Queryable,
  workspaceId: string,
  environmentId: string,
): Promise<ConnectSession | null> {
  const [row] = await db.query<SessionRow>(
    `select ${sessionColumns} from connect_session
     where workspace_id = $1 and environment_id = $2 and state in ('requested', 'open')`,
    [workspaceId, environmentId],
  );
  return row === undefined ? null : toSession(row);
}

/** A session with its sealed link, while it has one. */
export async function readConnectSessionRow(
  db: Queryable,
  { workspaceId, id }: At,
): Promise<{ readonly session: ConnectSession; readonly linkSealed: string | null } | null> {
  if (!isUuid(id)) return null;
  const [row] = await db.query<SessionRow & { link_sealed: string | null }>(
    `select ${sessionColumns}, link_sealed from connect_session where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  );
  return row === undefined ? null : { session: toSession(row), linkSealed: row.link_sealed };
}

/** Another modal shows the link from now on. */
export async function saveViewOf(db: Queryable, { workspaceId, id }: At, viewId: string): Promise<void> {
  await db.query(
    `update connect_session set view_id = $3 where workspace_id = $1 and id = $2 and state = 'open'`,
    [workspaceId, id, viewId],
  );
}
