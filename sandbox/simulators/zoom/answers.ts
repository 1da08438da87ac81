import type { Answered } from '../../faults/serve_with_faults.ts';
import type { TokenAnswer } from './answer_names.ts';
import { refusal } from './zoom_words.ts';

/**
 * What Zoom documents for its token endpoint, and what may stand before it. The reasons are those of its table of OAuth
 * error messages; which of them really come with which error, nobody has published.
 */
export const tokenAnswers: Readonly<Record<TokenAnswer, Answered>> = {
  invalid_client: refusal('invalid_client', 'Invalid client.'),
  invalid_client_secret: refusal('invalid_client', 'Invalid client secret.'),
  client_id_mismatch: refusal('invalid_client', 'Client ID does not match authenticated client.'),
  app_disabled: refusal('invalid_client', 'The app has been disabled'),
  credentials_missing: refusal('invalid_client', 'Client ID or client secret is missing.'),
  grant_not_supported: refusal('invalid_request', 'Grant type is not supported from token endpoint.'),
  redirect_mismatch: refusal('invalid_request', 'Redirect URI mismatch.'),
  token_revoked: refusal('invalid_grant', 'The token has been revoked.'),
  device_pending: refusal('authorization_pending', 'authorization_pending'),
  unknown_words: refusal('teapot', 'Short and stout.'),
  html: { status: 200, html: '<!DOCTYPE html><title>Zoom</title><h1>We will be back soon</h1>' },
  limited: {
    status: 429,
    headers: { 'retry-after': '3600' },
    body: { code: 429, message: 'Too many requests' },
  },
  failing: { status: 503, html: '<h1>Service Unavailable</h1>' },
};
