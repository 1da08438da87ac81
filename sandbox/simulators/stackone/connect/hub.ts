import type { Answered, Incoming } from '../../../faults/serve_with_faults.ts';
import type { ProfileCredentials } from '../project.ts';
import { endedPage, expiredPage, hubPage, resultPage, unknownPage } from './hub_pages.ts';
import type { RefusalReport } from './refusal_reports.ts';
import {
  type AttemptResult,
  type AttemptRow,
  beginAttempt,
  type ConnectSessionRow,
  type ConnectSessions,
  endAttempt,
} from './sessions.ts';

/** The simulated Zoom, as the simulated StackOne reaches it. */
export interface ZoomAddress {
  /** Of the token endpoint. */
  readonly url: string;
  /** Where people reach its pages. */
  readonly pagesUrl: () => string;
}

export interface Hub {
  readonly sessions: ConnectSessions;
  /** What the connector asks Zoom for; empty: whatever the app is configured with. */
  readonly scopes: () => readonly string[];
  /** null: this project stands alone. */
  zoom: ZoomAddress | null;
  report: RefusalReport;
}

/** What StackOne sends as its redirect URL, wherever the simulator itself is reached. */
const CALLBACK = 'https://api.stackone.com/connect/oauth2/zoom/callback';

/** The pages that a connect link leads through; undefined for every other path. No key is asked for. */
export function answerHub(hub: Hub, incoming: Incoming): Answered | Promise<Answered> | undefined {
  switch (`${incoming.method} ${incoming.path}`) {
    case 'GET /hub/connect':
      return openLink(hub, incoming.query.get('token'));
    case 'POST /hub/start':
      return start(hub, new URLSearchParams(incoming.body).get('token'));
    case 'POST /hub/cancel':
      return cancel(hub, new URLSearchParams(incoming.body).get('token'));
    case 'GET /connect/oauth2/zoom/callback':
      return comeBack(hub, incoming.query);
    default:
      return undefined;
  }
}

/** How StackOne hears of a refusal on Zoom's own page, if it does, is in no document: each way can be chosen. */
export function hearOfRefusal(hub: Hub, state: string, code: string | null, words: string): void {
  const found = attemptOf(hub, state);
  if (!found || hub.report === 'nothing') return;
  end(hub, found, {
    status: 'error',
    errorDescription: words,
    ...(code === null ? {} : { errorCode: code }),
  });
}

type Usable = ConnectSessionRow | Answered;
const isSession = (found: Usable): found is ConnectSessionRow => 'token' in found;

function usable({ sessions }: Hub, token: string | null): Usable {
  const session = sessions.rows.find((one) => one.token === token);
  if (!session) return { status: 404, html: unknownPage() };
  const isOver = session.expiresAt <= sessions.project.now();
  return isOver ? { status: 410, html: expiredPage() } : session;
}

function openLink(hub: Hub, token: string | null): Answered {
  const found = usable(hub, token);
  return isSession(found) ? { status: 200, html: hubPage(found) } : found;
}

/** An attempt begins when somebody goes on to Zoom, and stays `pending` when nobody comes back: both are guesses. */
function start(hub: Hub, token: string | null): Answered {
  const found = usable(hub, token);
  if (!isSession(found)) return found;
  const { zoom, sessions } = hub;
  if (zoom === null) return { status: 503, html: endedPage('Zoom cannot be reached from here.') };
  const attempt = beginAttempt(sessions, found);
  const url = new URL(`${zoom.pagesUrl()}/oauth/authorize`);
  const scopes = hub.scopes();
  const asked = {
    response_type: 'code',
    client_id: credentialsOf(hub, found).clientId,
    redirect_uri: CALLBACK,
    state: attempt.id,
    ...(scopes.length === 0 ? {} : { scope: scopes.join(' ') }),
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return { status: 303, headers: { location: url.href } };
}

function cancel(hub: Hub, token: string | null): Answered {
  const session = usable(hub, token);
  if (!isSession(session)) return session;
  const attempt = session.attempt ?? beginAttempt(hub.sessions, session);
  endAttempt(hub.sessions, session, attempt, { status: 'cancelled' });
  return { status: 200, html: endedPage('Nothing was connected.') };
}

interface Found {
  readonly session: ConnectSessionRow;
  readonly attempt: AttemptRow;
}

/** Only the latest attempt of a session can still end. */
function attemptOf({ sessions }: Hub, state: string | null): Found | undefined {
  const session = sessions.rows.find(({ attempt }) => attempt?.id === state && attempt.status === 'pending');
  return session?.attempt ? { session, attempt: session.attempt } : undefined;
}

async function comeBack(hub: Hub, query: URLSearchParams): Promise<Answered> {
  const found = attemptOf(hub, query.get('state'));
  if (!found) return { status: 400, html: unknownPage() };
  const error = query.get('error');
  const result =
    error === null
      ? await exchange(hub, credentialsOf(hub, found.session), query.get('code') ?? '')
      : { status: 'error', errorCode: error, errorDescription: query.get('error_description') ?? '' };
  end(hub, found, result);
  return { status: 200, html: resultPage(result) };
}

/** What Zoom's token endpoint says becomes the result: that StackOne hands its words on unchanged is a guess. */
async function exchange(hub: Hub, pair: ProfileCredentials, code: string): Promise<AttemptResult> {
  const away = { status: 'error', errorCode: 'provider_error', errorDescription: 'Zoom did not answer' };
  if (hub.zoom === null) return away;
  const form = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK };
  const basic = Buffer.from(`${pair.clientId}:${pair.clientSecret}`).toString('base64');
  const answer = await fetch(`${hub.zoom.url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null);
  if (answer === null || answer.status >= 500) return away;
  if (answer.ok) return { status: 'authenticated' };
  const said = new Map<string, unknown>(Object.entries((await answer.json().catch(() => null)) ?? {}));
  return {
    status: 'error',
    errorCode: String(said.get('error') ?? answer.status),
    errorDescription: String(said.get('reason') ?? ''),
  };
}

/** Words that nobody has seen, where a test or a person wants them. */
function end(hub: Hub, { session, attempt }: Found, result: AttemptResult): void {
  const isStrange = hub.report === 'unknown_words' && result.status !== 'authenticated';
  const strange = {
    status: 'halted',
    errorCode: 'E_19',
    errorDescription: 'The provider left the flow early.',
  };
  endAttempt(hub.sessions, session, attempt, isStrange ? strange : result);
}

function credentialsOf({ sessions: { project } }: Hub, session: ConnectSessionRow): ProfileCredentials {
  return project.credentials.get(session.connector_profile_id) ?? { clientId: '', clientSecret: '' };
}
