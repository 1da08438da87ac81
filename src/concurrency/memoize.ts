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
 * object. What else is passed must follow from the object.
 */
export function memoizeByObject<Key extends object, Rest extends readonly unknown[], T>(
  make: (key: Key, ...rest: Rest) => T,
): (key: Key, ...rest: Rest) => T {
  const all = new WeakMap<Key, { readonly value: T }>();
  return (key, ...rest) => {
    const known = all.get(key);
    if (known !== undefined) return known.value;
    const value = make(key, ...rest);
    all.set(key, { value });
    return value;
  };
}
