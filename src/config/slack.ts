import { type ConfigProblem, problem } from './problem.ts';

export interface SlackVariables {
  readonly SLACK_BOT_TOKEN?: string | undefined;
  readonly SLACK_APP_TOKEN?: string | undefined;
  readonly SLACK_SIGNING_SECRET?: string | undefined;
  readonly SLACK_CLIENT_ID?: string | undefined;
  readonly SLACK_CLIENT_SECRET?: string | undefined;
  readonly SLACK_STATE_SECRET?: string | undefined;
}

const BOT_TOKEN_PLACE =
  'copy the Bot User OAuth Token (xoxb-...) from "OAuth & Permissions" of the Slack app';
const APP_TOKEN_PLACE =
  'create an app-level token (xapp-...) with connections:write under "Basic Information" of the Slack app';

/** What is wrong with the Slack variables as a whole. */
export function slackProblems(env: SlackVariables): ConfigProblem[] {
  return [botTokenProblem(env), transportProblem(env)].filter((found) => found !== null);
}

/** What was given but has no effect: worth a line at the start. */
export function slackWarnings(env: SlackVariables): string[] {
  const warnings: string[] = [];
  const oauth = oauthVariables(env);
  if (oauth.length > 0) {
    warnings.push(
      `${oauth.join(', ')} has no effect: installation through OAuth is not part of this version.`,
    );
  }
  if (env.SLACK_APP_TOKEN !== undefined && env.SLACK_SIGNING_SECRET !== undefined) {
    warnings.push('SLACK_SIGNING_SECRET has no effect: SLACK_APP_TOKEN means Socket Mode.');
  }
  return warnings;
}

function oauthVariables(env: SlackVariables): string[] {
  const names = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;
  return names.filter((name) => env[name] !== undefined);
}

function botTokenProblem(env: SlackVariables): ConfigProblem | null {
  const token = env.SLACK_BOT_TOKEN;
  const [oauth] = oauthVariables(env);
  if (token === undefined && oauth !== undefined) {
    return problem(
      oauth,
      'is set, but installation through OAuth is not part of this version: set SLACK_BOT_TOKEN',
    );
  }
  if (token === undefined) return problem('SLACK_BOT_TOKEN', `is missing: ${BOT_TOKEN_PLACE}`);
  if (token.startsWith('xoxb-')) return null;
  return problem('SLACK_BOT_TOKEN', `${kindOf(token)}: ${BOT_TOKEN_PLACE}`);
}

function transportProblem(env: SlackVariables): ConfigProblem | null {
  const token = env.SLACK_APP_TOKEN;
  if (token?.startsWith('xapp-')) return null;
  if (token !== undefined) return problem('SLACK_APP_TOKEN', `${kindOf(token)}: ${APP_TOKEN_PLACE}`);
  if (env.SLACK_SIGNING_SECRET !== undefined) return null;
  const other = 'or set SLACK_SIGNING_SECRET to receive requests over HTTP';
  return problem('SLACK_APP_TOKEN', `is missing: ${APP_TOKEN_PLACE}, ${other}`);
}

function kindOf(token: string): string {
  if (token.startsWith('xoxb-')) return 'holds a bot token';
  if (token.startsWith('xapp-')) return 'holds an app-level token';
  if (token.startsWith('xoxp-')) return 'holds a user token';
  return 'does not look like the right token';
}
