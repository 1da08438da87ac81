/**
 * A text that was rewritten, and where each of its characters comes from in the text as it was pasted. What stands for a
 * character is never longer than what it replaces.
 */
export interface PasteText {
  readonly text: string;
  /** Offset in the paste of the character that begins here, in UTF-16 units. */
  startOf(at: number): number;
  /** Offset in the paste behind the character that ends here. */
  endOf(at: number): number;
}

export function pasted(text: string): PasteText {
  return { text, startOf: (at) => at, endOf: (at) => at };
}

/**
 * Every match replaced; `undefined` leaves it as it is. `at` is its offset in the text before. Linear in the length of the
 * text if the expression is.
 */
export function rewritten(
  before: PasteText,
  pattern: RegExp,
  replace: (match: RegExpExecArray, text: string) => string | undefined,
): PasteText {
  const out: string[] = [];
  const starts = new Uint32Array(before.text.length + 1);
  const ends = new Uint32Array(before.text.length + 1);
  let length = 0;
  let from = 0;
  const keep = (until: number) => {
    for (let at = from; at < until; at += 1) {
      starts[length] = before.startOf(at);
      length += 1;
      ends[length] = before.endOf(at + 1);
    }
    out.push(before.text.slice(from, until));
    from = until;
  };
  for (const match of before.text.matchAll(pattern)) {
    const replacement = replace(match, before.text);
    const size = match[0].length;
    if (replacement === undefined || replacement.length > size) continue;
    keep(match.index);
    for (let at = 0; at < replacement.length; at += 1) {
      starts[length] = before.startOf(match.index);
      length += 1;
      ends[length] = before.endOf(match.index + size);
    }
    out.push(replacement);
    from = match.index + size;
  }
  if (from === 0) return before;
  keep(before.text.length);
  starts[length] = before.endOf(before.text.length);
  return {
    text: out.join(''),
    startOf: (at) => starts[at] ?? 0,
    endOf: (at) => ends[at] ?? 0,
  };
}
