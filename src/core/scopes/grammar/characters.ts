/**
 * Invisible characters that come with a copied list: zero-width, bidi marks and overrides, soft hyphen,
 * variation selectors, byte order mark.
 */
export const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u034f/gu;

const VISIBLE_WORD = /^[!-~]*$/;

/** Letters of other scripts, each over the letter it looks like. In lower case: scopes are put into it before they are parsed. */
const LOOK_ALIKES: readonly (readonly [script: LookalikeKind, letters: string, meant: string])[] = [
  ['cyrillic', 'аеорсухіјѕһԁԛԝҽгѵьвкмнт', 'aeopcyxijshdqwervbbkmht'],
  ['greek', 'αοιυνκρτεγχωηϲϳβζμ', 'aoiuvkpteyxwncjbzm'],
  ['armenian', 'օսոցհյ', 'ounghj'],
  ['latin', 'ɑɡɩıȷ', 'agiij'],
];
const COLONS = '：﹕∶꞉ː׃։᛬⁚︓';
const LOW_LINES = '＿‗﹍﹎﹏';
const HYPHENS = '-‐‑‒–−－';

/** A letter of that script; a sign of punctuation; a hyphen; a full-width or ornamental form of the character itself. */
export type LookalikeKind = 'cyrillic' | 'greek' | 'armenian' | 'latin' | 'sign' | 'hyphen' | 'variant';

export interface LookAlike {
  readonly kind: LookalikeKind;
  readonly meant: string;
}

const lookAlikes: ReadonlyMap<string, LookAlike> = new Map([
  ...LOOK_ALIKES.flatMap(([script, letters, meant]) =>
    [...letters].map((letter, at) => entry(letter, script, meant[at] ?? '')),
  ),
  ...[...COLONS].map((sign) => entry(sign, 'sign', ':')),
  ...[...LOW_LINES].map((sign) => entry(sign, 'sign', '_')),
  ...[...HYPHENS].map((sign) => entry(sign, 'hyphen', '_')),
]);

/** What this character was probably meant to be. Covers full-width and ornamental Latin letters too. */
export function lookAlike(character: string): LookAlike | undefined {
  const known = lookAlikes.get(character);
  if (known !== undefined) return known;
  const plain = character.normalize('NFKC').toLowerCase();
  return plain !== character && /^[a-z0-9_:]$/.test(plain) ? { kind: 'variant', meant: plain } : undefined;
}

/** The word with every look-alike replaced. */
export function inPlainLetters(word: string): string {
  return [...word].map((character) => lookAlike(character)?.meant ?? character).join('');
}

/** The first character that no scope can hold. */
export function firstForeign(word: string): string | undefined {
  return [...word].find((character) => !/^[a-z0-9_:]$/.test(character));
}

/** Without invisible characters, and with one space for every run of white space. */
export function tidy(text: string): string {
  // Most words of a paste are tidy already.
  if (VISIBLE_WORD.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

function entry(character: string, kind: LookalikeKind, meant: string): readonly [string, LookAlike] {
  return [character, { kind, meant }];
}
