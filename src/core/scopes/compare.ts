import { catalogue } from './catalogue.ts';
import type { Plan } from './plan.ts';

/** One scope in the three columns. `granted` is null as long as nobody has shown a token's scopes. */
export interface ComparedScope {
  readonly scope: string;
  readonly required: boolean;
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
  /** Declared and not required. */
  readonly tooMuch: readonly ComparedScope[];
  /** Declared and not in the token: the app has to be authorized again. Empty without a token. */
  readonly notGranted: readonly ComparedScope[];
}

/** What the needs require, what the app declares, and what a token was granted, side by side; sorted by scope. */
export function compareScopes(
  plan: Plan,
  declared: readonly string[],
  granted: readonly string[] | null,
): Comparison {
  const required = new Map(plan.scopes.map(({ scope, reasons }) => [scope, reasons]));
  const all = [...new Set([...required.keys(), ...declared, ...(granted ?? [])])].sort();
  const rows = all.map((scope) => ({
    scope,
    required: required.has(scope),
    declared: declared.includes(scope),
    granted: granted === null ? null : granted.includes(scope),
    reasons: required.get(scope) ?? [],
    lost: declared.includes(scope) ? lostWithout(scope, declared) : [],
  }));
  return {
    rows,
    missing: rows.filter((row) => row.required && !row.declared),
    tooMuch: rows.filter((row) => row.declared && !row.required),
    notGranted: rows.filter((row) => row.declared && row.granted === false),
  };
}

function lostWithout(scope: string, declared: readonly string[]): readonly string[] {
  const others = declared.filter((other) => other !== scope).flatMap((other) => catalogue.find(other) ?? []);
  const kept = new Set(others.flatMap((row) => [...row.operations, ...row.events]));
  const row = catalogue.find(scope);
  return row === undefined ? [] : [...row.operations, ...row.events].filter((name) => !kept.has(name));
}
