import type { WatchKey } from '../../../core/watches/watch.ts';
import { mostWatches } from '../../../core/watches/watch.ts';
import type { WatchLevel } from '../../../core/watches/watch_level.ts';
import type { WatchRefusal } from '../../../usecases/watches/set_watch.ts';
import { actionIds } from '../../action_ids.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, context, section } from '../../blocks/layout.ts';
import { channel, count } from '../../blocks/text.ts';
import { spoken } from '../events/event_subject.ts';
import { say } from '../say.ts';
import { levelWords, watchedName, watchMenu, watchPlace } from './watch_words.ts';

/** A watch, as an answer names it. */
export interface NamedWatch extends WatchKey {
  readonly appName: string | null;
  readonly level: WatchLevel;
}

/** "This channel", as the person who asked is in it, "You". */
function who({ channelId }: WatchKey, userId: string): string {
  return channelId === userId ? 'You' : watchPlace(channelId);
}

/** `before`: its level until now; null: it is new. */
export function setWords(watch: NamedWatch, before: WatchLevel | null, userId: string): string {
  const watches = watch.channelId === userId ? 'watch' : 'watches';
  return `${who(watch, userId)} ${watches} ${watchedName(watch)}${before === watch.level ? ' already' : ''}: ${levelWords[watch.level]}.`;
}

export function watchSet(watch: NamedWatch, before: WatchLevel | null, userId: string): MessageView {
  const mine = watch.channelId === userId;
  const words = setWords(watch, before, userId);
  return messageView(spoken(words), [
    section(`:bell: ${words}`, watchMenu(watch, watch.level, 0)),
    context(mine ? 'Greenroom sends you direct messages.' : `${cardHint(watch)} ${inviteHint}`),
    ...actions([listButton()]),
  ]);
}

const cardHint = ({ appId }: WatchKey): string =>
  appId === null
    ? "An app's card is posted with the first message about it."
    : 'Its card is posted here, and edited when something changes.';
const inviteHint =
  'If Greenroom is not a member here yet, type `/invite @Greenroom`. To get direct messages instead, add `me`.';

function listButton(): ReturnType<typeof button> {
  return button('All watches', actionIds.watchList, JSON.stringify({}));
}

export function endedWords(watch: Omit<NamedWatch, 'level'>, userId: string): string {
  const watches = watch.channelId === userId ? 'watch' : 'watches';
  return `${who(watch, userId)} no longer ${watches} ${watchedName(watch)}.`;
}

export function watchEnded(watch: Omit<NamedWatch, 'level'>, userId: string): MessageView {
  const words = endedWords(watch, userId);
  return messageView(spoken(words), [section(`:no_bell: ${words}`), ...actions([listButton()])]);
}

/** Several at once. */
export function watchesEnded(ended: number): MessageView {
  return say(`${count(ended, 'watch', 'watches')} ended. What waited for them is not sent.`);
}

export function watchesSentToMe(moved: number, from: string): MessageView {
  return say(
    `${count(moved, 'watch', 'watches')} of ${channel(from)} ${moved === 1 ? 'goes' : 'go'} to you as direct messages from now on. What waited there is not sent; \`/zoom-app history\` shows it.`,
  );
}

/** There was nothing to end. */
export function notWatched(watch: Omit<NamedWatch, 'level'>, userId: string): MessageView {
  const mine = watch.channelId === userId;
  const words = `${who(watch, userId)} ${mine ? 'do' : 'does'} not watch ${watchedName(watch)}${watch.appId === null ? ' as one watch' : ''}. \`/zoom-app watches\` shows what is watched.`;
  return messageView(spoken(words), [section(words), ...actions([listButton()])]);
}

export function watchDenied(): MessageView {
  return say(
    'Somebody else has set that watch. Who set it, an owner of the Zoom app or an admin can change it, and everybody in its channel, there.',
  );
}

/** `watched`: "*Tide*". */
export function watchRefused(refusal: WatchRefusal, watched: string): MessageView {
  switch (refusal) {
    case 'not_found':
      return say('That Zoom app is not there any more. `/zoom-app list` shows all of them.');
    case 'archived':
      return say(`${watched} is archived: there is nothing to watch. *Restore* on its card brings it back.`);
    case 'own_channel':
      return say(
        `This is the own channel of ${watched}: everything about it is posted here anyway. An owner chooses another one with *Edit* on its card. To get direct messages too, add \`me\`.`,
      );
    case 'not_here':
      return say('Direct messages go to yourself only: type the command, and add `me`.');
    case 'too_many_of_app':
      return say(
        `${watched} has as many watches as there can be (${mostWatches.ofApp}; ${mostWatches.ofEveryApp} of every app). Somebody ends one first: \`/zoom-app watches\`.`,
      );
    case 'too_many_of_channel':
      return say(
        `A channel, or a person, has at most ${count(mostWatches.ofChannel, 'watch', 'watches')}, and this would be more. \`/zoom-app watch all\` watches every app with one.`,
      );
  }
}

export function levelAlone(level: string): MessageView {
  return say(
    `Of which Zoom app? Type \`/zoom-app watch all ${level}\`, or the name of an app instead of \`all\`.`,
  );
}
