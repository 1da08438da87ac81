/**
 * What a table holds under a name that comes from outside. `constructor` and `__proto__` are in every object without being in
 * the table: `table[name]` would give a function of the language for them.
 */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
