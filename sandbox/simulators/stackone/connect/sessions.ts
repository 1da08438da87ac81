import { randomBytes, randomUUID } from 'node:crypto';
import type { AccountRow } from '../contract.ts';
import { addAccount, linkAnew, type Project } from '../project.ts';

/** What a connect session was made with, after its body was checked. */
export interface SessionRequest {
  readonly origin_owner_id: string;
  readonly origin_owner_name: string;
  readonly origin_username?: string;
  readonly provider?: string;
  readonly categories?: readonly string[];
  readonly account_id?: string;
  readonly label?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly multiple?: boolean;
  readonly type: 'production' | 'test';
  /** Of the profile that the request leads to, asked for by id or by the connector's default. */
  readonly connector_profile_id: string;
  readonly expires_in: number;
}

export interface AttemptRow {
  readonly id: string;
  /** One of `pending`, `authenticated`, `error`, `cancelled`, or a word that nobody has seen. */
  status: string;
  oauth_error_code: string | null;
  oauth_error_description: string | null;
  /** Of the account that was made or updated. */
  account_secure_id: string | null;
  readonly created_at: string;
  updated_at: string;
}

export interface ConnectSessionRow extends SessionRequest {
  /** A number, where every other id of StackOne's is a text. */
  readonly id: number;
  readonly token: string;
  readonly auth_link_url: string;
  readonly created_at: string;
  expiresAt: Date;
  attempt: AttemptRow | null;
}

/** How an attempt ends. */
export interface AttemptResult {
  readonly status: string;
  readonly errorCode?: string;
  readonly errorDescription?: string;
  /** Left out after `authenticated`: the account of the session is made or updated. */
  readonly accountId?: string;
}

export interface ConnectSessions {
  readonly project: Project;
  readonly rows: ConnectSessionRow[];
  /** Goes up with each session: that of a forgotten one is not given again. */
  lastId: number;
  /** Of the page that a link opens, without the token. */
  readonly linkTo: () => string;
}

export function newSessions(project: Project, linkTo: () => string): ConnectSessions {
  return { project, rows: [], lastId: 48_210, linkTo };
}

export function addSession(sessions: ConnectSessions, request: SessionRequest): ConnectSessionRow {
  const now = sessions.project.now();
  const token = randomBytes(24).toString('base64url');
  sessions.lastId += 1;
  const row: ConnectSessionRow = {
    ...request,
    id: sessions.lastId,
    token,
    auth_link_url: `${sessions.linkTo()}?token=${token}`,
    created_at: now.toISOString(),
    expiresAt: new Date(now.getTime() + request.expires_in * 1000),
    attempt: null,
  };
  sessions.rows.push(row);
  return row;
}

export function sessionOf(sessions: ConnectSessions, id: string | number): ConnectSessionRow {
  const row = sessions.rows.find((one) => String(one.id) === String(id));
  if (!row) throw new Error(`The simulated StackOne has no connect session ${id}.`);
  return row;
}

/** Somebody has opened the link and begins to sign in: another attempt, and the latest from now on. */
export function beginAttempt({ project }: ConnectSessions, session: ConnectSessionRow): AttemptRow {
  const at = project.now().toISOString();
  session.attempt = {
    id: randomUUID(),
    status: 'pending',
    oauth_error_code: null,
    oauth_error_description: null,
    account_secure_id: null,
    created_at: at,
    updated_at: at,
  };
  return session.attempt;
}

export function endAttempt(
  { project }: ConnectSessions,
  session: ConnectSessionRow,
  attempt: AttemptRow,
  result: AttemptResult,
): void {
  const linked =
    result.status === 'authenticated' && result.accountId === undefined ? linkFor(project, session).id : null;
  attempt.status = result.status;
  attempt.oauth_error_code = result.errorCode ?? null;
  attempt.oauth_error_description = result.errorDescription ?? null;
  attempt.account_secure_id = result.accountId ?? linked;
  attempt.updated_at = project.now().toISOString();
}

/**
 * In edit mode the account of the session is linked anew. Otherwise the owner's id and name and the connector decide, as the
 * model says, whether an account is made or updated; that an updated one moves to the session's profile is a guess.
 */
function linkFor(project: Project, session: ConnectSessionRow): AccountRow {
  const profile = project.profiles.find(({ id }) => id === session.connector_profile_id);
  const existing = project.accounts.find((account) =>
    session.account_id === undefined
      ? session.multiple !== true &&
        account.connector_key === profile?.connector_key &&
        account.owner_id === session.origin_owner_id &&
        account.owner_name === session.origin_owner_name
      : account.id === session.account_id,
  );
  if (existing) return linkAnew(project, existing, session.connector_profile_id);
  return addAccount(project, session.connector_profile_id, {
    ownerId: session.origin_owner_id,
    ownerName: session.origin_owner_name,
    type: session.type,
    ...(session.label === undefined ? {} : { label: session.label }),
    ...(session.metadata === undefined ? {} : { metadata: session.metadata }),
  });
}
