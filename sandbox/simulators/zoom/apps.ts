import { randomBytes } from 'node:crypto';

export interface ZoomSandboxApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the app's pages in the Marketplace say, and a person can change there. */
export interface AppSettings {
  readonly name: string;
  /** `admin`: only an admin of an account can authorize it, for everybody there. */
  readonly management: 'admin' | 'user';
  /** Each environment of an app has credentials of its own: for Zoom they are two clients. */
  readonly environment: 'development' | 'production';
  /** Space-separated in token replies. */
  readonly scopes: readonly string[];
  /** The OAuth Redirect URL. */
  readonly redirect: string;
  /** The OAuth Allow List. */
  readonly allowList: readonly string[];
  /** Development: Local Test shows Ready. Production: published, or shared for Beta with every account here. */
  readonly ready: boolean;
}

export interface NewApp extends Partial<AppSettings> {
  /** 22 base64url characters when left out. */
  readonly clientId?: string;
  /** 32 letters and digits when left out. */
  readonly clientSecret?: string;
  readonly disabled?: boolean;
  /** A Server-to-Server app of this account; a General app when left out. */
  readonly accountId?: string;
}

export type RegisteredApp = ZoomClient & { -readonly [Setting in keyof AppSettings]: AppSettings[Setting] };

interface ZoomClient {
  readonly clientId: string;
  readonly accountId: string | undefined;
  secrets: string[];
  disabled: boolean;
}

export type Apps = Map<string, RegisteredApp>;

/** What StackOne asks to be set: its callback is the redirect URL of every app here, unless a test says another. */
const STACKONE_CALLBACK = 'https://api.stackone.com/connect/oauth2/zoom/callback';

const USUAL: AppSettings = {
  name: 'A Zoom app',
  management: 'admin',
  environment: 'development',
  scopes: ['user:read:user:admin'],
  redirect: STACKONE_CALLBACK,
  allowList: [STACKONE_CALLBACK],
  ready: true,
};

export function registerApp(apps: Apps, app: NewApp): ZoomSandboxApp {
  const clientId = app.clientId ?? randomBytes(16).toString('base64url');
  const clientSecret = app.clientSecret ?? letters(32);
  const { clientId: _id, clientSecret: _secret, disabled = false, accountId, ...settings } = app;
  apps.set(clientId, { ...USUAL, ...settings, clientId, accountId, secrets: [clientSecret], disabled });
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
