export type SecretKind = 'client_secret' | 'slack_token' | 'stackone_key' | 'token';

const SLACK_TOKEN = /\b(?:xox[a-z](?:\.xox[a-z])?|xapp|xwfp)-[A-Za-z0-9-]{10,}/;
// StackOne: `v1.{region}.xxxxx`
const STACKONE_KEY = /\bv1\.[a-z]{2}\d*\.[A-Za-z0-9+/=_-]{10,}/;
// Zoom: 32 alphanumerics seen, 28 to 64 taken as possible. Client ids have 20 to 24 characters.
// Zoom's tokens are JSON Web Tokens; a Basic header is `id:secret` in base64.
const TOKEN = /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}|\bBasic\s+[A-Za-z0-9+/]{40,}/;
// What a `.env`, JSON or query string calls a secret, whatever it looks like, unless it is a placeholder without digits.
const CALLED_SECRET =
  /(?:secret|password|passwd|api_?key|access_?token|refresh_?token|secret_?token)["']?[^\S\n]*[=:][^\S\n]*["']?(?=[^\s"',;&]*\d)(?=[^\s"',;&]*[A-Za-z])([A-Za-z0-9._~+/=-]{16,})/i;
const RUN = /(?<![A-Za-z0-9_-])[A-Za-z0-9]{28,64}(?![A-Za-z0-9_-])/g;

/**
 * What in a text looks like a secret, or null. Scopes, client ids, uuids and plain words do not: a client secret is
 * one run of letters in both cases and digits, longer than any id of Zoom's.
 */
export function secretIn(text: string): SecretKind | null {
  if (SLACK_TOKEN.test(text)) return 'slack_token';
  if (STACKONE_KEY.test(text)) return 'stackone_key';
  if (TOKEN.test(text)) return 'token';
  if (CALLED_SECRET.test(text)) return 'client_secret';
  return (text.match(RUN) ?? []).some(isMixed) ? 'client_secret' : null;
}

function isMixed(run: string): boolean {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
}
