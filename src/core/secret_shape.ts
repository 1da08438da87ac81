export type SecretKind = 'client_secret' | 'slack_token' | 'stackone_key';

const SLACK_TOKEN = /\b(?:xox[a-z](?:\.xox[a-z])?|xapp|xwfp)-[A-Za-z0-9-]{10,}/;
// StackOne: `v1.{region}.xxxxx`
const STACKONE_KEY = /\bv1\.[a-z]{2}\d*\.[A-Za-z0-9+/=_-]{10,}/;
// Zoom: 32 alphanumerics seen, 28 to 64 taken as possible. Client ids have 20 to 24 characters.
const RUN = /(?<![A-Za-z0-9_-])[A-Za-z0-9]{28,64}(?![A-Za-z0-9_-])/g;

/**
 * What in a text looks like a secret, or null. Scopes, client ids, uuids and plain words do not: a client secret is
 * one run of letters in both cases and digits, longer than any id of Zoom's.
 */
export function secretIn(text: string): SecretKind | null {
  if (SLACK_TOKEN.test(text)) return 'slack_token';
  if (STACKONE_KEY.test(text)) return 'stackone_key';
  return (text.match(RUN) ?? []).some(isMixed) ? 'client_secret' : null;
}

function isMixed(run: string): boolean {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
}
