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

/** What Zoom has handed out and not taken back. */
export interface HandedOut {
  readonly codes: Map<string, Code>;
  readonly accessTokens: Map<string, { clientId: string; expires: number }>;
  readonly refreshTokens: Map<string, { clientId: string }>;
}

export interface Desk {
  readonly handedOut: HandedOut;
  readonly now: () => Date;
  readonly apiUrl: () => string;
  readonly invalidCodeForm: () => InvalidCodeForm;
}

const CODE_LIVES_MS = 5 * 60_000;
const TOKEN_LIVES_S = 3599;

/** A code as after a person's consent: 33 characters, 5 minutes, once. */
export function issueCode(desk: Desk, clientId: string, redirectUri: string): string {
  const code = `${letters(10)}_${letters(22)}`;
  desk.handedOut.codes.set(code, { clientId, redirectUri, expires: desk.now().getTime() + CODE_LIVES_MS });
  return code;
}

export function authorizationCode(desk: Desk, app: RegisteredApp, form: URLSearchParams): Answered {
  const sent = form.get('code') ?? '';
  if (!codeStands(desk, app, sent)) return invalidCode(desk.invalidCodeForm(), sent);
  if (desk.handedOut.codes.get(sent)?.redirectUri !== form.get('redirect_uri')) return redirectMismatch;
  desk.handedOut.codes.delete(sent);
  return tokens(desk, app, true);
}

export function codeStands(desk: Desk, app: RegisteredApp | undefined, sent: string): boolean {
  const code = desk.handedOut.codes.get(sent);
  if (!code || code.expires <= desk.now().getTime()) return false;
  return app === undefined || code.clientId === app.clientId;
}

export function refreshToken(desk: Desk, app: RegisteredApp, form: URLSearchParams): Answered {
  const sent = form.get('refresh_token') ?? '';
  if (desk.handedOut.refreshTokens.get(sent)?.clientId !== app.clientId) return badRefreshToken;
  desk.handedOut.refreshTokens.delete(sent);
  return tokens(desk, app, true);
}

export function accountCredentials(desk: Desk, app: RegisteredApp, form: URLSearchParams): Answered {
  return form.get('account_id') === app.accountId ? tokens(desk, app, false) : badAccount;
}

function tokens(desk: Desk, app: RegisteredApp, refreshable: boolean): Answered {
  const access = randomBytes(48).toString('base64url');
  const expires = desk.now().getTime() + TOKEN_LIVES_S * 1000;
  desk.handedOut.accessTokens.set(access, { clientId: app.clientId, expires });
  const body = {
    access_token: access,
    token_type: 'bearer',
    expires_in: TOKEN_LIVES_S,
    scope: app.scopes.join(' '),
    api_url: desk.apiUrl(),
  };
  if (!refreshable) return { status: 200, body };
  const refresh = randomBytes(48).toString('base64url');
  desk.handedOut.refreshTokens.set(refresh, { clientId: app.clientId });
  return { status: 200, body: { ...body, refresh_token: refresh } };
}

/** Takes an access or refresh token of this app back. */
export function takeBack(desk: Desk, app: RegisteredApp, token: string): boolean {
  const { accessTokens, refreshTokens } = desk.handedOut;
  if (accessTokens.get(token)?.clientId === app.clientId) return accessTokens.delete(token);
  if (refreshTokens.get(token)?.clientId === app.clientId) return refreshTokens.delete(token);
  return false;
}
