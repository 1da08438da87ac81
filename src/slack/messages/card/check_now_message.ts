import type { EnvironmentKind } from '../../../core/checks/check.ts';
import type { CheckingNow } from '../../../usecases/checks/check_now.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { channel, named, wordList } from '../../blocks/text.ts';
import { errorTexts } from '../error_texts.ts';
import { environmentNames } from '../product_words.ts';
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
  const left = `${withoutSecret(checking.withoutSecret)}${without}`;
  if (checking.probe === 'too_soon') return errorTexts.tooSoon(left);
  const what = checking.probe === 'no_secret' ? 'what Greenroom can see of' : 'everything of';
  return {
    text: `Looking at ${what} *${named(name)}* now. Its card in ${channel(channelId)} changes when the answers are in.${left}`,
    blocks: [],
  };
}

/** What nothing here can look at, and what can. */
function withoutSecret(kinds: readonly EnvironmentKind[]): string {
  if (kinds.length === 0) return '';
  const whose = wordList(kinds.map((kind) => environmentNames[kind]));
  return ` The credentials of ${whose} are not looked at: Greenroom has no secret to ask Zoom with. *Prove it works* can show it, once the profile exists.`;
}
