/** Computed at first use, then kept. For constants that cost time to build; never for anything that changes. */
export function memoize<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A value for each of some objects, which is kept as long as its object is. */
export interface ObjectMemo<Key extends object, T> {
  get(key: Key): { readonly value: T } | undefined;
  /** For a frozen object nothing is kept. */
  set(key: Key, value: T): void;
}

/**
 * Keeps each value in its object, where no copy takes it along. A WeakMap with an entry for each request makes V8's scavenger
 * copy every value of it, dead or not: that was a fifth of the processor time of a card.
 */
export function createObjectMemo<Key extends object, T>(): ObjectMemo<Key, T> {
  const memo: unique symbol = Symbol('memo');
  type Memoized = Key & { readonly [memo]?: { readonly value: T } };
  return {
    get: (key: Memoized) => key[memo],
    set(key, value) {
      // Configurable: two may compute it at the same time, and the later value replaces the earlier one.
      if (Object.isExtensible(key))
        Object.defineProperty(key, memo, { value: { value }, configurable: true });
    },
  };
}

/**
 * Computed once for each object: what many people are shown at the same moment is one object. What else is passed must follow from
 * the object. For a frozen one it is computed each time.
 */
export function memoizeByObject<Key extends object, Rest extends readonly unknown[], T>(
  make: (key: Key, ...rest: Rest) => T,
): (key: Key, ...rest: Rest) => T {
  const all = createObjectMemo<Key, T>();
  return (key, ...rest) => {
    const known = all.get(key);
    if (known !== undefined) return known.value;
    const value = make(key, ...rest);
    all.set(key, value);
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
