import { extensionMs } from '../deadlines/fair_deadline.ts';
import { newId, now } from './clock.ts';
import type { ResponseUrl, SlackState, Team, Trigger } from './workspace_state.ts';

/** Short-lived permissions of Slack: trigger ids and response_urls. */

export function giveTrigger(
  slackState: SlackState,
  team: Team,
  userId: string,
  channel: string | null,
): Trigger {
  const id = `${Math.floor(now(slackState))}.${team.id.slice(1)}.${newId(slackState, 'x').toLowerCase()}`;
  const trigger = {
    id,
    teamId: team.id,
    userId,
    channel,
    expiresAt: now(slackState) + slackState.limits.triggerMs,
    waitedMs: slackState.processorWait.ms(),
    used: false,
  };
  slackState.triggers.set(id, trigger);
  return trigger;
}

export type TriggerError = 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id';

/** The trigger, not yet used up, or Slack's error. */
export function lookAtTrigger(slackState: SlackState, team: Team, id: string): Trigger | TriggerError {
  const trigger = slackState.triggers.get(id);
  if (trigger === undefined || trigger.teamId !== team.id) return 'invalid_trigger_id';
  if (trigger.used) return 'exchanged_trigger_id';
  const granted = extensionMs(slackState.processorWait, trigger.waitedMs, slackState.limits.triggerMs);
  return now(slackState) > trigger.expiresAt + granted ? 'expired_trigger_id' : trigger;
}

type UrlFor = Pick<ResponseUrl, 'userId' | 'channel' | 'threadTs' | 'origin'>;

export function giveResponseUrl(slackState: SlackState, team: Team, wanted: UrlFor): string {
  const id = newId(slackState, 'R');
  slackState.responseUrls.set(id, {
    ...wanted,
    id,
    teamId: team.id,
    expiresAt: now(slackState) + slackState.limits.responseUrlMs,
    usesLeft: slackState.limits.responseUrlUses,
  });
  return `${slackState.url}response/${team.id}/${id}`;
}

/** Uses the address once, or returns why it works no more. */
export function useResponseUrl(slackState: SlackState, id: string): ResponseUrl | 'expired_url' | 'used_url' {
  const found = slackState.responseUrls.get(id);
  if (found === undefined || now(slackState) > found.expiresAt) return 'expired_url';
  if (found.usesLeft <= 0) return 'used_url';
  found.usesLeft -= 1;
  return found;
}
