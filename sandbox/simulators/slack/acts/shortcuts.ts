import type { AckOutcome } from '../contract.ts';
import { deliver, type Session } from '../delivery/deliver.ts';
import type { Who } from '../delivery/payloads.ts';
import { globalShortcut, messageShortcut } from '../delivery/shortcuts.ts';
import { objectsAt, textAt } from '../json.ts';
import type { Channel, Message } from '../state/workspace_state.ts';

/** What the manifest offers under the lightning bolt, and in the menu of a message. */
export interface Shortcut {
  readonly name: string;
  readonly type: string;
  readonly callbackId: string;
  readonly description: string;
}

export const shortcutsOf = ({ slackState, team }: Who, type: 'global' | 'message'): Shortcut[] =>
  (team.installed ? objectsAt(slackState.manifest, 'features', 'shortcuts') : [])
    .map((one) => ({
      name: textAt(one, 'name'),
      type: textAt(one, 'type'),
      callbackId: textAt(one, 'callback_id'),
      description: textAt(one, 'description'),
    }))
    .filter((one) => one.type === type);

export const runShortcut = async (
  session: Session,
  who: Who,
  { callbackId }: Shortcut,
): Promise<AckOutcome> => (await deliver(session, globalShortcut(who, callbackId))).kind;

export const runShortcutOn = async (
  session: Session,
  who: Who,
  place: { readonly channel: Channel; readonly message: Message },
  { callbackId }: Shortcut,
): Promise<AckOutcome> =>
  (await deliver(session, messageShortcut(who, place.channel, place.message, callbackId))).kind;
