import { textAt } from '../../json.ts';
import { checkBlocks, checkView } from '../../rules/index.ts';
import { newId } from '../../state/clock.ts';
import { userOf } from '../../state/conversations.ts';
import { accountName, botUserOnWire, userOnWire } from '../../state/wire/people_on_wire.ts';
import { teamOnWire } from '../../state/wire/to_wire.ts';
import { type Answer, type Call, fine, type Method, missing, no } from '../call.ts';

/** auth.test, team.info, blocks.validate and the like. */

const authTest = ({ team }: Call): Answer =>
  fine({
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: accountName(team),
    // For an organisation its id stands in both.
    team_id: team.organisation?.id ?? team.id,
    ...(team.organisation === null ? {} : { enterprise_id: team.organisation.id }),
    user_id: team.botUserId,
    bot_id: team.botId,
    is_enterprise_install: team.organisation !== null,
  });

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
