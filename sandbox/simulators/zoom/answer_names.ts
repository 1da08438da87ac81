/** Prescribed answers of the token endpoint. */
export const tokenAnswerNames = [
  'invalid_client',
  'invalid_client_secret',
  'client_id_mismatch',
  'app_disabled',
  'credentials_missing',
  'grant_not_supported',
  'redirect_mismatch',
  'token_revoked',
  'device_pending',
  'unknown_words',
  'html',
  'limited',
  'failing',
] as const;
export type TokenAnswer = (typeof tokenAnswerNames)[number];
