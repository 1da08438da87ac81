import { createRequestBook, type RequestLog } from '../../faults/fault_requests.ts';
import { createFaults, type Faults } from '../../faults/faults.ts';
import { type Incoming, serve } from '../../faults/serve_with_faults.ts';
import type { TokenAnswer } from './answer_names.ts';
import {
  type AppSettings,
  type Apps,
  knownApp,
  type NewApp,
  type RegisteredApp,
  registerApp,
  type ZoomSandboxApp,
} from './apps.ts';
import { notesOf, readAsked } from './client.ts';
import { answerConsent, type ConsentState } from './consent/answer_consent.ts';
import { type HandedOut, issueCode, type Session } from './grants.ts';
import { answerOauth } from './oauth.ts';
import type { InvalidCodeForm } from './zoom_words.ts';

export interface ZoomSandbox extends Faults {
  /** Stands for `https://zoom.us`. */
  readonly url: string;
  readonly requests: RequestLog;
  addApp(app?: NewApp): ZoomSandboxApp;
  /** The old secret is refused at once, or stays valid with `keepOld`. */
  rotateSecret(clientId: string, newSecret: string, options?: { readonly keepOld?: boolean }): void;
  /** Somebody changes what the app's pages in the Marketplace say. */
  changeApp(clientId: string, settings: Partial<AppSettings>): void;
  app(clientId: string): Readonly<RegisteredApp>;
  disableApp(clientId: string): void;
  enableApp(clientId: string): void;
  /** A code as after a person's consent to this redirect URL. */
  authorize(clientId: string, redirectUri: string): string;
  /** A redirect URL of this host leads to the address that stands in for it. */
  standsInFor(origin: string, url: () => string): void;
  /** Whenever Zoom refuses on its own consent page: nothing goes back to the app that asked. */
  onConsentRefused(listener: ConsentState['onRefusal']): void;
  /** Where people reach the pages; its own URL in the beginning. */
  showPagesAt(url: string): void;
  pagesUrl(): string;
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
  const standIns = new Map<string, () => string>();
  let onRefusal: ConsentState['onRefusal'] = () => {};
  const consent: ConsentState = {
    apps,
    session,
    leadsTo: (redirectUri) => leadsTo(standIns, redirectUri),
    onRefusal: (state, refusal) => onRefusal(state, refusal),
  };
  const answer = (incoming: Incoming) =>
    answerConsent(consent, incoming) ?? answerOauth({ apps, session, codeFirst, always }, incoming);
  const notes = (incoming: Incoming) => notesOf(readAsked(incoming));
  const served = await serve({ faults, book: requests, now, port: options.port ?? 0, answer, notes });
  let pages = served.url;
  return {
    ...faults,
    url: served.url,
    requests,
    changeApp: (clientId, settings) => void Object.assign(knownApp(apps, clientId), settings),
    app: (clientId) => ({ ...knownApp(apps, clientId) }),
    standsInFor: (origin, url) => void standIns.set(origin, url),
    onConsentRefused: (listener) => {
      onRefusal = listener;
    },
    showPagesAt: (url) => {
      pages = url;
    },
    pagesUrl: () => pages,
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

function leadsTo(standIns: ReadonlyMap<string, () => string>, redirectUri: string): string {
  const { origin } = new URL(redirectUri);
  return `${standIns.get(origin)?.() ?? origin}${redirectUri.slice(origin.length)}`;
}
