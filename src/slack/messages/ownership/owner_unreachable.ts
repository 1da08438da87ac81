import type { ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { Message } from '../../../core/deliveries/message.ts';
import type { UnreachableWhy } from '../../../core/ownership/owner_contact.ts';
import { actionIds } from '../../action_ids.ts';
import type { Button, KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { section } from '../../blocks/layout.ts';
import { named, people, person, wordList } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { showButton } from '../events/event_subject.ts';
import { say } from '../say.ts';

const whys: Readonly<Record<UnreachableWhy, string>> = {
  deactivated: 'Slack says that the account is deactivated',
  not_found: 'Slack does not know the account any more',
  external: 'Slack says that the account belongs to another workspace now',
  bot: 'Slack says that it is a bot',
  refused: 'Slack takes no direct message to them',
};

/** In the thread of an app that nobody else owns, to the other owners, and to admins. */
export function ownerUnreachable(message: Extract<Message, { kind: 'owner_unreachable' }>): MessageView {
  const { owner, why, apps, more, alone } = message;
  const [first, second] = apps;
  const names = [...apps.map(({ name }) => `*${named(name)}*`), ...(more > 0 ? [`${more} more`] : [])];
  const what = `Greenroom cannot reach ${person(owner)} any more, an owner of ${wordList(names)}: ${whys[why]}.`;
  const isOne = second === undefined;
  const next = alone
    ? `Nobody else owns ${isOne ? 'it' : 'them'}. Whoever looks after ${isOne ? 'it' : 'one'} takes it over: \`/zoom-app takeover\` and its name, in its channel.`
    : `You own ${isOne ? 'it' : 'them'} too. If ${person(owner)} is gone for good, take them out with *Edit*${isOne ? '' : ' on each card'}.`;
  const buttons =
    first === undefined || !isOne ? [] : [...(alone ? [takeOverButton(first.id)] : []), showButton(first.id)];
  const words = `:mailbox_with_no_mail: ${what}\n${next}`;
  return say(words, buttons);
}

const takeOverButton = (appId: string): Button => button('Take over', actionIds.takeOver, appId);

/** On the card: who cannot be reached, and the way out where nobody else owns it. */
export function unreachableBlocks({ app, unreachableOwners = [] }: ZoomAppCard): KnownBlock[] {
  const [first] = unreachableOwners;
  if (first === undefined) return [];
  const since = new Date(Math.min(...unreachableOwners.map((one) => one.since.getTime())));
  const ids = unreachableOwners.map(({ userId }) => userId);
  const who = `:mailbox_with_no_mail: Greenroom cannot reach ${people(ids)} since ${moment(since)}.`;
  const isAlone = app.owners.every((owner) => ids.includes(owner));
  if (!isAlone) return [section(who)];
  return [section(`${who} Nobody else owns this app.`, takeOverButton(app.id))];
}
