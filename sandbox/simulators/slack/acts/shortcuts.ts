import type { AckOutcome } from '../contract.ts';
import { type Desk, deliver } from '../delivery/deliver.ts';
import type { Who } from '../delivery/payloads.ts';
import { globalShortcut, messageShortcut } from '../delivery/shortcuts.ts';
import { objectsAt, textAt } from '../json.ts';
import type { Channel, Message } from '../state/workspace_state.ts';

/** What the manifest offers under the lightning bolt, and in the menu of a message. */
export interface Shortcut {
  readonly name: string;
  readonly type: string;
  readonly callbackId: string;
}

export const shortcutsOf = ({ world, team }: Who, type: 'global' | 'message'): Shortcut[] =>
  (team.installed ? objectsAt(world.manifest, 'features', 'shortcuts') : [])
    .map((one) => ({
      name: textAt(one, 'name'),
      type: textAt(one, 'type'),
      callbackId: textAt(one, 'callback_id'),
    }))
    .filter((one) => one.type === type);

export const runShortcut = async (desk: Desk, who: Who, { callbackId }: Shortcut): Promise<AckOutcome> =>
  (await deliver(desk, globalShortcut(who, callbackId))).kind;

export const runShortcutOn = async (
  desk: Desk,
  who: Who,
  place: { readonly channel: Channel; readonly message: Message },
  { callbackId }: Shortcut,
): Promise<AckOutcome> =>
  (await deliver(desk, messageShortcut(who, place.channel, place.message, callbackId))).kind;
