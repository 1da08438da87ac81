/**
 * A shape that secrets have: where it begins, then a run of letters. Rows are read by a scanner (`find_secrets.ts`) that
 * looks at each letter once; counted repeats in expressions (`[a-z]{20,}`) would cost more than that.
 */
export interface SecretShape {
  readonly name: string;
  /** How it begins; global, of bounded length. Absent: any whole run of these letters may be one. */
  readonly head?: RegExp;
  /** The head is a label that may be shown, such as `client_secret=`. */
  readonly labelled?: true;
  readonly letters: (character: string) => boolean;
  /** Letters after the head. */
  readonly atLeast: number;
  readonly atMost?: number;
  /** What must stand behind the run. */
  readonly before?: string;
  /** What the run must be like, where its length alone would take ordinary words. */
  readonly holds?: (run: string) => boolean;
  /** Not where this is true of the forty letters in front of the run: ids of documents are part of addresses. */
  readonly unlessBehind?: (before: string) => boolean;
  /** Too wide a net for what people type: right for a log, or for a piece with colons in a list of scopes (`id:secret`). */
  readonly only?: 'log' | 'scope_list';
}

const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const alphabet = `${SMALL}${SMALL.toUpperCase()}0123456789`;

type Letters = SecretShape['letters'];

export function onlyLetters(letters: string): Letters {
  const set = new Set(letters);
  return (character) => set.has(character);
}

/** Letters from a to z, figures, and these. */
export const alphanumericAnd = (more: string): Letters => onlyLetters(`${alphabet}${more}`);

export function allLettersBut(letters: string): Letters {
  const set = new Set(letters);
  return (character) => !set.has(character);
}

/** The letters of which most secrets consist. */
export const letterSets = {
  alphanumeric: onlyLetters(alphabet),
  capitals: onlyLetters(`${SMALL.toUpperCase()}0123456789`),
  hex: onlyLetters('abcdefABCDEF0123456789'),
  word: alphanumericAnd('_-'),
  dotted: alphanumericAnd('_-.'),
  base64: alphanumericAnd('+/'),
  value: alphanumericAnd('._~+/=-'),
};
