import { textAt } from '../json.ts';
import { channelOf, userOf } from '../state/conversations.ts';
import { viewOf } from '../state/views.ts';
import type { Team } from '../state/workspace_state.ts';
import { type Answer, type Call, type Method, missingTeam, no } from './call.ts';

/**
 * The workspace that a call is about. A token for one workspace names it. An org-wide token stands for all workspaces to which an admin has
 * added the app: ids of channels, people, views and triggers are unique in an organisation and name the workspace, and methods that take
 * no such id want a `team_id` (S23).
 */
export function inWorkspace(call: Omit<Call, 'team'>, method: Method, teams: readonly Team[]): Call | Answer {
  const [first] = teams;
  if (first === undefined) return no('invalid_auth');
  if (first.organisation === null) return { ...call, team: first };
  const team = method.perWorkspace === true ? byTeamId(call, teams) : byNamedId(call, teams);
  if (team === 'missing') return missingTeam(call);
  return team?.installed === true ? { ...call, team } : no('team_access_not_granted');
}

function byTeamId({ args }: Omit<Call, 'team'>, teams: readonly Team[]): Team | 'missing' | undefined {
  const id = textAt(args, 'team_id');
  return id === '' ? 'missing' : teams.find((one) => one.id === id);
}

/** Where nothing known is named: any workspace, whose answer then says what was not found. */
function byNamedId(call: Omit<Call, 'team'>, teams: readonly Team[]): Team | undefined {
  return teams.find((one) => isAbout(call, one)) ?? teams.find((one) => one.installed);
}

function isAbout({ slackState, args }: Omit<Call, 'team'>, team: Team): boolean {
  const channel = textAt(args, 'channel');
  const trigger = textAt(args, 'trigger_id') || textAt(args, 'interactivity_pointer');
  const people = ['user', 'user_id', 'users'].flatMap((name) => textAt(args, name).split(','));
  const view = { view_id: textAt(args, 'view_id'), external_id: textAt(args, 'external_id') };
  return (
    channelOf(team, channel) !== null ||
    [channel, ...people].some((id) => userOf(team, id) !== null) ||
    slackState.triggers.get(trigger)?.teamId === team.id ||
    viewOf(team, view) !== null
  );
}
