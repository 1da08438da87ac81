import { trimEnd } from '../../text/trim_end.ts';
import { catalogue } from './catalogue.ts';

/** Version of the packed format: rows are numbered, so a list can only be unpacked with the catalogue that packed it. */
function stamp(): string {
  return `${catalogue.version}.${catalogue.scopes.length}`;
}

/** One bit a row: any number of known scopes takes the same 470 characters. */
const ROW_BITS = 6;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * A list of scopes as a short text, so that a button can carry it without anything being stored. Order and repeats are
 * lost. Null when it would take more than `most` characters: too many scopes that are not in the catalogue.
 */
export function packScopes(scopes: readonly string[], most: number): string | null {
  const wanted = new Set(scopes);
  const known = catalogue.scopes.map((row) => wanted.delete(row.scope));
  const others = [...wanted].filter((scope) => !/\s/.test(scope));
  const text = [stamp(), digitsOf(known), ...others].join(' ');
  return others.length < wanted.size || text.length > most ? null : text;
}

/** The list that `packScopes` wrote, in the catalogue's order; null for a text of another catalogue or of another kind. */
export function unpackScopes(text: string): readonly string[] | null {
  const [mark, digits = '', ...others] = text.split(' ');
  if (mark !== stamp()) return null;
  const known = catalogue.scopes.filter((_, row) => isSet(digits, row)).map((row) => row.scope);
  return [...known, ...others];
}

function digitsOf(known: readonly boolean[]): string {
  const values: number[] = [];
  known.forEach((is, row) => {
    const at = Math.floor(row / ROW_BITS);
    values[at] = (values[at] ?? 0) | (is ? 1 << (row % ROW_BITS) : 0);
  });
  const digits = values.map((value) => DIGITS[value] ?? '').join('');
  return trimEnd(digits, (digit) => digit === 'A');
}

function isSet(digits: string, row: number): boolean {
  const value = DIGITS.indexOf(digits[Math.floor(row / ROW_BITS)] ?? 'A');
  return (value & (1 << (row % ROW_BITS))) !== 0;
}
