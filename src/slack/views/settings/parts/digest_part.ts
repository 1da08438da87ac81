import { Err } from '../../../../core/result.ts';
import { mostDigests } from '../../../../core/turns/digest.ts';
import type { DigestRefusal } from '../../../../usecases/turns/digest/set_digest.ts';
import { plain } from '../../../blocks/elements.ts';
import { context } from '../../../blocks/layout.ts';
import { limits } from '../../../blocks/limits.ts';
import { channel } from '../../../blocks/text.ts';
import { input, typedIn } from '../../inputs.ts';
import type { SettingPart } from '../setting_part.ts';

const CHANNEL = 'digest_channel';

/**
 * Which channels get a digest on weekdays, and one more. It ends in the channel itself: those are not the initial values of the field,
 * as a private channel is known to its members alone.
 */
export const digestPart: SettingPart = {
  blocks: [CHANNEL],
  draw: ({ digests: { channelIds, more } }) => [
    input(
      {
        block: CHANNEL,
        label: 'Start a digest in',
        hint: 'On weekdays at nine: what changed in the Zoom apps that the channel watches, and what waits. Nothing is posted where neither is so.',
        optional: true,
      },
      {
        type: 'multi_conversations_select',
        action_id: CHANNEL,
        placeholder: plain('Choose a channel', limits.placeholder),
        max_selected_items: 1,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
      },
    ),
    ...(channelIds.length === 0
      ? []
      : [
          context(
            `Get one: ${channelIds.map(channel).join(', ')}${more ? ' …' : ''}. \`/zoom-app digest off\` there ends it.`,
          ),
        ]),
  ],
  async save({ usecases }, by, changed) {
    const channelId = typedIn(changed, CHANNEL).conversation ?? '';
    const result = await usecases.setDigest({ ...by, channelId, on: true });
    if (result.ok) return result;
    // Somebody wants messages there: it is tried again.
    if (result.error === 'paused') await usecases.resumeChannel({ ...by, channelId });
    return Err({ block: CHANNEL, text: refusals[result.error] });
  },
};

const refusals: Readonly<Record<DigestRefusal, string>> = {
  no_channel: 'Choose a channel.',
  no_watch: 'That channel watches no Zoom app yet: type /zoom-app watch there first.',
  paused: 'Greenroom could not post there when it last tried. Invite it there, then save again.',
  too_many: `${mostDigests} channels get a digest, which is as many as there can be.`,
};
