import { trimEnd } from './trim_end.ts';

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

const HALF = '\ufffd';
const JOINER = '\u200d';

/** The first letter that may join the one before it: up to here are letters, digits and signs of Western scripts. */
const FIRST_JOINING = 0x300;

/**
 * The beginning of a text, at most `most` UTF-16 units (Slack counts characters, which are never more). Cuts between whole
 * characters as people see them: no emoji, flag or letter with its accents is cut in two.
 */
export function cutWhole(text: string, most: number): string {
  if (text.length <= most) return text;
  if (text.charCodeAt(most - 1) < FIRST_JOINING && text.charCodeAt(most) < FIRST_JOINING)
    return text.slice(0, most);
  const begin = characters.segment(text).containing(most)?.index ?? 0;
  if (begin > 0) return text.slice(0, begin);
  // One character, such as a letter with many accents, is longer than `most`.
  const beginning = text.slice(0, most).toWellFormed();
  return trimEnd(beginning, (character) => character === HALF || character === JOINER);
}
