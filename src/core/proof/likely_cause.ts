import type { LastKnown, ManagementType } from '../checks/check.ts';

/** What people most likely have to do after a consent that did not succeed. Never a verdict: no check changes for it. */
export const likelyCauses = [
  'redirect_not_allowed',
  'wrong_client',
  'other_environment',
  'public_client',
  'app_disabled',
  'needs_approval',
  'not_zoom_admin',
  'not_ready',
  'not_shared',
  'scope_missing',
  'consent_declined',
  'took_too_long',
] as const;
export type LikelyCause = (typeof likelyCauses)[number];

/** What StackOne hands on of the attempt, as it came. */
export interface AttemptWords {
  readonly status: string;
  readonly code: string | null;
  readonly description: string | null;
}

/** What Greenroom itself knows of the environment. */
export interface KnownFacts {
  readonly managementType: ManagementType;
  readonly redirect: LastKnown;
  readonly credentials: LastKnown;
  readonly testStatus: LastKnown;
  /** Of the app's other environment, if it has one. */
  readonly otherClientIds: readonly string[];
}

/** `words`: StackOne's say so. `checks`: they do not, but a check of Greenroom's is not passed. */
export interface Likely {
  readonly cause: LikelyCause;
  readonly basis: 'words' | 'checks';
}

/**
 * Tried in this order; the first that matches counts. Text goes before codes: Zoom has been seen to send 4700 for a missing
 * scope (Z28). Codes are written with and without a comma: "(4,700)".
 */
const table: readonly (readonly [RegExp, LikelyCause])[] = [
  [
    /invalid[ _]scope|does not contain scope|scopes? .{0,40}(?:missing|not valid|invalid)|missing .{0,20}scope|\b4,?711\b/,
    'scope_missing',
  ],
  [/public client|code_challenge|code challenge|pkce|\bunauthorized_client\b/, 'public_client'],
  [/redirect|\b4,?709\b/, 'redirect_not_allowed'],
  [
    /pre-?approv|not (?:been )?approved|approval|disabled by (?:the |your |an )?(?:account )?admin|\b4,?738\b/,
    'needs_approval',
  ],
  [/app .{0,40}(?:disabled|deactivated)|\b4,?717\b/, 'app_disabled'],
  // Not ready for its test (Z21): what Zoom's page says then is not known, so only the plain word counts.
  [/\bnot (?:yet )?ready\b/, 'not_ready'],
  [
    /not (?:been )?shared|not published|unpublished|app (?:is )?not available|cannot (?:be )?(?:add|authorize|install)|(?:other|different|outside) .{0,20}account/,
    'not_shared',
  ],
  [
    /\badmin(?:istrator|s)?\b|not have (?:the )?permission|insufficient (?:privilege|permission)/,
    'not_zoom_admin',
  ],
  [/does not match/, 'other_environment'],
  [/invalid[ _]client|client[ _]?(?:id|secret)|\b4,?70[246]\b/, 'wrong_client'],
  [
    /code .{0,20}expired|expired .{0,20}code|invalid authorization code|\bsession .{0,20}expired|timed? ?out|\b4,?73[34]\b/,
    'took_too_long',
  ],
  [/declin|cancel|user .{0,20}den|den.{0,20} by (?:the )?user|refused to/, 'consent_declined'],
  [/\b4,?700\b/, 'redirect_not_allowed'],
];

/** Longer texts are not read to their end: the cause stands at the beginning, and their length is another party's. */
const LONGEST_READ = 2_000;

/** null: nothing that is known; the words are shown as they came. */
export function likelyCause(attempt: AttemptWords, facts: KnownFacts): Likely | null {
  const said = `${attempt.code ?? ''} ${attempt.description ?? ''}`.slice(0, LONGEST_READ);
  const cause = causeInWords(said, attempt.status, facts);
  if (cause !== null) return { cause, basis: 'words' };
  if (facts.redirect !== 'passed') return { cause: 'redirect_not_allowed', basis: 'checks' };
  if (facts.credentials === 'failed') return { cause: 'wrong_client', basis: 'checks' };
  if (facts.testStatus !== 'passed') return { cause: 'not_ready', basis: 'checks' };
  return null;
}

function causeInWords(said: string, status: string, facts: KnownFacts): LikelyCause | null {
  // Zoom's page names the client ID that it refuses: that of the other environment is recognised.
  if (facts.otherClientIds.some((id) => said.includes(id))) return 'other_environment';
  const words = said.toLowerCase();
  const found = table.find(([pattern]) => pattern.test(words));
  if (found !== undefined) return found[1];
  // The code of OAuth says no more than "no". Of an admin-managed app Zoom says it to everybody who is no admin.
  if (/access[ _]denied|\bdenied\b/.test(words))
    return facts.managementType === 'admin' ? 'not_zoom_admin' : 'consent_declined';
  return status.trim().toLowerCase() === 'cancelled' && words.trim() === '' ? 'consent_declined' : null;
}
