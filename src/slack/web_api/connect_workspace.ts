import type { AuthTestResponse, WebClient } from '@slack/web-api';
import type { Backoff } from '../../concurrency/backoff.ts';
import { retry } from '../../concurrency/retry.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { proxyErrorIn } from '../../http_client/proxy/proxy_error.ts';
import type { Log } from '../../log.ts';
import { refusalOf, type TokenRefused } from './refused_tokens.ts';
import { grantedScopes } from './scopes_of_answer.ts';
import { delayWith, slackBackoff } from './slack_backoff.ts';

/** Our identity at Slack, from `auth.test`. */
export interface WorkspaceIdentity {
  /** The team's id, or the organisation's when the app is installed for the whole of it. */
  readonly workspaceId: string;
  readonly orgWide: boolean;
  readonly name: string;
  /** `https://acme.slack.com/`, to which links to messages are added; null for an organisation, whose messages are in many workspaces. */
  readonly url: string | null;
  readonly botUserId: string;
  readonly botId: string | null;
  /** Of the bot token; null when Slack's answer does not name them. */
  readonly grantedScopes: readonly string[] | null;
}

/** Asks `auth.test` until Slack answers. Only a refused token or an abort ends it without an identity. */
export async function connectWorkspace(options: {
  readonly client: WebClient;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly backoff?: Backoff;
}): Promise<Result<WorkspaceIdentity, TokenRefused | 'aborted'>> {
  const { client, log, signal, backoff = slackBackoff } = options;
  if (signal.aborted) return Err('aborted');
  try {
    const identity = await retry(() => askIdentity(client), {
      delay: delayWith(backoff),
      signal,
      retryIf: (error) => refusalOf(error) === null,
      onRetry: (error, delayMs) =>
        log.warn({ reason: errorText(error), retryInMs: delayMs }, 'Slack does not answer yet'),
    });
    return Ok(identity);
  } catch (error) {
    const slackError = refusalOf(error);
    return Err(slackError === null ? 'aborted' : { variable: 'SLACK_BOT_TOKEN', slackError });
  }
}

/** One call; rejects with the SDK's error. */
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
    url: orgWide ? null : workspaceUrl(answer.url),
    botUserId: answer.user_id,
    botId: answer.bot_id ?? null,
    grantedScopes: grantedScopes(answer),
  };
}

/** Also `slack-gov.com`. It stands in messages as a link, so nothing else is taken. */
function workspaceUrl(url: string | undefined): string | null {
  return url !== undefined && /^https:\/\/[a-z0-9-]{1,100}\.slack(-gov)?\.com\/$/.test(url) ? url : null;
}

/** Why something failed, for the log; when the proxy is the cause, what it did. */
export function errorText(error: unknown): string {
  const proxyError = proxyErrorIn(error);
  if (proxyError !== null) return proxyError.message;
  return error instanceof Error ? error.message : String(error ?? 'closed');
}
