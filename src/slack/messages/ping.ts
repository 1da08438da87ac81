import type { MessageView } from '../blocks/block_types.ts';
import type { Health } from './shown.ts';

/** `slackOk`: Slack's auth.test answered. */
export function pingMessage(health: Health, slackOk: boolean, now: Date): MessageView {
  void [health, slackOk, now];
  return { text: '', blocks: [] };
}
