import { inviteBot, removeBot, setArchived } from '../../simulators/slack/acts/channels.ts';
import { channelOf } from '../../simulators/slack/state/conversations.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Switch } from './control_requests.ts';

/** Changes of channels. Their events are sent to the app without waiting for acknowledgements. */

function channelAsked({ simulators }: Sandbox, teamId: string, id: string) {
  const team = simulators.slack.session.slackState.teams.find((one) => one.id === teamId);
  const channel = team === undefined ? null : channelOf(team, id);
  if (team === undefined || channel === null) throw new Refusal(404, 'No such channel');
  return { team, channel };
}

export function archiveChannel(sandbox: Sandbox, asked: Switch<'slack.archive'>): void {
  const { team, channel } = channelAsked(sandbox, asked.team, asked.channel);
  void setArchived(sandbox.simulators.slack.session, team, channel, asked.on);
}

export function placeBot(sandbox: Sandbox, asked: Switch<'slack.bot'>): void {
  const { team, channel } = channelAsked(sandbox, asked.team, asked.channel);
  const { session } = sandbox.simulators.slack;
  if (asked.on) void inviteBot(session, team, channel, team.users[0]?.id ?? '');
  else void removeBot(session, team, channel);
}

export function refuseMessages(sandbox: Sandbox, { team, channel: id, error }: Switch<'slack.refuse'>): void {
  const { channel } = channelAsked(sandbox, team, id);
  const { faults } = sandbox.simulators.slack;
  faults.allowAgain(channel.id);
  if (error !== null) faults.refuse({ channel: channel.id, error });
}
