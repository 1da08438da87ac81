import { randomBytes } from 'node:crypto';

export interface ZoomSandboxApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface NewApp {
  /** 22 base64url characters when left out. */
  readonly clientId?: string;
  /** 32 letters and digits when left out. */
  readonly clientSecret?: string;
  readonly disabled?: boolean;
  /** Space-separated in token replies. */
  readonly scopes?: readonly string[];
  /** A Server-to-Server app of this account; a General app when left out. */
  readonly accountId?: string;
}

export interface RegisteredApp {
  readonly clientId: string;
  readonly accountId: string | undefined;
  readonly scopes: readonly string[];
  secrets: string[];
  disabled: boolean;
}

export type Apps = Map<string, RegisteredApp>;

export function registerApp(apps: Apps, app: NewApp): ZoomSandboxApp {
  const clientId = app.clientId ?? randomBytes(16).toString('base64url');
  const clientSecret = app.clientSecret ?? letters(32);
  apps.set(clientId, {
    clientId,
    accountId: app.accountId,
    scopes: app.scopes ?? ['user:read:user:admin'],
    secrets: [clientSecret],
    disabled: app.disabled ?? false,
  });
  return { clientId, clientSecret };
}

/** Throws, so that a mistake in a test is noticed. */
export function knownApp(apps: Apps, clientId: string): RegisteredApp {
  const app = apps.get(clientId);
  if (!app)
    throw new Error(`The simulated Zoom has no app with client ID ${clientId}: add it with addApp().`);
  return app;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function letters(count: number): string {
  return [...randomBytes(count)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
