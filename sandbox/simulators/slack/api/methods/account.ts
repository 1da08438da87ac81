import { type JsonObject, textAt } from '../../json.ts';
import { checkBlocks, checkView } from '../../rules/index.ts';
import { newId } from '../../state/clock.ts';
import { userOf } from '../../state/conversations.ts';
import { accountName, botUserOnWire, userOnWire } from '../../state/wire/people_on_wire.ts';
import { teamOnWire } from '../../state/wire/to_wire.ts';
import type { Team } from '../../state/workspace_state.ts';
import { type Answer, type Call, fine, type Method, missing, no } from '../call.ts';

/** auth.test, team.info, blocks.validate and the like. */

const authTest = ({ team }: Call): Answer =>
  fine({
    ...installedFor(team),
    user: accountName(team),
    user_id: team.botUserId,
    bot_id: team.botId,
    is_enterprise_install: team.organisation !== null,
  });

/** An org-wide token names the organisation in place of a workspace, its id twice (seen: lobu-ai/lobu#3047). */
function installedFor({ organisation, domain, name, id }: Team): JsonObject {
  if (organisation === null) return { url: `https://${domain}.slack.com/`, team: name, team_id: id };
  const host = organisation.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return {
    url: `https://${host}.enterprise.slack.com/`,
    team: organisation.name,
    team_id: organisation.id,
    enterprise_id: organisation.id,
  };
}

const connectionsOpen = ({ slackState }: Call): Answer =>
  fine({ url: `${slackState.url.replace(/^http/, 'ws')}link/?ticket=${newId(slackState, 'K')}` });

function usersInfo(call: Call): Answer {
  const id = textAt(call.args, 'user');
  if (id === '') return missing(call, 'user');
  if (id === call.team.botUserId) return fine({ user: botUserOnWire(call.slackState, call.team) });
  const user = userOf(call.team, id);
  return user === null ? no('user_not_found') : fine({ user: userOnWire(call.slackState, call.team, user) });
}

/** Needs no token. Says what is wrong without being a mistake of the app: that is what it is for. */
function blocksValidate({ args }: Call): Answer {
  const broken =
    args.view === undefined
      ? checkBlocks(args.blocks, 'message')
      : [...(checkView(args.view)?.violations ?? [])];
  if (broken.length === 0) return fine();
  const errors = broken.map(({ code, pointer, message }) => ({ code, pointer, message, constraint: null }));
  return no('invalid_blocks', { errors });
}

export const accountMethods: Record<string, Method> = {
  'auth.test': { scope: null, token: 'bot', run: authTest },
  'apps.connections.open': { scope: null, token: 'app', run: connectionsOpen },
  'users.info': { scope: 'users:read', token: 'bot', run: usersInfo },
  'team.info': { scope: 'team:read', token: 'bot', run: ({ team }) => fine({ team: teamOnWire(team) }) },
  'blocks.validate': { scope: null, token: 'none', run: blocksValidate },
};
