import { catalogue } from '../catalogue/catalogue.ts';
import { type Act, actOf } from '../catalogue/scope_details.ts';
import type { ManagementType } from '../grammar/scope_level.ts';
import { type Need, type Unmet, waysOf, writeNeed } from './needs.ts';

export interface PlannedScope {
  readonly scope: string;
  /** The needs it is for, as `writeNeed` writes them. */
  readonly reasons: readonly string[];
}

export interface Plan {
  readonly managementType: ManagementType;
  /** The least set that meets the needs; sorted. */
  readonly scopes: readonly PlannedScope[];
  /** Needs, or parts of them, that no known scope of this management type meets. `known`: what there is instead. */
  readonly unmet: readonly {
    readonly need: string;
    readonly why: Unmet;
    readonly known: readonly string[];
  }[];
  /** Needs that take no scope, as far as is listed. */
  readonly scopeless: readonly string[];
}

interface Group {
  readonly need: string;
  readonly scopes: readonly string[];
}

/**
 * The fewest scopes for the needs. What has only one way is taken first; of several ways, one that is taken already,
 * else the one that meets most of what is left and does least harm. Neither order nor repeats of the needs matter.
 */
export function planScopes(needs: readonly Need[], managementType: ManagementType): Plan {
  const unique = new Map(needs.map((need) => [writeNeed(need), need]));
  const ways = [...unique].sort(([a], [b]) => (a < b ? -1 : 1));
  const groups: Group[] = [];
  const unmet: Plan['unmet'][number][] = [];
  const scopeless: string[] = [];
  for (const [name, need] of ways) {
    const found = waysOf(need, managementType);
    groups.push(...found.groups.map((scopes) => ({ need: name, scopes })));
    unmet.push(...found.unmet.map((each) => ({ need: name, ...each })));
    if (found.groups.length + found.unmet.length === 0) scopeless.push(name);
  }
  const taken = choose(groups);
  const reasons = new Map<string, Set<string>>([...taken].sort().map((scope) => [scope, new Set()]));
  for (const { need, scopes } of groups) for (const scope of scopes) reasons.get(scope)?.add(need);
  return {
    managementType,
    scopes: [...reasons].map(([scope, needs]) => ({ scope, reasons: [...needs] })),
    unmet,
    scopeless,
  };
}

function choose(groups: readonly Group[]): ReadonlySet<string> {
  const taken = new Set(groups.flatMap(({ scopes }) => (scopes.length === 1 ? scopes : [])));
  for (;;) {
    const open = groups.filter(({ scopes }) => !scopes.some((scope) => taken.has(scope)));
    const candidates = [...new Set(open.flatMap(({ scopes }) => scopes))];
    const [best] = candidates.sort(
      (a, b) => meets(b, open) - meets(a, open) || harm(a) - harm(b) || (a < b ? -1 : 1),
    );
    if (best === undefined) return withoutSpare(taken, groups);
    taken.add(best);
  }
}

/** A scope that was chosen early may be needless after a later one. */
function withoutSpare(taken: ReadonlySet<string>, groups: readonly Group[]): ReadonlySet<string> {
  const kept = new Set(taken);
  for (const scope of [...taken].sort((a, b) => harm(b) - harm(a))) {
    const own = groups.filter(({ scopes }) => scopes.includes(scope));
    if (own.every(({ scopes }) => scopes.some((other) => other !== scope && kept.has(other))))
      kept.delete(scope);
  }
  return kept;
}

function meets(scope: string, open: readonly Group[]): number {
  return open.filter(({ scopes }) => scopes.includes(scope)).length;
}

const HARM: Readonly<Record<Act, number>> = { read: 0, write: 1000, delete: 2000 };

/** Reading before writing before deleting; then whatever opens fewer operations. */
function harm(scope: string): number {
  return HARM[actOf(scope)] + (catalogue.find(scope)?.operations.length ?? 0);
}
