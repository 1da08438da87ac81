import { createHash } from 'node:crypto';
import type { JsonObject } from '../../json.ts';

/** `<…>` of mrkdwn, or a run of what `:emoji:` are made of. Linear: neither part can begin where the other goes on. */
const TOKEN = /<([^<>|]+)(?:\|([^<>]*))?>|[\w:+-]+/g;
const ONLY_EMOJI = /^(?::[a-z0-9_+-]+:)+$/;
const EMOJI = /:[a-z0-9_+-]+:/g;

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const words = (text: string): JsonObject[] => (text === '' ? [] : [{ type: 'text', text: unescaped(text) }]);

function wrapped(target: string, label: string | undefined): JsonObject {
  if (target.startsWith('@')) return { type: 'user', user_id: target.slice(1) };
  if (target.startsWith('#')) return { type: 'channel', channel_id: target.slice(1) };
  if (/^!(?:here|channel|everyone)$/.test(target)) return { type: 'broadcast', range: target.slice(1) };
  if (target.startsWith('!')) return { type: 'text', text: unescaped(label ?? target) };
  const url = unescaped(target);
  return label === undefined ? { type: 'link', url } : { type: 'link', url, text: unescaped(label) };
}

function emojiIn(run: string): JsonObject[] {
  return [...run.matchAll(EMOJI)].map(([sign]) => ({ type: 'emoji', name: sign.slice(1, -1) }));
}

function pieces(text: string): JsonObject[] {
  let from = 0;
  const found = [...text.matchAll(TOKEN)].flatMap((match) => {
    const [whole, target, label] = match;
    if (target === undefined && !ONLY_EMOJI.test(whole)) return [];
    const before = words(text.slice(from, match.index));
    from = match.index + whole.length;
    return [...before, ...(target === undefined ? emojiIn(whole) : [wrapped(target, label)])];
  });
  return [...found, ...words(text.slice(from))];
}

/**
 * The rich_text block that Slack makes of a message that came as text, people's and apps' alike (sure: recorded messages of both).
 * Bold and other styles stay marks in the text here. The block id is the same whenever the message is shown.
 */
export function blocksOfText(text: string, ts: string): JsonObject[] {
  if (text === '') return [];
  const block_id = createHash('sha256').update(ts).digest('base64').slice(0, 5);
  return [{ type: 'rich_text', block_id, elements: [{ type: 'rich_text_section', elements: pieces(text) }] }];
}
