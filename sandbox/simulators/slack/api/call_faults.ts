import { type JsonObject, textAt } from '../json.ts';
import { channelOf, dmOf, userOf } from '../state/conversations.ts';
import { takeOne } from '../state/fault_switches.ts';
import type { Channel, SlackState, Team } from '../state/workspace_state.ts';
import { type Answer, no } from './call.ts';

/** The effect of the faults on one call, before Slack itself handles it. */
export type CallFault =
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'limited'; readonly retryAfter: number }
  | { readonly kind: 'failed'; readonly answer: Answer };

/** `#name` and id mean the same channel; a person's id means their direct messages with the app. */
function sameChannel(slackState: SlackState, limited: string, asked: string): boolean {
  return slackState.teams.some((team) => {
    const channel = placeOf(slackState, team, limited);
    return channel !== null && placeOf(slackState, team, asked) === channel;
  });
}

/** Null: to any. */
const isTo = (slackState: SlackState, channel: string | null, args: JsonObject): boolean =>
  channel === null || sameChannel(slackState, channel, textAt(args, 'channel'));

const placeOf = (slackState: SlackState, team: Team, place: string): Channel | null =>
  userOf(team, place) === null ? channelOf(team, place) : dmOf(slackState, team, place);

/** The methods that show something in a conversation. */
const showing = new Set(['chat.postMessage', 'chat.update', 'chat.postEphemeral']);

export function faultOn(slackState: SlackState, method: string, args: JsonObject): CallFault | null {
  const { faults } = slackState;
  const page = takeOne(faults.html, () => true);
  if (page !== null) return { kind: 'html', status: page.status };
  const limit = takeOne(
    faults.limits,
    (one) => (one.method === null || one.method === method) && isTo(slackState, one.channel, args),
  );
  if (limit !== null) return { kind: 'limited', retryAfter: limit.retryAfter };
  const refusal = takeOne(
    faults.refusals,
    (one) =>
      (one.method === null ? showing.has(method) : one.method === method) &&
      isTo(slackState, one.channel, args),
  );
  if (refusal !== null) return { kind: 'failed', answer: no(refusal.error) };
  const failure = takeOne(faults.failures, (one) => one.method === method);
  return failure === null ? null : { kind: 'failed', answer: no(failure.error) };
}

/** The call was carried out; does its answer arrive? */
export const isReplyLost = (slackState: SlackState, method: string, args: JsonObject): boolean =>
  takeOne(
    slackState.faults.lostReplies,
    (one) => one.method === method && isTo(slackState, one.channel, args),
  ) !== null;

/** Milliseconds this call is held back. */
export const delayOf = (slackState: SlackState, method: string): number =>
  slackState.faults.slow
    .filter((one) => one.method === null || one.method === method)
    .reduce((sum, one) => sum + one.ms, 0);
