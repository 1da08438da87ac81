import type { Message } from '../../../core/deliveries/message.ts';
import { actionIds } from '../../action_ids.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { person } from '../../blocks/text.ts';
import { say } from '../say.ts';

/** A direct message to whom another admin made an admin, or took off the list. */
export function adminChanged({ by, isAdmin }: Extract<Message, { kind: 'admin_changed' }>): MessageView {
  const words = isAdmin
    ? `:key: ${person(by)} made you an admin of Greenroom.\nYou may change its settings for this workspace, do what owners of a Zoom app may, and take an app over whose owners are gone.`
    : `:key: ${person(by)} took you off the admins of Greenroom.\nWhat you own stays yours.`;
  const buttons = isAdmin ? [button('Settings', actionIds.openSettings, '')] : [];
  return say(words, buttons);
}
