import { newId, now } from './clock.ts';
import type { ResponseUrl, Team, Trigger, World } from './workspace_state.ts';

/** Short-lived permissions Slack hands out: trigger ids and response_urls. */

export function giveTrigger(world: World, team: Team, userId: string, channel: string | null): Trigger {
  const id = `${Math.floor(now(world))}.${team.id.slice(1)}.${newId(world, 'x').toLowerCase()}`;
  const trigger = {
    id,
    teamId: team.id,
    userId,
    channel,
    expiresAt: now(world) + world.limits.triggerMs,
    waitedMs: world.processorWait.ms(),
    used: false,
  };
  world.triggers.set(id, trigger);
  return trigger;
}

export type TriggerError = 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id';

/** The trigger, not yet used up, or Slack's error. */
export function lookAtTrigger(world: World, team: Team, id: string): Trigger | TriggerError {
  const trigger = world.triggers.get(id);
  if (trigger === undefined || trigger.teamId !== team.id) return 'invalid_trigger_id';
  if (trigger.used) return 'exchanged_trigger_id';
  const granted = world.processorWait.ms() - trigger.waitedMs;
  return now(world) > trigger.expiresAt + granted ? 'expired_trigger_id' : trigger;
}

type UrlFor = Pick<ResponseUrl, 'userId' | 'channel' | 'threadTs' | 'origin'>;

export function giveResponseUrl(world: World, team: Team, wanted: UrlFor): string {
  const id = newId(world, 'R');
  world.responseUrls.set(id, {
    ...wanted,
    id,
    teamId: team.id,
    expiresAt: now(world) + world.limits.responseUrlMs,
    usesLeft: world.limits.responseUrlUses,
  });
  return `${world.url}response/${team.id}/${id}`;
}

/** Uses the address once, or says why it is dead. */
export function useResponseUrl(world: World, id: string): ResponseUrl | 'expired_url' | 'used_url' {
  const found = world.responseUrls.get(id);
  if (found === undefined || now(world) > found.expiresAt) return 'expired_url';
  if (found.usesLeft <= 0) return 'used_url';
  found.usesLeft -= 1;
  return found;
}
