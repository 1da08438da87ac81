import type { SlackState } from './workspace_state.ts';

export const now = (slackState: SlackState): number => Date.now() + slackState.ahead;

/** The next message time, `seconds.micros`: unique and increasing. */
export function nextTs(slackState: SlackState): string {
  slackState.lastMicros = Math.max(slackState.lastMicros + 1, now(slackState) * 1000);
  return `${Math.floor(slackState.lastMicros / 1e6)}.${String(slackState.lastMicros % 1e6).padStart(6, '0')}`;
}

/** A Slack-like id: prefix and ten characters, counted, so that runs read alike. */
export function newId(slackState: SlackState, prefix: string): string {
  slackState.count += 1;
  return `${prefix}0${slackState.count.toString(36).toUpperCase().padStart(9, '0')}`;
}
