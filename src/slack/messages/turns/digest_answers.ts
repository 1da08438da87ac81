import { mostDigests } from '../../../core/turns/digest.ts';
import type { DigestRefusal } from '../../../usecases/turns/digest/set_digest.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { section } from '../../blocks/layout.ts';
import { moment } from '../../blocks/time.ts';

const answer = (words: string): MessageView => messageView(words.replaceAll('`', ''), [section(words)]);

/** How it stands in this channel; `saved`: somebody has just decided it. */
export function digestState(
  on: boolean,
  saved?: { readonly changed: boolean; readonly nextAt: Date | null },
): MessageView {
  if (!on) {
    const ended = saved === undefined ? 'gets no digest' : 'gets no digest any more';
    return answer(
      `This channel ${ended}. \`/zoom-app digest on\` posts one on weekdays, if something changed or waits.`,
    );
  }
  const next = saved?.nextAt ? ` The next one: ${moment(saved.nextAt)}.` : '';
  return answer(
    `This channel gets a digest on weekdays, if something changed in the Zoom apps that it watches, or waits.${next} \`/zoom-app digest off\` ends it.`,
  );
}

export const digestHelp = (): MessageView =>
  answer('Type `/zoom-app digest on` or `/zoom-app digest off`; without a word it says how it stands here.');

const refusals: Readonly<Record<DigestRefusal, string>> = {
  no_channel: 'A digest is for a channel: type this in the channel that should get it.',
  no_watch:
    'This channel watches no Zoom app that Greenroom could report on. Type `/zoom-app watch &lt;app&gt;`, or `/zoom-app watch all`, then this again.',
  paused:
    'Greenroom could not post here when it last tried, and tries again now. If it is not a member, type `/invite @Greenroom`. Then type this again.',
  too_many: `${mostDigests} channels of this workspace get a digest, which is as many as there can be. End one first.`,
};

export const digestRefused = (refusal: DigestRefusal): MessageView => answer(refusals[refusal]);
