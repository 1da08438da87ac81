import type { CheckingNow } from '../../../usecases/checks/check_now.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { channel, named } from '../../blocks/text.ts';
import { errorTexts } from '../error_texts.ts';
import { statusCard } from './status_card.ts';

/** The answer to "Check now" and to `/zoom-app check`. The checks take seconds; their outcome is shown by the card. */
export function checkNowMessage(checking: CheckingNow, now: Date): MessageView {
  const { card } = checking;
  if (checking.asked === 'before') {
    const seconds = Math.max(1, Math.ceil((checking.againAt.getTime() - now.getTime()) / 1_000));
    const said = `You asked for this only a moment ago, so nothing new was started; you can ask again in ${seconds} s. This is how it stands.`;
    return statusCard(card, now, 'me', said);
  }
  const { name, channelId } = card.app;
  const without =
    checking.stackone === 'key_refused'
      ? " StackOne is left out while it refuses Greenroom's API key: it is asked again within 15 minutes, and at once with another key (`/zoom-app ping` says more)."
      : '';
  if (checking.probe === 'too_soon') return errorTexts.tooSoon(without);
  return {
    text: `Looking at everything of *${named(name)}* now. Its card in ${channel(channelId)} changes when the answers are in.${without}`,
    blocks: [],
  };
}
