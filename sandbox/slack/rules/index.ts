import type { Refusal, Violation } from './violation.ts';

export { slackMessage } from './violation.ts';
export type { Refusal, Violation };

/** Where blocks are shown; a view is a `modal` or the `home` tab. */
export type Surface = 'message' | 'modal' | 'home';
export type AckKind =
  | 'slash_commands'
  | 'view_submission'
  | 'block_suggestion'
  | 'block_actions'
  | 'view_closed'
  | 'events_api';

/** Every broken rule of a block array; `at` is the pointer of the array (default `/blocks`). */
export function checkBlocks(_blocks: unknown, _surface: Surface, _at?: string): Violation[] {
  return [];
}
/** Bodies of chat.postMessage, update, postEphemeral and a response_url; null when Slack would take it. */
export function checkMessage(_payload: unknown): Refusal | null {
  return null;
}
/** A modal or home view; null when Slack would take it. */
export function checkView(_view: unknown): Refusal | null {
  return null;
}
/** The body of an acknowledgement; `context.view` is the view that was submitted, if any. */
export function checkAck(_kind: AckKind, _body: unknown, _context: { view?: unknown }): Refusal | null {
  return null;
}
/** An app manifest of major version 1; an empty array when it is fine. */
export function checkManifest(_manifest: unknown): Violation[] {
  return [];
}
