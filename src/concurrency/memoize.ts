/** Computed at first use, then kept. For constants that cost time to build; never for anything that changes. */
export function memoize<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Computed once for each object, and kept as long as the object is: what many people are shown at the same moment is one
 * object. What else is passed must follow from the object. For a frozen object it is computed each time.
 *
 * Kept in the object itself, where no copy takes it along. A WeakMap with an entry for each request makes V8's scavenger copy
 * every value of it, dead or not: that was a fifth of the processor time of a card.
 */
export function memoizeByObject<Key extends object, Rest extends readonly unknown[], T>(
  make: (key: Key, ...rest: Rest) => T,
): (key: Key, ...rest: Rest) => T {
  const memo: unique symbol = Symbol('memo');
  type Memoized = Key & { readonly [memo]?: { readonly value: T } };
  return (key: Memoized, ...rest) => {
    const known = key[memo];
    if (known !== undefined) return known.value;
    const value = make(key, ...rest);
    if (Object.isExtensible(key)) Object.defineProperty(key, memo, { value: { value } });
    return value;
  };
}

/**
 * Computed once for each list of arguments (by their JSON), the newest `maxKeys` of them kept. For pure functions that are
 * called with the same few arguments; a longer key than `maxKeyLength` is computed each time.
 */
export function memoizeByKey<Args extends readonly unknown[], T>(
  make: (...args: Args) => T,
  { maxKeys, maxKeyLength }: { readonly maxKeys: number; readonly maxKeyLength: number },
): (...args: Args) => T {
  const all = new Map<string, { readonly value: T }>();
  return (...args) => {
    const key = JSON.stringify(args);
    const made = all.get(key) ?? { value: make(...args) };
    if (key.length <= maxKeyLength) all.set(key, made);
    const [oldest] = all.keys();
    if (all.size > maxKeys && oldest !== undefined) all.delete(oldest);
    return made.value;
  };
}
