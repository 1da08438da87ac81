import { groupBy } from '../../group_by.ts';
import { baseOf } from './needs.ts';

/** A scope that includes others, as StackOne's `scope_definitions` have it (O29), at whatever level. */
export interface Inclusion {
  readonly scope: string;
  readonly includes: readonly string[];
}

/**
 * Scopes without their level that declared ones include, directly or through others. StackOne says nothing of Zoom with it: what
 * Zoom's own operations take is not met by this.
 */
export function includedBases(
  declared: readonly string[],
  inclusions: readonly Inclusion[],
): ReadonlySet<string> {
  if (inclusions.length === 0) return new Set();
  const included = groupBy(inclusions, ({ scope }) => baseOf(scope));
  const found = new Set<string>();
  const open = declared.map(baseOf);
  for (let base = open.pop(); base !== undefined; base = open.pop()) {
    const more = (included.get(base) ?? []).flatMap(({ includes }) => includes).map(baseOf);
    for (const next of more.filter((one) => !found.has(one))) {
      found.add(next);
      open.push(next);
    }
  }
  return found;
}
