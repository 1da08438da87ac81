import { createRequestBook, type RequestLog } from '../../faults/fault_requests.ts';
import { createSky, type Weather } from '../../faults/faults.ts';
import { type Answered, type Incoming, serve } from '../../faults/serve_with_faults.ts';
import type { TokenAnswer } from './answer_names.ts';
import { tokenAnswers } from './answers.ts';
import { type Apps, knownApp, type NewApp, registerApp, type ZoomSandboxApp } from './apps.ts';
import { type Asked, appOf, notesOf, readAsked } from './client.ts';
import {
  accountCredentials,
  authorizationCode,
  codeStands,
  type Desk,
  type HandedOut,
  issueCode,
  refreshToken,
  takeBack,
} from './grants.ts';
import {
  disabledApp,
  type InvalidCodeForm,
  invalidCode,
  noSuchPage,
  onlyPost,
  revoked,
  unknownToken,
  unsupportedGrant,
  wrongClient,
} from './zoom_words.ts';

export interface ZoomSandbox extends Weather {
  /** Stands for `https://zoom.us`. */
  readonly url: string;
  readonly requests: RequestLog;
  addApp(app?: NewApp): ZoomSandboxApp;
  /** The old secret is refused at once, or goes on living with `keepOld`. */
  rotateSecret(clientId: string, newSecret: string, options?: { readonly keepOld?: boolean }): void;
  disableApp(clientId: string): void;
  enableApp(clientId: string): void;
  /** A code as after a person's consent to this redirect URL. */
  authorize(clientId: string, redirectUri: string): string;
  /** The order nobody has proven for Zoom: with true a made-up code is refused before a wrong secret is. */
  checksCodeFirst(on: boolean): void;
  speakInvalidCode(form: InvalidCodeForm): void;
  /** From now on the token endpoint answers everybody like this; null: as it should. */
  answerTokens(answer: TokenAnswer | null): void;
  /** Access tokens that were handed out and not taken back. */
  liveTokens(): number;
  close(): Promise<void>;
}

export interface ZoomSandboxOptions {
  readonly port?: number;
  readonly now?: () => Date;
}

export async function startZoom(options: ZoomSandboxOptions = {}): Promise<ZoomSandbox> {
  const apps: Apps = new Map();
  const handedOut: HandedOut = { codes: new Map(), accessTokens: new Map(), refreshTokens: new Map() };
  const [sky, requests, now] = [createSky(), createRequestBook(), options.now ?? (() => new Date())];
  let codeFirst = false;
  let form: InvalidCodeForm = 'today';
  let always: TokenAnswer | null = null;
  const desk: Desk = { handedOut, now, apiUrl: () => 'https://api.zoom.us', invalidCodeForm: () => form };
  const answer = (incoming: Incoming) => answerZoom({ apps, desk, codeFirst, always }, incoming);
  const notes = (incoming: Incoming) => notesOf(readAsked(incoming));
  const served = await serve({ sky, book: requests, now, port: options.port ?? 0, answer, notes });
  return {
    ...sky,
    url: served.url,
    requests,
    addApp: (app = {}) => registerApp(apps, app),
    rotateSecret: (clientId, newSecret, { keepOld = false } = {}) => {
      const app = knownApp(apps, clientId);
      app.secrets = keepOld ? [newSecret, ...app.secrets] : [newSecret];
    },
    disableApp: (clientId) => {
      knownApp(apps, clientId).disabled = true;
    },
    enableApp: (clientId) => {
      knownApp(apps, clientId).disabled = false;
    },
    authorize: (clientId, redirectUri) => issueCode(desk, knownApp(apps, clientId).clientId, redirectUri),
    checksCodeFirst: (on) => {
      codeFirst = on;
    },
    speakInvalidCode: (next) => {
      form = next;
    },
    answerTokens: (next) => {
      always = next;
    },
    liveTokens: () => handedOut.accessTokens.size,
    close: served.close,
  };
}

interface Standing {
  readonly apps: Apps;
  readonly desk: Desk;
  readonly codeFirst: boolean;
  readonly always: TokenAnswer | null;
}

function answerZoom(standing: Standing, incoming: Incoming): Answered {
  const asked = readAsked(incoming);
  const notes = notesOf(asked);
  if (incoming.path !== '/oauth/token' && incoming.path !== '/oauth/revoke') return { ...noSuchPage, notes };
  if (incoming.method !== 'POST') return { ...onlyPost, notes };
  const answered = incoming.path === '/oauth/token' ? token(standing, asked) : revoke(standing, asked);
  return { ...answered, notes };
}

function token({ apps, desk, codeFirst, always }: Standing, asked: Asked): Answered {
  if (always !== null) return tokenAnswers[always];
  const grant = asked.form.get('grant_type');
  const code = asked.form.get('code') ?? '';
  if (codeFirst && grant === 'authorization_code' && !codeStands(desk, undefined, code)) {
    return invalidCode(desk.invalidCodeForm(), code);
  }
  const app = appOf(apps, asked);
  if (!app) return wrongClient;
  if (app.disabled) return disabledApp;
  // A Server-to-Server app knows only its own grant, a General app every other one: "other app type" is refused.
  if (app.accountId !== undefined) {
    return grant === 'account_credentials' ? accountCredentials(desk, app, asked.form) : unsupportedGrant;
  }
  if (grant === 'authorization_code') return authorizationCode(desk, app, asked.form);
  if (grant === 'refresh_token') return refreshToken(desk, app, asked.form);
  return unsupportedGrant;
}

function revoke({ apps, desk }: Standing, asked: Asked): Answered {
  const app = appOf(apps, asked);
  if (!app) return wrongClient;
  return takeBack(desk, app, asked.form.get('token') ?? '') ? revoked : unknownToken;
}
