import type { RegisteredApp } from '../apps.ts';
import type { Signer } from './signers.ts';

/** What Zoom's own page says instead of going on. */
export interface ConsentRefusal {
  /** One of Zoom's numbers where one is documented. */
  readonly code: string | null;
  readonly words: string;
}

/** What an app asked Zoom for, when it sent somebody to the consent page. */
export interface ConsentRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly responseType: string;
  /** Empty: whatever the app is configured with. */
  readonly scopes: readonly string[];
}

/** Documented: 4700, 4702 and their words, 4711 and 4717 by their meaning. Which is checked first is not. */
export function refusalOfRequest(
  asked: ConsentRequest,
  app: RegisteredApp | undefined,
): ConsentRefusal | undefined {
  // A public client has another id and no secret: sent without a code challenge it is refused like one that does not exist.
  if (!app) return { code: '4702', words: `Invalid client_id: ${asked.clientId} (4,702)` };
  if (app.redirect !== asked.redirectUri || !app.allowList.includes(asked.redirectUri))
    return { code: '4700', words: `Invalid redirect: ${asked.redirectUri} (4,700)` };
  if (app.disabled) return { code: '4717', words: 'The app has been disabled. (4,717)' };
  if (asked.responseType !== 'code') return { code: null, words: 'Invalid response_type' };
  const foreign = asked.scopes.find((scope) => !app.scopes.includes(scope));
  return foreign === undefined ? undefined : { code: '4711', words: `Invalid scope: ${foreign} (4,711)` };
}

/** That these cases are refused is documented or reported; the words are made up, and no number is known. */
export function refusalOfSigner(
  signer: Signer,
  needsApproval: boolean,
  app: RegisteredApp,
): ConsentRefusal | undefined {
  const say = (words: string) => ({ code: null, words });
  if (app.environment === 'development' && signer.account === 'other')
    return say('This app has not been shared with your account. You cannot authorize it.');
  if (app.environment === 'development' && !app.ready)
    return say('This app cannot be added yet: it is not ready for local test.');
  if (app.environment === 'production' && !app.ready)
    return say('This app is not published and has not been shared with your account.');
  if (app.management === 'admin' && !signer.admin)
    return say('You need to be an account admin to authorize this app.');
  if (needsApproval) return say('Your account requires pre-approval of this app before anybody can add it.');
  return undefined;
}
