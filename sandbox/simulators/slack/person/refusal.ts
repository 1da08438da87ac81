/** What a person at the keyboard could not do: the button is not there, the option not offered, the field too short. */
export class CannotDo extends Error {
  override readonly name = 'CannotDo';
}

/** What never appeared while a person waited. The message shows what was on screen. */
export class NotSeen extends Error {
  override readonly name = 'NotSeen';
}

export type Pattern = string | RegExp;

export const matches = (text: string, pattern: Pattern): boolean =>
  typeof pattern === 'string' ? text.includes(pattern) : text.search(pattern) >= 0;

/** The one item with this name: exactly so, else the only one that contains it. Throws with what there is. */
export function theOne<T>(
  items: readonly T[],
  name: string,
  namesOf: (item: T) => readonly string[],
  what: string,
): T {
  const all = items.map((item) => ({ item, names: namesOf(item) }));
  const exact = all.filter(({ names }) => names.includes(name));
  const loose = all.filter(({ names }) => names.some((n) => n.toLowerCase().includes(name.toLowerCase())));
  const found = exact.length > 0 ? exact : loose;
  const [first, second] = found;
  const offered = all.map(({ names }) => `"${names[0] ?? ''}"`).join(', ') || 'nothing';
  if (first === undefined) throw new CannotDo(`There is no ${what} "${name}". There is: ${offered}`);
  if (second !== undefined) throw new CannotDo(`${what} "${name}" is ambiguous. There is: ${offered}`);
  return first.item;
}
