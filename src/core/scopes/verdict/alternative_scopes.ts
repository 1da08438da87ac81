import { catalogue } from '../catalogue/catalogue.ts';
import { leaveFor } from '../catalogue/special_scopes.ts';
import type { ManagementType } from '../grammar/scope_level.ts';
import { classicLevel, readShape } from '../grammar/scope_shape.ts';
import type { FoundScope } from '../parse/parse_paste.ts';

/** What fits of one list of alternatives. */
interface Fitting {
  best: 'granular' | 'classic';
  /** Granular ones, without their level. */
  readonly bases: Set<string>;
}

/**
 * The scopes of a paste that are meant for this management type. Zoom's missing-scope errors list alternatives, of both
 * levels and classic ones too, of which one is enough, so those for the other type are dropped. A scope whose form for this
 * type exists and is not in the list is no alternative to the others: it stays and is judged. Where none fits, all stay.
 */
export function meantFor(
  found: readonly FoundScope[],
  managementType: ManagementType,
): readonly FoundScope[] {
  const lists = new Map<number, Fitting>();
  for (const { alternativeOf, normalised } of found) {
    const fit = fitOf(normalised, managementType);
    if (alternativeOf === undefined || fit === undefined) continue;
    const list = lists.get(alternativeOf) ?? { best: fit, bases: new Set() };
    lists.set(alternativeOf, list);
    if (fit === 'classic') continue;
    list.best = fit;
    list.bases.add(baseOf(normalised));
  }
  return found.filter(({ alternativeOf, normalised }) => {
    const list = alternativeOf === undefined ? undefined : lists.get(alternativeOf);
    if (list === undefined || fitOf(normalised, managementType) === list.best) return true;
    return !catalogue.isClassic(normalised) && isMissing(baseOf(normalised), list, managementType);
  });
}

/** Is there a form for this kind of app, or might there be, that is not among those listed? */
function isMissing(base: string, { bases }: Fitting, managementType: ManagementType): boolean {
  if (bases.has(base)) return false;
  const rows = catalogue.levelsOf(base);
  return rows.length === 0 || rows.some((row) => leaveFor(row, managementType) === 'ok');
}

function baseOf(scope: string): string {
  return catalogue.find(scope)?.base ?? readShape(scope)?.base ?? scope;
}

function fitOf(scope: string, managementType: ManagementType): Fitting['best'] | undefined {
  const row = catalogue.find(scope);
  if (row !== undefined) return leaveFor(row, managementType) === 'ok' ? 'granular' : undefined;
  return catalogue.isClassic(scope) && classicLevel(scope) === managementType ? 'classic' : undefined;
}
