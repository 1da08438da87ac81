import { cutWhole } from './cut.ts';

export interface TextParts {
  readonly parts: readonly string[];
  /** How many characters (UTF-16 units) at the end are in no part; 0: it is all there. */
  readonly left: number;
}

/**
 * A text in at most `parts` parts of at most `length` UTF-16 units each. It is divided at line ends, which are then in neither part;
 * a line that is too long for a part is divided between whole characters.
 */
export function divideText(
  text: string,
  most: { readonly parts: number; readonly length: number },
): TextParts {
  const parts: string[] = [];
  let rest = text;
  while (rest !== '' && parts.length < most.parts) {
    const { part, next } = firstPart(rest, most.length);
    parts.push(part);
    rest = rest.slice(next);
  }
  return { parts, left: rest.length };
}

/** `next`: where the rest begins. */
function firstPart(text: string, length: number): { readonly part: string; readonly next: number } {
  if (text.length <= length) return { part: text, next: text.length };
  const end = text.lastIndexOf('\n', length);
  if (end > 0) return { part: text.slice(0, end), next: end + 1 };
  // A single character may be longer than a part (many accents): then it is divided all the same.
  const part = cutWhole(text, length) || text.slice(0, length);
  return { part, next: part.length };
}
