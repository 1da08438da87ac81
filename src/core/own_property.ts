/**
 * The entry of a table for a name from outside. Every object inherits `constructor` and `__proto__`, so `table[name]` would
 * return those for such names.
 */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
