import { Err } from '../../../../core/result.ts';
import { plain } from '../../../blocks/elements.ts';
import { limits } from '../../../blocks/limits.ts';
import { input, typedIn } from '../../inputs.ts';
import type { SettingPart } from '../setting_part.ts';

const CHANNEL = 'default_channel';

/** Public channels only: the form of everybody shows it, and a private channel is known to its members alone. */
export const defaultChannelPart: SettingPart = {
  blocks: [CHANNEL],
  draw: ({ defaultChannelId }) => [
    input(
      {
        block: CHANNEL,
        label: 'Default channel',
        hint: 'The registration form offers it where it is not opened in a channel. Invite Greenroom there.',
        optional: true,
      },
      {
        // A single select cannot be emptied again.
        type: 'multi_conversations_select',
        action_id: CHANNEL,
        placeholder: plain('No default channel', limits.placeholder),
        max_selected_items: 1,
        filter: { include: ['public'], exclude_bot_users: true },
        ...(defaultChannelId === null ? {} : { initial_conversations: [defaultChannelId] }),
      },
    ),
  ],
  async save({ usecases }, by, changed) {
    const result = await usecases.setDefaultChannel({
      ...by,
      channelId: typedIn(changed, CHANNEL).conversation,
    });
    if (result.ok) return result;
    return Err(result.error === 'channel' ? { block: CHANNEL, text: 'Choose a channel.' } : result.error);
  },
};
