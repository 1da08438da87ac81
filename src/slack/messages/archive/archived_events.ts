import type { Message } from '../../../core/deliveries/message.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, section } from '../../blocks/layout.ts';
import { count, named, people, person, wordList } from '../../blocks/text.ts';
import { showButton, spoken } from '../events/event_subject.ts';
import { environmentNames } from '../product_words.ts';

/** Owners beyond these are counted. */
const mostOwners = 10;

/** The other owners are mentioned, so that they are notified. */
const forOwners = (owners: readonly string[]): string =>
  owners.length === 0
    ? ''
    : ` ${people(owners, mostOwners)}, who ${owners.length === 1 ? 'owns' : 'own'} it too: this is for you.`;

export function appArchived({
  appId,
  appName,
  by,
  owners,
  into,
}: Extract<Message, { kind: 'app_archived' }>): MessageView {
  const app = `*${named(appName)}*`;
  const words =
    into === undefined
      ? `${person(by)} archived ${app}. Its stored secrets are destroyed, and Greenroom looks at nothing of it any more. An owner brings it back with *Restore* on its card.${forOwners(owners)}`
      : `${person(by)} merged ${app} into *${named(into.appName)}*: it was the same Zoom app twice. Its story goes on there; the card of the duplicate is archived.${forOwners(owners)}`;
  return messageView(spoken(words), [
    section(`:file_cabinet: ${words}`),
    ...actions([showButton(into?.appId ?? appId)]),
  ]);
}

export function appRestored({
  appId,
  appName,
  by,
  before,
  withoutSecret,
}: Extract<Message, { kind: 'app_restored' }>): MessageView {
  const was = before === undefined ? '' : `, which was called *${named(before)}*,`;
  const secrets =
    withoutSecret === 0
      ? ''
      : ` ${count(withoutSecret, 'client secret was', 'client secrets were')} destroyed when it was archived: an owner enters ${withoutSecret === 1 ? 'it' : 'them'} again with *Replace the secret*, or proves through StackOne that it works.`;
  const words = `${person(by)} restored *${named(appName)}*${was} from the archive. Greenroom looks at it again.${secrets}`;
  return messageView(spoken(words), [
    section(`:leftwards_arrow_with_hook: ${words}`),
    ...actions([showButton(appId)]),
  ]);
}

export function appDeleted({ appName, by, owners }: Extract<Message, { kind: 'app_deleted' }>): MessageView {
  const words = `${person(by)} deleted *${named(appName)}* from Greenroom for good. In Zoom and StackOne nothing was changed.${forOwners(owners)}`;
  return messageView(spoken(words), [section(`:wastebasket: ${words}`)]);
}

/** In the thread of the app that stays. */
export function appMerged({
  by,
  appName,
  from,
  environments,
  profiles,
}: Extract<Message, { kind: 'app_merged' }>): string {
  const came = [
    ...environments.map((kind) => `the environment ${environmentNames[kind]}`),
    ...profiles.map((kind) => `the connector profile of ${environmentNames[kind]}`),
    'its owners and watches',
  ];
  return `:twisted_rightwards_arrows: ${person(by)} merged *${named(from)}* into *${named(appName)}*, as it was the same Zoom app twice. With it came ${wordList(came)}.`;
}
