import { type JsonObject, textAt, textsAt } from '../../json.ts';
import { newId } from '../../state/clock.ts';
import type { SlackState, Team } from '../../state/workspace_state.ts';
import { type Answer, type Call, fine, type Method, no } from '../call.ts';

/** OAuth: the consent page hands out a code, `oauth.v2.access` turns it into the workspace's bot token. */

/** The address a person lands on after clicking Allow. `null` when the request is not ours to grant. */
export function consent(
  slackState: SlackState,
  team: Team,
  userId: string,
  query: URLSearchParams,
): string | null {
  const [configured] = textsAt(slackState.manifest, 'oauth_config', 'redirect_urls');
  const redirect = query.get('redirect_uri') ?? configured;
  if (query.get('client_id') !== slackState.clientId || redirect === undefined) return null;
  const code = `${team.id}.${newId(slackState, 'c')}`;
  slackState.codes.set(code, { teamId: team.id, userId, redirectUri: query.get('redirect_uri') });
  const url = new URL(redirect);
  url.searchParams.set('code', code);
  url.searchParams.set('state', query.get('state') ?? '');
  return url.toString();
}

function clientOf(call: Call): { id: string; secret: string } {
  return { id: textAt(call.args, 'client_id'), secret: textAt(call.args, 'client_secret') };
}

function access(call: Call): Answer {
  const { slackState, args } = call;
  const client = clientOf(call);
  if (client.id !== slackState.clientId) return no('invalid_client_id');
  if (client.secret !== slackState.clientSecret) return no('bad_client_secret');
  const granted = slackState.codes.get(textAt(args, 'code'));
  const team = slackState.teams.find((one) => one.id === granted?.teamId);
  if (granted === undefined || team === undefined) return no('invalid_code');
  if (granted.redirectUri !== null && textAt(args, 'redirect_uri') !== granted.redirectUri)
    return no('bad_redirect_uri');
  slackState.codes.delete(textAt(args, 'code'));
  for (const one of slackState.teams) if (one.botToken === team.botToken) one.installed = true;
  return fine({
    app_id: slackState.appId,
    authed_user: { id: granted.userId },
    scope: slackState.scopes.join(','),
    token_type: 'bot',
    access_token: team.botToken,
    bot_user_id: team.botUserId,
    ...installedFor(team),
  });
}

/** docs: organization-ready apps, reference. */
const installedFor = ({ organisation, id, name }: Team): JsonObject =>
  organisation === null
    ? { team: { id, name }, enterprise: null, is_enterprise_install: false }
    : {
        team: null,
        enterprise: { id: organisation.id, name: organisation.name },
        is_enterprise_install: true,
      };

export const installMethods: Record<string, Method> = {
  'oauth.v2.access': { scope: null, token: 'none', run: access },
};
