import type { MessageView } from '../blocks/block_types.ts';

export type Command = '/zoom-app' | '/zoom-scopes' | '/zoom-ready';

/** What can be typed, with examples. `topic`: one subcommand (`register`, `check`); an unknown one shows the whole. */
export function helpMessage(command: Command = '/zoom-app', topic = ''): MessageView {
  void [command, topic];
  return { text: '', blocks: [] };
}
