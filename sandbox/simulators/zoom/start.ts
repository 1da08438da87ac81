import { createRequestBook, type RequestLog } from '../../faults/fault_requests.ts';
import { createFaults, type Faults } from '../../faults/faults.ts';
import { type Answered, type Incoming, serve } from '../../faults/serve_with_faults.ts';
import type { TokenAnswer } from './answer_names.ts';
import { tokenAnswers } from './answers.ts';
import { type Apps, knownApp, type NewApp, registerApp, type ZoomSandboxApp } from './apps.ts';
import { type Asked, appOf, notesOf, readAsked } from './client.ts';
import {
  accountCredentials,
  authorizationCode,
  codeStands,
  type HandedOut,
  issueCode,
  refreshToken,
  type Session,
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

export interface ZoomSandbox extends Faults {
  /** Stands for `https://zoom.us`. */
  readonly url: string;
  readonly requests: RequestLog;
  addApp(app?: NewApp): ZoomSandboxApp;
  /** The old secret is refused at once, or stays valid with `keepOld`. */
  rotateSecret(clientId: string, newSecret: string, options?: { readonly keepOld?: boolean }): void;
  disableApp(clientId: string): void;
  enableApp(clientId: string): void;
  /** A code as after a person's consent to this redirect URL. */
  authorize(clientId: string, redirectUri: string): string;
  /** The order is not verified for Zoom: with true a made-up code is refused before a wrong secret is. */
  checksCodeFirst(on: boolean): void;
  speakInvalidCode(form: InvalidCodeForm): void;
  /** From now on the token endpoint gives this answer; null: the right one. */
  answerTokens(answer: TokenAnswer | null): void;
  /** Access tokens that were issued and not revoked. */
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
  const [faults, requests, now] = [createFaults(), createRequestBook(), options.now ?? (() => new Date())];
  let codeFirst = false;
  let form: InvalidCodeForm = 'today';
  let always: TokenAnswer | null = null;
  const session: Session = {
    handedOut,
    now,
    apiUrl: () => 'https://api.zoom.us',
    invalidCodeForm: () => form,
  };
  const answer = (incoming: Incoming) => answerZoom({ apps, session, codeFirst, always }, incoming);
  const notes = (incoming: Incoming) => notesOf(readAsked(incoming));
  const served = await serve({ faults, book: requests, now, port: options.port ?? 0, answer, notes });
  return {
    ...faults,
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
    authorize: (clientId, redirectUri) => issueCode(session, knownApp(apps, clientId).clientId, redirectUri),
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

interface OauthState {
  readonly apps: Apps;
  readonly session: Session;
  readonly codeFirst: boolean;
  readonly always: TokenAnswer | null;
}

function answerZoom(state: OauthState, incoming: Incoming): Answered {
  const asked = readAsked(incoming);
  const notes = notesOf(asked);
  if (incoming.path !== '/oauth/token' && incoming.path !== '/oauth/revoke') return { ...noSuchPage, notes };
  if (incoming.method !== 'POST') return { ...onlyPost, notes };
  const answered = incoming.path === '/oauth/token' ? token(state, asked) : revoke(state, asked);
  return { ...answered, notes };
}

function token({ apps, session, codeFirst, always }: OauthState, asked: Asked): Answered {
  if (always !== null) return tokenAnswers[always];
  const grant = asked.form.get('grant_type');
  const code = asked.form.get('code') ?? '';
  if (codeFirst && grant === 'authorization_code' && !codeStands(session, undefined, code)) {
    return invalidCode(session.invalidCodeForm(), code);
  }
  const app = appOf(apps, asked);
  if (!app) return wrongClient;
  if (app.disabled) return disabledApp;
  // A Server-to-Server app knows only its own grant, a General app every other one: "other app type" is refused.
  if (app.accountId !== undefined) {
    return grant === 'account_credentials' ? accountCredentials(session, app, asked.form) : unsupportedGrant;
  }
  if (grant === 'authorization_code') return authorizationCode(session, app, asked.form);
  if (grant === 'refresh_token') return refreshToken(session, app, asked.form);
  return unsupportedGrant;
}

function revoke({ apps, session }: OauthState, asked: Asked): Answered {
  const app = appOf(apps, asked);
  if (!app) return wrongClient;
  return takeBack(session, app, asked.form.get('token') ?? '') ? revoked : unknownToken;
}
