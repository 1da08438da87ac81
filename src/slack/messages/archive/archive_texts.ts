import type { MessageView } from '../../blocks/block_types.ts';

const say = (text: string): MessageView => ({ text, blocks: [] });

/** Why two apps were not merged. */
export const archiveTexts = {
  sameApp(): MessageView {
    return say('That is one and the same Zoom app, so there is nothing to merge.');
  },
  otherType(): MessageView {
    return say(
      'One of them is admin-managed and the other user-managed: that cannot be the same Zoom app twice, so nothing was changed. Archive the one that is not needed.',
    );
  },
  mergeOutdated(): MessageView {
    return say('The other Zoom app was changed just now, so nothing was merged. Please try again.');
  },
  mergeUsage(): MessageView {
    return say(
      'Which Zoom app is the duplicate, and which one stays? Type, for example, `/zoom-app merge StackOne Test into StackOne Integration`.',
    );
  },
} as const;
