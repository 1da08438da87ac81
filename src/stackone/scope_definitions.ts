import { z } from 'zod';
import type { Inclusion } from '../core/scopes/plan/included_scopes.ts';
import { plainText } from './schema.ts';

/** O29: an item that cannot be read says nothing. */
export const scopeDefinitions = z
  .array(
    z
      .object({ name: plainText, includes: z.array(plainText) })
      .nullable()
      .catch(null),
  )
  .optional()
  .catch(undefined);

export type ScopeDefinition = NonNullable<z.infer<typeof scopeDefinitions>>[number];

/** Sorted, each scope once; those that include nothing are left out. */
export function inclusionsIn(definitions: readonly ScopeDefinition[]): readonly Inclusion[] {
  const byName = new Map<string, Set<string>>();
  for (const one of definitions) {
    if (one === null || one.includes.length === 0) continue;
    byName.set(one.name, new Set([...(byName.get(one.name) ?? []), ...one.includes]));
  }
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([scope, includes]) => ({ scope, includes: [...includes].sort() }));
}
