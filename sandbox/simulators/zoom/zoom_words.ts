import type { Answered } from '../../faults/serve_with_faults.ts';

/** How Zoom refuses a made-up, used or expired code; it has changed over the years. */
export type InvalidCodeForm = 'today' | 'with_code' | 'of_2020';

/** Zoom's flat error body: words, not the documented 47xx numbers. */
export function refusal(error: string, reason: string): Answered {
  return { status: 400, body: { reason, error } };
}

export const wrongClient = refusal('invalid_client', 'Invalid client_id or client_secret');
export const disabledApp = refusal('invalid_client', 'The app has been disabled by the developer');
export const unsupportedGrant = refusal('unsupported_grant_type', 'unsupported grant type');
export const badRefreshToken = refusal('invalid_grant', 'Invalid Token!');
export const badAccount = refusal('invalid_request', 'Bad Request');

/** Documented as 4709; nobody has published a live body. */
export const redirectMismatch = refusal('invalid_request', 'Redirect URI mismatch.');

/** Not seen live: what revoking answers for a token that is not the client's. */
export const unknownToken = refusal('invalid_request', 'Invalid Token!');

export const revoked: Answered = { status: 200, body: { status: 'success' } };
export const onlyPost: Answered = {
  status: 405,
  headers: { allow: 'POST' },
  html: '<h1>Method Not Allowed</h1>',
};
export const noSuchPage: Answered = {
  status: 404,
  html: '<!DOCTYPE html><title>Zoom</title><h1>Page not found</h1>',
};

export function invalidCode(form: InvalidCodeForm, code: string): Answered {
  if (form === 'with_code') return refusal('invalid_grant', `Invalid authorization code: ${code}`);
  if (form === 'of_2020') return refusal('invalid_request', `Invalid authorization code ${code}`);
  return refusal('invalid_grant', 'Invalid authorization code');
}
