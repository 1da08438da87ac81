import { shortcutsOf } from '../../simulators/slack/acts/shortcuts.ts';
import type { Who } from '../../simulators/slack/delivery/payloads.ts';
import { objectsAt, textAt } from '../../simulators/slack/json.ts';
import { canSee, dmBetween, dmOf } from '../../simulators/slack/state/conversations.ts';
import { visibleTo } from '../../simulators/slack/state/messages.ts';
import { stackOf } from '../../simulators/slack/state/views.ts';
import type { Channel, SlackState, Team } from '../../simulators/slack/state/workspace_state.ts';
import type { ChannelSeen, CommandSeen, Snapshot, WorkspaceSeen } from '../contract.ts';
import type { Sandbox } from '../sandbox.ts';
import { controlPanelSeen } from './control_panel.ts';
import { messageSeen } from './message.ts';
import { viewSeen } from './view.ts';

/** Everything that one person sees. */
export function snapshot(sandbox: Sandbox, who: Who): Snapshot {
  const { slackState, team, user } = who;
  const { inspector } = sandbox.simulators.slack;
  const dm = team.installed ? dmOf(slackState, team, user.id).id : null;
  // As in Slack's sidebar, a direct message with every person is offered.
  for (const other of team.users) dmBetween(slackState, team, user.id, other.id);
  const channels = team.channels.filter((one) => canSee(one, user.id));
  const home = team.homes.get(user.id);
  return {
    viewer: { team: team.id, user: user.id },
    workspaces: slackState.teams.map((one) => workspaceSeen(slackState, one)),
    app: { name: appName(slackState), userId: team.botUserId, dm },
    commands: team.installed ? commandsOf(slackState) : [],
    shortcuts: (['global', 'message'] as const).flatMap((type) =>
      shortcutsOf(who, type).map((one) => ({ ...one, type })),
    ),
    channels: channels.map((one) => channelSeen(who, one)),
    messages: channels.flatMap((one) =>
      visibleTo(team, one, user).map((message) => messageSeen(team, message)),
    ),
    modals: stackOf(team, user.id).map(viewSeen),
    home: home === undefined ? null : viewSeen(home),
    names: namesOf(slackState, team),
    ackMs: slackState.limits.ackMs,
    controlPanel: controlPanelSeen(sandbox),
    inspector: { requests: inspector.entries().length, broken: inspector.violations().length },
  };
}

const appName = (slackState: SlackState): string =>
  textAt(slackState.manifest, 'display_information', 'name') || 'the app';

const commandsOf = (slackState: SlackState): CommandSeen[] =>
  objectsAt(slackState.manifest, 'features', 'slash_commands').map((one) => ({
    command: textAt(one, 'command'),
    description: textAt(one, 'description'),
    hint: textAt(one, 'usage_hint'),
  }));

const workspaceSeen = (
  { faults }: SlackState,
  { id, name, installed, users, userGroups }: Team,
): WorkspaceSeen => ({
  id,
  name,
  installed,
  people: users.map(({ id, name, realName, isAdmin, isDeactivated }) => ({
    ...{ id, name, realName, isAdmin, isDeactivated },
    isReachable: faults.refusals.every(({ channel }) => channel !== id),
  })),
  userGroups: userGroups.map(({ id, handle, members }) => ({ id, handle, members })),
});

function channelSeen({ team, user, slackState }: Who, channel: Channel): ChannelSeen {
  const { id, kind, archived } = channel;
  // Where the app is not installed it is in no channel either.
  const hasBot = channel.hasBot && (team.installed || kind === 'im');
  const others = [...channel.members].filter((member) => member !== user.id);
  const partner = team.users.find((one) => one.id === (others[0] ?? user.id));
  const partnerName = `${partner?.realName ?? ''}${others.length === 0 ? ' (you)' : ''}`;
  const name = kind === 'im' ? (hasBot ? appName(slackState) : partnerName) : channel.name;
  const members = channel.members.size + (hasBot ? 1 : 0);
  const refusal = slackState.faults.refusals.find((one) => one.channel === id)?.error ?? null;
  return { id, name, kind, archived, hasBot, members, refusal };
}

const namesOf = (slackState: SlackState, team: Team): Record<string, string> => ({
  ...Object.fromEntries(team.users.map((user) => [user.id, user.realName])),
  ...Object.fromEntries(team.channels.map((channel) => [channel.id, channel.name])),
  [team.botUserId]: appName(slackState),
});
