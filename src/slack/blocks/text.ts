import { own } from '../../core/own_property.ts';
import { isUserId } from '../../core/slack_ids.ts';
import { cutWhole } from '../../core/text/cut.ts';
import { limits } from './limits.ts';

// Characters that turn the direction of the text after them, and those that cannot be seen at all. The two joiners
// (U+200C, U+200D) stay: Persian and emoji need them.
const unseen = /[\p{Cc}\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]+/gu;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const lookAlikes: Readonly<Record<string, string>> = { '*': '∗', '~': '∼', '`': 'ˋ', _: 'ˍ' };

/** `&`, `<` and `>` are all that Slack reads as its own; escaped, no mention, link or date can be typed. */
export function escapeMrkdwn(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** What a person typed as one line of plain text: no line breaks, nothing invisible, not longer than `max`. */
export function plainLine(text: string, max: number = limits.shown.name): string {
  const line = text
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(unseen, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  const short = cut(line, max);
  // Isolated (U+2068..U+2069), so that right-to-left words do not reorder the sentence around them.
  return rightToLeft.test(short) ? `\u2068${short}\u2069` : short;
}

/** What a person typed, as one harmless line of mrkdwn: it shows as typed and calls nobody. */
export function typed(text: string, max: number = limits.shown.name): string {
  const quiet = plainLine(text, max)
    .replace(/[*~`]/g, (sign) => lookAlikes[sign] ?? sign)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, 'ˍ')
    .replace(/@(?=channel|here|everyone)/giu, '@\u2060');
  return escapeMrkdwn(quiet);
}

/** The name of a Zoom app or a profile inside a sentence. */
export function named(name: string): string {
  return typed(name) || 'unnamed';
}

/** A link in mrkdwn. `label` is escaped text; a bar would end it in some clients. */
export function link(url: string, label: string): string {
  return `<${url}|${label.replaceAll('|', '¦')}>`;
}

/** At most `max` UTF-16 units, ending in `…` when cut; never cuts a character, an entity or a `<…>` token in two. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = Math.max(0, max - 1);
  const open = text.lastIndexOf('<', end - 1);
  if (open > text.lastIndexOf('>', end - 1) && /^<[@#!h]/.test(text.slice(open))) end = open;
  const entity = /&[a-z]{0,4}$/.exec(text.slice(0, end));
  if (entity !== null && /^&(amp|lt|gt);/.test(text.slice(entity.index))) end = entity.index;
  return `${cutWhole(text, end).trimEnd()}…`;
}

/** The same of mrkdwn: code and bold text that the cut would leave open end there. */
export function cutMrkdwn(text: string, max: number): string {
  if (text.length <= max) return text;
  const short = cut(text, max - 2);
  const closed = (sign: string): string => (short.split(sign).length % 2 === 0 ? sign : '');
  return short + closed('`') + closed('*');
}

const conversationId = /^[CDG][A-Z0-9]{1,30}$/;

/** What stands where no user id does: Greenroom's own actions, and those of people who were forgotten. */
const notUsers: Readonly<Record<string, string>> = {
  greenroom: 'Greenroom',
  forgotten: 'a person no longer named',
};

/** `<@U…>`, or the text itself when it is no Slack user id. */
export function person(id: string): string {
  return isUserId(id) ? `<@${id}>` : (own(notUsers, id) ?? typed(id));
}

export function channel(id: string): string {
  return conversationId.test(id) ? `<#${id}>` : 'the channel';
}

/** "<@U1>, <@U2> and 98 more" */
export function people(ids: readonly string[], max: number = limits.shown.people): string {
  if (ids.length === 0) return 'nobody';
  const shown = ids.slice(0, max).map(person);
  const more = ids.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : wordList(shown);
}

/** "a", "a and b", "a, b and c" */
export function wordList(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

/** "1 scope", "2 scopes" */
export function count(n: number, one: string, many = `${one}s`): string {
  // Most are small, and `toLocaleString` creates a formatter for each call.
  const figure = n < 1_000 ? String(n) : n.toLocaleString('en');
  return `${figure} ${n === 1 ? one : many}`;
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
