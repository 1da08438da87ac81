import { textAt } from '../../json.ts';
import { botProfile, botUserOnWire, userOnWire } from '../../state/wire/people_on_wire.ts';
import { type Answer, type Call, fine, type Method, no } from '../call.ts';
import { cursor, page } from './conversations.ts';

/** Who is there, and whether anybody answers: what bots of all kinds ask when they start. */

function usersList(call: Call): Answer {
  const { slackState, team } = call;
  const members = [
    ...team.users.map((user) => userOnWire(slackState, team, user)),
    botUserOnWire(slackState, team),
  ];
  const { items, next } = page(call, members, 1000);
  return fine({ members: items, ...cursor(next) });
}

/** Needs no token, and gives back what it was given; `error` makes it fail with that code. */
function apiTest({ args }: Call): Answer {
  const error = textAt(args, 'error');
  return error === '' ? fine({ args }) : no(error, { args });
}

/** The app's own bot is the only one there is. */
function botsInfo({ slackState, team, args }: Call): Answer {
  const id = textAt(args, 'bot');
  return id === '' || id === team.botId ? fine({ bot: botProfile(slackState, team) }) : no('bot_not_found');
}

export const peopleMethods: Record<string, Method> = {
  'api.test': { scope: null, token: 'none', run: apiTest },
  'bots.info': { perWorkspace: true, scope: 'users:read', token: 'bot', run: botsInfo },
  'users.list': { perWorkspace: true, scope: 'users:read', token: 'bot', run: usersList },
};
