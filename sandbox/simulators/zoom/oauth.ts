import type { Answered, Incoming } from '../../faults/serve_with_faults.ts';
import type { TokenAnswer } from './answer_names.ts';
import { tokenAnswers } from './answers.ts';
import type { Apps } from './apps.ts';
import { type Asked, appOf, notesOf, readAsked } from './client.ts';
import {
  accountCredentials,
  authorizationCode,
  codeStands,
  refreshToken,
  type Session,
  takeBack,
} from './grants.ts';
import {
  disabledApp,
  invalidCode,
  noSuchPage,
  onlyPost,
  revoked,
  unknownToken,
  unsupportedGrant,
  wrongClient,
} from './zoom_words.ts';

/** What the token endpoint answers with. */
export interface OauthState {
  readonly apps: Apps;
  readonly session: Session;
  readonly codeFirst: boolean;
  readonly always: TokenAnswer | null;
}

/** `POST /oauth/token` and `POST /oauth/revoke`. */
export function answerOauth(state: OauthState, incoming: Incoming): Answered {
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
