import { deliver } from '../../../sandbox/simulators/slack/delivery/deliver.ts';
import type { Envelope } from '../../../sandbox/simulators/slack/delivery/envelope.ts';
import type { JsonObject } from '../../../sandbox/simulators/slack/json.ts';
import { giveResponseUrl, giveTrigger } from '../../../sandbox/simulators/slack/state/triggers.ts';
import type { Stage } from './stage.ts';

/** What is sent as Slack would send it, signed or through the socket, without a button that was drawn. */
export function sent(stage: Stage, kind: Envelope['kind'], payload: JsonObject) {
  const { team } = parts(stage);
  const own = { api_app_id: 'A0GREENROOM', token: 't', team: { id: team.id, domain: team.domain } };
  const envelope: Envelope = {
    type: 'interactive',
    kind,
    name: kind,
    team: team.id,
    payload: { ...own, ...payload },
  };
  return deliver(stage.slack.session, envelope);
}

export function parts(stage: Stage, name = 'ana', where = '#general') {
  const { slackState } = stage.slack.session;
  const [team] = slackState.teams;
  if (team === undefined) throw new Error('no team');
  return { slackState, team, userId: stage.slack.person(name).id, channel: stage.slack.channelId(where) };
}

export interface PressedBy {
  readonly name?: string;
  readonly where?: string;
  readonly responseUrl?: string;
}

/** A press of any button with any value, in a message of the channel. Returns how it was acknowledged. */
export async function press(
  stage: Stage,
  actionId: string,
  value: string,
  { name, where, responseUrl }: PressedBy = {},
): Promise<string> {
  const { slackState, team, userId, channel } = parts(stage, name, where);
  const pass = { userId, channel, threadTs: null, origin: null };
  const { kind } = await sent(stage, 'block_actions', {
    type: 'block_actions',
    user: { id: userId, team_id: team.id },
    container: { type: 'message', message_ts: '1.1', channel_id: channel, is_ephemeral: false },
    channel: { id: channel, name: 'general' },
    trigger_id: giveTrigger(slackState, team, userId, channel).id,
    response_url: responseUrl ?? giveResponseUrl(slackState, team, pass),
    actions: [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: '1.1' }],
  });
  return kind;
}
