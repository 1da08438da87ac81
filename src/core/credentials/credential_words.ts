import { trimEnd } from '../text/trim_end.ts';

const QUOTES = `"'\`´‘’‚‛“”„‟«»‹›＂＇「」『』〝〞`;
const OPENING = new Set([...QUOTES, ...'([{<>*|=:,;\\（【：，']);
const CLOSING = new Set([...QUOTES, ...')]}>*|.,;:!?…\\）】。，；：！？、']);
const BETWEEN = new Set([...QUOTES, ...'()[]{}<>,;&|*?\\（）【】：，；、。']);

/** The text without quotes, brackets and punctuation around it. */
export function unwrap(text: string): string {
  let start = 0;
  for (const character of text) {
    if (!OPENING.has(character) && character.trim() !== '') break;
    start += character.length;
  }
  return trimEnd(text.slice(start), (character) => CLOSING.has(character) || character.trim() === '');
}

/** Words between blanks, quotes, brackets and commas; `Client ID` is one. */
export function wordsInPaste(text: string): readonly string[] {
  const words = [...text]
    .map((character) => (BETWEEN.has(character) ? ' ' : character))
    .join('')
    .split(/\s+/);
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1)?.toLowerCase() ?? '';
    if (PREFIXES.has(before) && /^(?:id|secret|token|key|uri|url)(?![A-Za-z0-9])/i.test(word))
      joined[joined.length - 1] = `${before}_${word}`;
    else if (word !== '') joined.push(word);
  }
  return joined;
}

const PREFIXES: ReadonlySet<string> = new Set([
  'client',
  'app',
  'account',
  'secret',
  'redirect',
  'api',
  'access',
]);
