import { catalogue } from '../catalogue/catalogue.ts';
import { type Inclusion, includedBases } from './included_scopes.ts';
import { actionIn, baseOf } from './needs.ts';
import type { Plan } from './plan_scopes.ts';

/**
 * Scopes of a token, as a person pasted them. Greenroom never holds a token, and no API of Zoom's names its scopes later.
 * `all`: its scopes, from the answer that brought it. `lacking`: scopes that one of Zoom's errors names; the others stay
 * unknown.
 */
export interface Granted {
  readonly kind: 'all' | 'lacking';
  readonly scopes: readonly string[];
}

/** One scope in the three columns. `granted` is null where that is not known. */
export interface ComparedScope {
  readonly scope: string;
  /** null: not known, because the catalogue lacks the scope at the level of the app. */
  readonly required: boolean | null;
  readonly declared: boolean;
  readonly granted: boolean | null;
  /** What the scope is required for. */
  readonly reasons: readonly string[];
  /** What the app could not do any more without it: operations and events that no other declared scope opens. */
  readonly lost: readonly string[];
}

export interface Comparison {
  readonly rows: readonly ComparedScope[];
  /** Required and not declared. */
  readonly missing: readonly ComparedScope[];
  /** Required by StackOne alone, and not declared; by what StackOne says, a declared scope includes them. */
  readonly included: readonly ComparedScope[];
  /** Declared and not required. */
  readonly tooMuch: readonly ComparedScope[];
  /** Declared and not in the token: the app has to be authorized again. Empty while `granted` is unknown. */
  readonly notGranted: readonly ComparedScope[];
  /** Zoom's error names them, and they are not declared. Several are usually alternatives: one is enough. */
  readonly askedFor: readonly ComparedScope[];
}

/**
 * What the needs require, what the app declares, and what a token was granted, side by side; sorted by scope. `inclusions`: which
 * scopes include others, as StackOne says.
 */
export function compareScopes(
  plan: Plan,
  declared: readonly string[],
  granted: Granted | null,
  inclusions: readonly Inclusion[] = [],
): Comparison {
  const required = new Map(plan.scopes.map(({ scope, reasons }) => [scope, reasons]));
  const all = [...new Set([...required.keys(), ...declared, ...(granted?.scopes ?? [])])].sort();
  const own = new Set(declared);
  const openers = openersOf(declared);
  const doubtful = new Set(plan.unmet.flatMap(({ known }) => known));
  const rows = all.map((scope) => ({
    scope,
    required: required.has(scope) || (doubtful.has(scope) ? null : false),
    declared: own.has(scope),
    granted: isGranted(scope, granted),
    reasons: required.get(scope) ?? [],
    lost: own.has(scope) ? openedBy(scope).filter((name) => openers.get(name) === 1) : [],
  }));
  const lacking = rows.filter((row) => row.required === true && !row.declared);
  const bases = includedBases(declared, inclusions);
  const isIncluded = ({ scope, reasons }: ComparedScope): boolean =>
    bases.has(baseOf(scope)) && reasons.every((need) => actionIn(need) !== null);
  return {
    rows,
    missing: lacking.filter((row) => !isIncluded(row)),
    included: lacking.filter(isIncluded),
    tooMuch: rows.filter((row) => row.declared && row.required === false),
    notGranted: rows.filter((row) => row.declared && row.granted === false),
    askedFor: rows.filter((row) => granted?.kind === 'lacking' && row.granted === false && !row.declared),
  };
}

function isGranted(scope: string, granted: Granted | null): boolean | null {
  if (granted === null) return null;
  const isNamed = granted.scopes.includes(scope);
  if (granted.kind === 'all') return isNamed;
  return isNamed ? false : null;
}

/** How many of the declared scopes open an operation or an event. */
function openersOf(declared: readonly string[]): ReadonlyMap<string, number> {
  const openers = new Map<string, number>();
  for (const scope of new Set(declared))
    for (const name of openedBy(scope)) openers.set(name, (openers.get(name) ?? 0) + 1);
  return openers;
}

function openedBy(scope: string): readonly string[] {
  const row = catalogue.find(scope);
  return row === undefined ? [] : [...row.operations, ...row.events];
}
