/** Makes a value at first use and keeps it. For constants that cost time to build; never for anything that changes. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
