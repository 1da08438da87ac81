/**
 * The text without the characters at its end for which `drop` is true. Reads each of them once: `/x+$/` would start again at
 * every character of a run inside the text, which is quadratic in its length.
 */
export function trimEnd(text: string, drop: (character: string) => boolean): string {
  let end = text.length;
  while (end > 0) {
    const size = (text.codePointAt(end - 2) ?? 0) > 0xffff ? 2 : 1;
    if (!drop(text.slice(end - size, end))) break;
    end -= size;
  }
  return text.slice(0, end);
}
