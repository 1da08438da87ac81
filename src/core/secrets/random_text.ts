/** What tells random text, as secrets are, from words, names and documents. */

const count = (text: string, kind: RegExp): number => text.match(kind)?.length ?? 0;

export const hasLetterAndDigit = (text: string): boolean => /\d/.test(text) && /[A-Za-z]/.test(text);

export const hasBothCasesAndDigit = (text: string): boolean =>
  /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);

/** As random letters and digits are: words have fewer capitals, hashes and account numbers fewer small letters or none. */
export const isMixed = (text: string): boolean =>
  /\d/.test(text) && count(text, /[a-z]/g) >= 3 && count(text, /[A-Z]/g) >= 3;

/** In a list of scopes, which have no capitals: a few capitals in a long piece are enough. */
export const hasCapitals = (text: string): boolean =>
  hasBothCasesAndDigit(text) || (/[a-z]/.test(text) && count(text, /[A-Z]/g) >= 6);

/** In a list of scopes: without the underscores that long names have, and with several digits. */
export const hasDigits = (text: string): boolean => /^[a-z0-9]+$/i.test(text) && count(text, /\d/g) >= 3;

/** `ZoomConnectorForEMEAandAPAC2026`: mostly words, with figures in one or two places. Of random secrets one in a thousand is. */
export const isNameLike = (text: string): boolean =>
  (text.match(/[A-Za-z][a-z]{2,}/g) ?? []).filter(canBeSaid).join('').length >= 0.6 * text.length &&
  count(text, /\d+/g) <= 2;

/** A word has a vowel for at most five letters (`Deutschland`); half of the random runs of letters have none. */
const canBeSaid = (letters: string): boolean => count(letters, /[aeiouy]/gi) * 5 >= letters.length;

/** Random letters without a figure, as one random secret in 270 is; names with so many capitals have such words in between. */
export const isScrambled = (text: string): boolean =>
  /^[A-Za-z]+$/.test(text) &&
  count(text, /[A-Z]/g) >= 8 &&
  count(text, /[a-z]/g) >= 6 &&
  !/[Aa]nd|[Ff]or|[Ww]ith|[Tt]he|[Ff]rom/.test(text);

/** As random bytes in base64 are: a path has parts that are words. */
export const isDense = (text: string): boolean =>
  isMixed(text) &&
  count(text, /[A-Z]/g) >= 6 &&
  !isNameLike(text) &&
  !text.split('/').some((part) => part.length > 3 && /^[a-z]+$/.test(part));

/** Images, PDFs and archives in base64 begin so. */
export const isFile = (text: string): boolean =>
  /^(?:iVBORw0KGgo|R0lGOD|\/9j\/|UklGR|JVBERi0|UEsDB|PHN2Zy|H4sI)/.test(text);

/** `before`: what stands in front of the text. */
export const isDocumentLink = (before: string): boolean =>
  /(?:docs|drive|sheets|slides)\.google\.com\/|figma\.com\/|notion\.so\//i.test(
    before.split(/\s/).at(-1) ?? '',
  );
