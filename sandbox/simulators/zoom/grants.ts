import { randomBytes } from 'node:crypto';
import type { Answered } from '../../faults/serve_with_faults.ts';
import { letters, type RegisteredApp } from './apps.ts';
import {
  badAccount,
  badRefreshToken,
  type InvalidCodeForm,
  invalidCode,
  redirectMismatch,
} from './zoom_words.ts';

interface Code {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly expires: number;
}

/** Codes and tokens that were issued and not revoked. */
export interface HandedOut {
  readonly codes: Map<string, Code>;
  readonly accessTokens: Map<string, { clientId: string; expires: number }>;
  readonly refreshTokens: Map<string, { clientId: string }>;
}

export interface Session {
  readonly handedOut: HandedOut;
  readonly now: () => Date;
  readonly apiUrl: () => string;
  readonly invalidCodeForm: () => InvalidCodeForm;
}

const CODE_LIVES_MS = 5 * 60_000;
const TOKEN_LIVES_S = 3599;

/** A code as after a person's consent: 33 characters, 5 minutes, once. */
export function issueCode(session: Session, clientId: string, redirectUri: string): string {
  const code = `${letters(10)}_${letters(22)}`;
  session.handedOut.codes.set(code, {
    clientId,
    redirectUri,
    expires: session.now().getTime() + CODE_LIVES_MS,
  });
  return code;
}

export function authorizationCode(session: Session, app: RegisteredApp, form: URLSearchParams): Answered {
  const sent = form.get('code') ?? '';
  if (!codeStands(session, app, sent)) return invalidCode(session.invalidCodeForm(), sent);
  if (session.handedOut.codes.get(sent)?.redirectUri !== form.get('redirect_uri')) return redirectMismatch;
  session.handedOut.codes.delete(sent);
  return tokens(session, app, true);
}

export function codeStands(session: Session, app: RegisteredApp | undefined, sent: string): boolean {
  const code = session.handedOut.codes.get(sent);
  if (!code || code.expires <= session.now().getTime()) return false;
  return app === undefined || code.clientId === app.clientId;
}

export function refreshToken(session: Session, app: RegisteredApp, form: URLSearchParams): Answered {
  const sent = form.get('refresh_token') ?? '';
  if (session.handedOut.refreshTokens.get(sent)?.clientId !== app.clientId) return badRefreshToken;
  session.handedOut.refreshTokens.delete(sent);
  return tokens(session, app, true);
}

export function accountCredentials(session: Session, app: RegisteredApp, form: URLSearchParams): Answered {
  return form.get('account_id') === app.accountId ? tokens(session, app, false) : badAccount;
}

function tokens(session: Session, app: RegisteredApp, refreshable: boolean): Answered {
  const access = randomBytes(48).toString('base64url');
  const expires = session.now().getTime() + TOKEN_LIVES_S * 1000;
  session.handedOut.accessTokens.set(access, { clientId: app.clientId, expires });
  const body = {
    access_token: access,
    token_type: 'bearer',
    expires_in: TOKEN_LIVES_S,
    scope: app.scopes.join(' '),
    api_url: session.apiUrl(),
  };
  if (!refreshable) return { status: 200, body };
  const refresh = randomBytes(48).toString('base64url');
  session.handedOut.refreshTokens.set(refresh, { clientId: app.clientId });
  return { status: 200, body: { ...body, refresh_token: refresh } };
}

/** Revokes an access or refresh token of this app. */
export function takeBack(session: Session, app: RegisteredApp, token: string): boolean {
  const { accessTokens, refreshTokens } = session.handedOut;
  if (accessTokens.get(token)?.clientId === app.clientId) return accessTokens.delete(token);
  if (refreshTokens.get(token)?.clientId === app.clientId) return refreshTokens.delete(token);
  return false;
}
