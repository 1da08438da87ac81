import { WebAPIPlatformError } from '@slack/web-api';

/** Which variable holds the refused token, and Slack's error code. */
export interface TokenRefused {
  readonly variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';
  readonly slackError: string;
}

/** Error codes that a retry will not change (docs: errors of auth.test and apps.connections.open). */
const REFUSALS: ReadonlySet<string> = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'user_removed_from_team',
  'team_disabled',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'org_login_required',
]);

/** Slack's error code when it has refused the token for good; null when trying again makes sense. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof WebAPIPlatformError)) return null;
  return REFUSALS.has(error.data.error) ? error.data.error : null;
}

/** The one clear sentence for the log of a process that cannot start. */
export function tokenRefusedText({ variable, slackError }: TokenRefused): string {
  const where =
    variable === 'SLACK_BOT_TOKEN'
      ? 'OAuth & Permissions > Bot User OAuth Token (xoxb-…)'
      : 'Basic Information > App-Level Tokens, with the scope connections:write (xapp-…)';
  return `Slack refuses ${variable} (${slackError}). Copy it again from the app's settings: ${where}. If the app was removed from the workspace, install it again first.`;
}
