import type { Answered, Incoming } from '../../../faults/serve_with_faults.ts';
import type { Apps, RegisteredApp } from '../apps.ts';
import { issueCode, type Session } from '../grants.ts';
import { onlyPost } from '../zoom_words.ts';
import { consentPage, refusalPage, signInPage } from './pages.ts';
import { type ConsentRefusal, type ConsentRequest, refusalOfRequest, refusalOfSigner } from './refusals.ts';
import { signers } from './signers.ts';

export interface ConsentState {
  readonly apps: Apps;
  readonly session: Session;
  /** Where a redirect URL leads here: a simulator stands in for its host. */
  readonly leadsTo: (redirectUri: string) => string;
  /** Zoom refused on a page of its own: nothing goes back to the app that asked. */
  readonly onRefusal: (state: string, refusal: ConsentRefusal) => void;
}

const PATHS = ['/oauth/authorize', '/oauth/signin', '/oauth/consent'];
const FIELDS = ['response_type', 'client_id', 'redirect_uri', 'state', 'scope'];

/** The pages between "authorize" and the redirect back; undefined for every other path. Each checks everything anew. */
export function answerConsent(state: ConsentState, incoming: Incoming): Answered | undefined {
  const { path, method } = incoming;
  if (!PATHS.includes(path)) return undefined;
  const isFirst = path === '/oauth/authorize';
  if (!isFirst && method !== 'POST') return onlyPost;
  const sent = isFirst ? incoming.query : new URLSearchParams(incoming.body);
  const asked = requestIn(sent);
  const app = state.apps.get(asked.clientId);
  const refusal = refusalOfRequest(asked, app);
  if (refusal || !app) return refuse(state, incoming, asked, refusal);
  const fields = Object.fromEntries(
    FIELDS.flatMap((name) => (sent.has(name) ? [[name, sent.get(name) ?? '']] : [])),
  );
  return isFirst ? html(signInPage(fields, app)) : signedIn(state, incoming, { sent, fields, asked, app });
}

interface SignedIn {
  readonly sent: URLSearchParams;
  readonly fields: Readonly<Record<string, string>>;
  readonly asked: ConsentRequest;
  readonly app: RegisteredApp;
}

function signedIn(state: ConsentState, incoming: Incoming, { sent, fields, asked, app }: SignedIn): Answered {
  const signer = signers.find(({ id }) => id === sent.get('signer'));
  if (!signer) return html(signInPage(fields, app));
  const refusal = refusalOfSigner(signer, sent.get('approval') === 'needed', app);
  if (refusal) return refuse(state, incoming, asked, refusal);
  const scopes = asked.scopes.length > 0 ? asked.scopes : app.scopes;
  const answer = incoming.path === '/oauth/consent' ? sent.get('answer') : null;
  if (answer === 'allow') {
    const code = issueCode(state.session, app.clientId, asked.redirectUri);
    return back(state, asked, { code });
  }
  // RFC 6749; what Zoom sends after Decline has been seen in no document.
  if (answer === 'decline')
    return back(state, asked, { error: 'access_denied', error_description: 'The user declined the request' });
  return html(consentPage(fields, app, signer, scopes));
}

function requestIn(sent: URLSearchParams): ConsentRequest {
  return {
    clientId: sent.get('client_id') ?? '',
    redirectUri: sent.get('redirect_uri') ?? '',
    state: sent.get('state') ?? '',
    responseType: sent.get('response_type') ?? '',
    scopes: (sent.get('scope') ?? '').split(/[\s,]+/).filter((scope) => scope !== ''),
  };
}

/** A page, or JSON for a caller that does not read pages: both have been seen; the status in none of the reports. */
function refuse(
  state: ConsentState,
  { headers }: Incoming,
  asked: ConsentRequest,
  refusal: ConsentRefusal = { code: null, words: 'Invalid request' },
): Answered {
  state.onRefusal(asked.state, refusal);
  if ((headers.accept ?? '').includes('text/html')) return { status: 400, html: refusalPage(refusal) };
  const errorCode = refusal.code === null ? null : Number(refusal.code);
  return { status: 400, body: { status: false, errorCode, errorMessage: refusal.words, result: null } };
}

function back(
  state: ConsentState,
  asked: ConsentRequest,
  answer: Readonly<Record<string, string>>,
): Answered {
  const url = new URL(state.leadsTo(asked.redirectUri));
  for (const [name, value] of Object.entries({ ...answer, state: asked.state }))
    url.searchParams.set(name, value);
  return { status: 302, headers: { location: url.href } };
}

const html = (page: string): Answered => ({ status: 200, html: page });
