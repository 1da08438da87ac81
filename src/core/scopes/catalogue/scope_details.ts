import type { ScopeLevel } from '../grammar/scope_level.ts';
import { catalogue } from './catalogue.ts';
import type { CatalogueScope } from './catalogue_types.ts';

/** What a scope lets an app do, at every level where Zoom has it. */
export interface ScopeDetails {
  readonly base: string;
  readonly category: string;
  /** One row a level: user, admin, master, app, none. */
  readonly levels: readonly CatalogueScope[];
  /** `METHOD /path`, of all levels, no repeats. */
  readonly operations: readonly string[];
  readonly events: readonly string[];
  /** Classic scopes that allowed it, of all levels. */
  readonly classic: readonly string[];
  readonly act: Act;
  readonly notes: readonly string[];
}

export type Act = 'read' | 'write' | 'delete';

/** Whose data a scope of this level reaches. */
export type Reach = 'own' | 'account' | 'sub_accounts' | 'app' | 'unknown';

const ORDER: readonly ScopeLevel[] = ['user', 'admin', 'master', 'app', 'none'];
const REACH: Readonly<Record<ScopeLevel, Reach>> = {
  user: 'own',
  admin: 'account',
  master: 'sub_accounts',
  app: 'app',
  none: 'unknown',
};

export function detailsOf(base: string): ScopeDetails | undefined {
  const levels = [...catalogue.levelsOf(base)].sort(
    (a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level),
  );
  const [first] = levels;
  if (first === undefined) return undefined;
  const union = (of: (row: CatalogueScope) => readonly string[]) => [...new Set(levels.flatMap(of))];
  return {
    base,
    category: first.category,
    levels,
    operations: union((row) => row.operations),
    events: union((row) => row.events),
    classic: union((row) => row.classic),
    act: actOf(base),
    notes: union((row) => (row.note === undefined ? [] : [row.note])),
  };
}

/** What a scope does to data, by its action: read, write, update, delete, and two odd ones that write. */
export function actOf(scope: string): Act {
  const action = scope.split(':')[1] ?? '';
  if (action === 'delete') return 'delete';
  return action === 'read' ? 'read' : 'write';
}

export function reachOf(level: ScopeLevel): Reach {
  return REACH[level];
}
