import type { SupportContact } from '../../core/support_contact.ts';
import type { KnownBlock } from '../blocks/block_types.ts';
import { context } from '../blocks/layout.ts';
import { limits } from '../blocks/limits.ts';
import { channel, escapeMrkdwn, person, sentence, typed } from '../blocks/text.ts';

/** Who mends what no user can. Every text says it in these words, so that the contact can be named after them. */
export const operator = 'whoever runs Greenroom';
export const Operator = sentence(operator);
/** Who changes the settings of the Slack app: mostly the same people. */
export const SlackAppKeeper = 'Whoever looks after the Slack app';

/** With the contact already named behind it, where it is. */
const operators = /(?:whoever runs Greenroom|whoever looks after the Slack app)(?: \()?/gi;

/** The contact in mrkdwn. It can mention one person, and neither a channel nor a group. */
function contactWords(contact: SupportContact): string {
  switch (contact.kind) {
    case 'person':
      return person(contact.userId);
    case 'channel':
      return channel(contact.channelId);
    case 'email':
      return `<mailto:${encodeURI(contact.address)}|${escapeMrkdwn(contact.address)}>`;
    case 'url':
      return `<${escapeMrkdwn(contact.url)}>`;
    case 'text':
      return typed(contact.text, limits.shown.contact);
  }
}

/** Where Slack shows plain text only: '' for an id, which would be shown as such. */
function plainWords(contact: SupportContact): string {
  switch (contact.kind) {
    case 'person':
    case 'channel':
      return '';
    case 'email':
      return contact.address;
    case 'url':
      return contact.url;
    case 'text':
      return typed(contact.text, limits.shown.contact);
  }
}

/** Where it does not fit any more, it is left out. */
function nameIn(text: string, words: string, most: number = limits.context.text): string {
  if (words === '') return text;
  const named = text.replace(operators, (found) => (found.endsWith('(') ? found : `${found} (${words})`));
  return named.length <= most ? named : text;
}

/** In plain text, such as the error at a field. */
export function nameContactPlainly(text: string, contact: SupportContact | null): string {
  return contact === null ? text : nameIn(text, plainWords(contact));
}

/** In mrkdwn outside of blocks. */
export function nameContactInText(text: string, contact: SupportContact | null): string {
  return contact === null ? text : nameIn(text, contactWords(contact));
}

/**
 * Names the contact wherever a message or view says who runs Greenroom. Only in mrkdwn: fields keep what was typed into them.
 * Without a contact, or where none is needed, it stays the same object.
 */
export function nameContact<Shown extends object>(shown: Shown, contact: SupportContact | null): Shown {
  if (contact === null) return shown;
  const json = JSON.stringify(shown);
  if (json.search(operators) < 0) return shown;
  const words = contactWords(contact);
  return JSON.parse(json, (key, value) => {
    const holdsText = typeof value?.text === 'string' && (value.type === 'mrkdwn' || key === '');
    return holdsText ? { ...value, text: nameIn(value.text, words) } : value;
  });
}

/** At the end of help and App Home; nothing without a contact. */
export function contactBlocks(contact: SupportContact | null = null): KnownBlock[] {
  if (contact === null) return [];
  return [context(`A question, or something does not work? Ask ${operator}.`)];
}
