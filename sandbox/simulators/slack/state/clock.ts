import type { World } from './workspace_state.ts';

export const now = (world: World): number => Date.now() + world.ahead;

/** The next message time, `seconds.micros`: unique and increasing. */
export function nextTs(world: World): string {
  world.lastMicros = Math.max(world.lastMicros + 1, now(world) * 1000);
  return `${Math.floor(world.lastMicros / 1e6)}.${String(world.lastMicros % 1e6).padStart(6, '0')}`;
}

/** A Slack-like id: prefix and ten characters, counted, so that runs read alike. */
export function newId(world: World, prefix: string): string {
  world.count += 1;
  return `${prefix}0${world.count.toString(36).toUpperCase().padStart(9, '0')}`;
}
