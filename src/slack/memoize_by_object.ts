/**
 * Makes something once for each object, however often it is asked for: what many people are shown at the same moment is one object.
 * What else is given must follow from the object.
 */
export function perObject<Given extends object, Rest extends readonly unknown[], Made>(
  make: (given: Given, ...rest: Rest) => Made,
): (given: Given, ...rest: Rest) => Made {
  const all = new WeakMap<Given, { readonly made: Made }>();
  return (given, ...rest) => {
    const known = all.get(given) ?? { made: make(given, ...rest) };
    all.set(given, known);
    return known.made;
  };
}
