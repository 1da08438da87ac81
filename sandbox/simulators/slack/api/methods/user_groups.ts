import { textAt } from '../../json.ts';
import type { Team, UserGroup } from '../../state/workspace_state.ts';
import { type Answer, type Call, fine, type Method, missing, no } from '../call.ts';

/** docs: usergroups.list, usergroups.users.list. */

const groupOnWire = (team: Team, { id, handle, name, members, isDisabled }: UserGroup) => ({
  ...{ id, team_id: team.id, is_usergroup: true, is_subteam: true, name, description: '', handle },
  ...{ is_external: false, date_create: 1_700_000_000, date_update: 1_700_000_000 },
  ...{ date_delete: isDisabled ? 1_700_000_001 : 0, auto_type: null, user_count: members.length },
});

function list({ team, args }: Call): Answer {
  const all = textAt(args, 'include_disabled') === 'true';
  const shown = team.userGroups.filter(({ isDisabled }) => all || !isDisabled);
  return fine({ usergroups: shown.map((group) => groupOnWire(team, group)) });
}

function usersList(call: Call): Answer {
  const id = textAt(call.args, 'usergroup');
  if (id === '') return missing(call, 'usergroup');
  const group = call.team.userGroups.find((one) => one.id === id);
  if (group === undefined || group.isDisabled) return no('no_such_subteam');
  return fine({ users: group.members });
}

export const userGroupMethods: Record<string, Method> = {
  'usergroups.list': { scope: 'usergroups:read', token: 'bot', run: list },
  'usergroups.users.list': { scope: 'usergroups:read', token: 'bot', run: usersList },
};
