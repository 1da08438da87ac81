import { type AuthTestResponse, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { Log } from '../../log.ts';
import { type Patience, pause, pauseMs, slackPatience } from './backoff.ts';
import { refusalOf, type TokenRefused } from './refused_tokens.ts';

/** Who we are to Slack, as `auth.test` says. */
export interface WorkspaceIdentity {
  /** The team's id, or the organisation's when the app is installed for the whole of it. */
  readonly workspaceId: string;
  readonly orgWide: boolean;
  readonly name: string;
  readonly botUserId: string;
  readonly botId: string | null;
}

/** Asks `auth.test` until Slack answers. Only a refused token or an abort ends it without an identity. */
export async function connectWorkspace(options: {
  readonly client: WebClient;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly patience?: Patience;
}): Promise<Result<WorkspaceIdentity, TokenRefused | 'aborted'>> {
  for (let tries = 0; !options.signal.aborted; tries++) {
    try {
      return Ok(await askIdentity(options.client));
    } catch (error) {
      const slackError = refusalOf(error);
      if (slackError !== null) return Err({ variable: 'SLACK_BOT_TOKEN', slackError });
      const ms = waitFor(error, pauseMs(options.patience ?? slackPatience, tries));
      options.log.warn({ reason: reasonOf(error), retryInMs: Math.round(ms) }, 'Slack does not answer yet');
      await pause(ms, options.signal);
    }
  }
  return Err('aborted');
}

/** One question; rejects with the SDK's error. */
export async function askIdentity(client: WebClient): Promise<WorkspaceIdentity> {
  return identityOf(await client.auth.test());
}

function identityOf(answer: AuthTestResponse): WorkspaceIdentity {
  const orgWide = answer.is_enterprise_install === true;
  const workspaceId = orgWide ? answer.enterprise_id : answer.team_id;
  if (workspaceId === undefined || answer.user_id === undefined)
    throw new Error('auth.test named no workspace or no user');
  return {
    workspaceId,
    orgWide,
    name: answer.team ?? workspaceId,
    botUserId: answer.user_id,
    botId: answer.bot_id ?? null,
  };
}

function waitFor(error: unknown, ownMs: number): number {
  return error instanceof WebAPIRateLimitedError ? Math.max(ownMs, error.retryAfter * 1_000) : ownMs;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error ?? 'closed');
}
