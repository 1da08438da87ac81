import type { Message } from '../../../core/deliveries/message.ts';
import type { TakeoverEnded } from '../../../core/deliveries/messages/message_facts.ts';
import { actionIds } from '../../action_ids.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, section } from '../../blocks/layout.ts';
import { named, people, person } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { showButton, spoken } from '../events/event_subject.ts';

/** Somebody wants to become an owner: in the channel of the app, and to each owner. */
export function takeoverAsked(message: Extract<Message, { kind: 'takeover_asked' }>): MessageView {
  const { appId, appName, takeoverId, by, owners, ended } = message;
  const what = `${person(by)} asks to become an owner of *${named(appName)}*.`;
  if (ended !== undefined) {
    const said = `:raising_hand: ${what} ${endedWords(ended)}`;
    return messageView(spoken(said), [section(said), ...actions([showButton(appId)])]);
  }
  const until = moment(new Date(message.until));
  const whom = owners.length === 0 ? 'Owners and admins' : people(owners);
  const next = `${whom}: if that is not right, press *Object* before ${until}. Otherwise ${person(by)} owns it too from then on; nobody stops being an owner by it.`;
  return messageView(spoken(`${what} ${next}`), [
    section(`:raising_hand: ${what}\n${next}`),
    ...actions([
      button('Object', actionIds.objectToTakeover, takeoverId, { style: 'danger' }),
      button('Agree', actionIds.agreeToTakeover, takeoverId),
      showButton(appId),
    ]),
  ]);
}

/** To who asked, when it came to nothing. */
export function takeoverEnded({
  appId,
  appName,
  ended,
}: Extract<Message, { kind: 'takeover_ended' }>): MessageView {
  const what = `You asked to become an owner of *${named(appName)}*. ${endedWords(ended)}`;
  const next = nextWords(ended);
  return messageView(spoken(`${what}${next}`), [section(`${what}${next}`), ...actions([showButton(appId)])]);
}

function nextWords({ how, unseen }: TakeoverEnded): string {
  if (how === 'objected') return ' Talk to them, or to an admin.';
  return unseen === true ? ' Ask an admin, who can take it over at once, or ask again.' : '';
}

function endedWords({ how, by, unseen }: TakeoverEnded): string {
  if (unseen === true)
    return 'Slack showed that to nobody, neither in the channel nor to an owner. As nobody could object, nothing changes.';
  switch (how) {
    case 'objected':
      return `${by === null ? 'An owner' : person(by)} objected, so nothing changes.`;
    case 'done':
      return by === null ? 'Nobody objected, and so it is.' : `${person(by)} agreed, and so it is.`;
    case 'withdrawn':
      return 'That was withdrawn.';
    case 'void':
      return 'That is no longer possible, so nothing changes.';
  }
}
