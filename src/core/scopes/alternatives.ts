import { catalogue } from './catalogue.ts';
import type { FoundScope } from './grammar.ts';
import type { ManagementType } from './level.ts';
import { classicLevel } from './shape.ts';
import { leaveFor } from './special.ts';

/**
 * What of a paste is meant for an app of this kind. Zoom's missing-scope errors list alternatives, of both levels and
 * classic ones too, of which one is enough: those of the other kind are no mistake of anybody's. Where none of the
 * alternatives fits, all are left, to be judged.
 */
export function meantFor(
  found: readonly FoundScope[],
  managementType: ManagementType,
): readonly FoundScope[] {
  const fitting = new Map<number, 'granular' | 'classic'>();
  for (const { alternativeOf, normalised } of found) {
    if (alternativeOf === undefined) continue;
    const fit = fitOf(normalised, managementType);
    if (fit !== undefined && fitting.get(alternativeOf) !== 'granular') fitting.set(alternativeOf, fit);
  }
  if (fitting.size === 0) return found;
  return found.filter(({ alternativeOf, normalised }) => {
    const best = alternativeOf === undefined ? undefined : fitting.get(alternativeOf);
    return best === undefined || fitOf(normalised, managementType) === best;
  });
}

function fitOf(scope: string, managementType: ManagementType): 'granular' | 'classic' | undefined {
  const row = catalogue.find(scope);
  if (row !== undefined) return leaveFor(row, managementType) === 'ok' ? 'granular' : undefined;
  return catalogue.isClassic(scope) && classicLevel(scope) === managementType ? 'classic' : undefined;
}
