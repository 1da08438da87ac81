import type { Message } from '../../../core/deliveries/message.ts';
import { actionIds } from '../../action_ids.ts';
import type { Button, MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, section } from '../../blocks/layout.ts';
import { channel, named, person, wordList } from '../../blocks/text.ts';
import { isMendedByInvitation, remedyOf, whyClosed } from '../closed_channel_words.ts';
import { showButton, spoken } from './event_subject.ts';

type CannotPost = Extract<Message, { kind: 'cannot_post' }>;

/**
 * A direct message to one owner: Greenroom cannot post in a channel, which of their apps that concerns, and the remedy. It is
 * edited when the channel is open again, or the app has another one.
 */
export function cannotPost(message: CannotPost): MessageView {
  const place = channel(message.channelId);
  if (message.over !== undefined) return postsAgain(message, message.over);
  const what = `Greenroom cannot post about ${appNames(message)} in ${place}: ${whyClosed(message.why)}.`;
  const mended = isMendedByInvitation(message.why) ? 'I invited it' : 'Try again now';
  const remedy = remedyOf(message.why, `in ${place}`, { mayEdit: message.hasSet !== true });
  // A single remedy fits into the same sentence.
  const then = /[;.] /.test(remedy) ? `${remedy} Then` : `${remedy.replace(/\.$/, '')}, then`;
  // Who has set a watch there need not own the app, and another channel of it would not help them.
  const orElse = message.hasSet === true ? ` Or go on without that channel: *${toMe}*.` : '';
  const next = `${then} press *${mended}*. Nothing is lost: what waits is posted then.${orElse}`;
  return messageView(spoken(`${what} ${next}`), [
    section(`:warning: ${what}\n${next}`),
    ...actions([
      button(mended, actionIds.invited, message.channelId, { style: 'primary' }),
      ...watchButtons(message),
      ...appButton(message),
    ]),
  ]);
}

const toMe = 'Send them to me instead';

/** For who has set watches there. */
function watchButtons({ hasSet, channelId }: CannotPost): Button[] {
  return hasSet === true
    ? [
        button(toMe, actionIds.watchesToMe, channelId),
        button('End my watches there', actionIds.endMyWatches, channelId),
      ]
    : [];
}

/** None where no app is named, but every one. */
const appButton = ({ apps, appId }: CannotPost): Button[] => (apps?.length === 0 ? [] : [showButton(appId)]);

/** "*Tide*, *Ebb* and 12 more" */
function appNames({ apps, more = 0, appId, appName, everyApp }: CannotPost): string {
  const names = [
    ...(apps ?? [{ id: appId, name: appName }]).map(({ name }) => `*${named(name)}*`),
    ...(everyApp === true ? ['every Zoom app'] : []),
  ];
  return more > 0 ? `${names.join(', ')} and ${more} more` : wordList(names);
}

function postsAgain(message: CannotPost, over: Over): MessageView {
  const words = overWords(message, over);
  return messageView(spoken(words), [section(`:white_check_mark: ${words}`), ...actions(appButton(message))]);
}

type Over = NonNullable<CannotPost['over']>;

function overWords(message: CannotPost, { by, movedTo, archived, ended }: Over): string {
  const place = channel(message.channelId);
  const who = by === null ? 'An owner' : person(by);
  const apps = appNames(message);
  if (ended)
    return `${who} ended the watch of ${apps} in ${place}: Greenroom has nothing to post about it there any more.`;
  if (archived)
    return `${who} archived ${apps}: Greenroom has nothing to post about it in ${place} any more.`;
  if (movedTo !== undefined)
    return `${who} moved ${apps} from ${place} to ${channel(movedTo)}: Greenroom posts about it there.`;
  return by === null
    ? `Greenroom posts about ${apps} in ${place} again. What waited is posted.`
    : `${who} said that Greenroom can post about ${apps} in ${place} again. What waited is being posted; should Slack still not take it, this message says so.`;
}
