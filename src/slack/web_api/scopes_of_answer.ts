import type { WebAPICallResult } from '@slack/web-api';

/** The bot token's scopes as any answer of the Web API names them (`x-oauth-scopes`); null when it does not. */
export function grantedScopes(answer: WebAPICallResult): readonly string[] | null {
  const scopes = answer.response_metadata?.scopes?.map((scope) => scope.trim()).filter(Boolean) ?? [];
  return scopes.length === 0 ? null : scopes;
}
