import { memoize } from '../../../concurrency/memoize.ts';
import { groupBy, groupPairs } from '../../group_by.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import type { CatalogueScope } from '../catalogue/catalogue_types.ts';
import { leaveFor } from '../catalogue/special_scopes.ts';
import type { ManagementType } from '../grammar/scope_level.ts';
import { ACTIONS } from '../grammar/scope_shape.ts';
import { actionMeant, singular } from '../grammar/service_names.ts';

/** Most words of a row that were not typed: with more, an unlisted scope may be meant. */
const MOST_EXTRA = 2;

interface Entry {
  readonly row: CatalogueScope;
  readonly words: ReadonlySet<string>;
}

interface Index {
  readonly byWord: ReadonlyMap<string, readonly Entry[]>;
  readonly byClaim: ReadonlyMap<string, readonly CatalogueScope[]>;
}

const indexes = { admin: memoize(() => build('admin')), user: memoize(() => build('user')) };

/**
 * The base of the one row of the catalogue with this action that has all the words, in whatever place, and the fewest
 * others; else the one row of another service that has the same data. Undefined as soon as there are two.
 */
export function baseByWords(
  [service, verb, claim]: readonly [service: string, verb: string, claim: string],
  managementType: ManagementType,
): string | undefined {
  const action = ACTIONS.includes(verb) ? verb : actionMeant(verb);
  if (action === undefined) return undefined;
  const index = indexes[managementType]();
  const wanted = wordsIn(`${service}_${claim}`);
  return onlyBest(withAll(wanted, action, index), wanted.size) ?? sameData(claim, action, index);
}

function withAll(wanted: ReadonlySet<string>, action: string, { byWord }: Index): readonly Entry[] {
  const lists = [...wanted].map((word) => byWord.get(word) ?? []).sort((a, b) => a.length - b.length);
  const [rarest = []] = lists;
  return rarest.filter(
    ({ row, words }) => row.base.split(':')[1] === action && [...wanted].every((word) => words.has(word)),
  );
}

function onlyBest(entries: readonly Entry[], wanted: number): string | undefined {
  const sizes = entries.map(({ words }) => words.size - wanted);
  const least = Math.min(...sizes);
  const best = entries.filter((_, i) => sizes[i] === least);
  return best.length === 1 && least <= MOST_EXTRA ? best[0]?.row.base : undefined;
}

/** `meeting:read:list_users`: the data has a name of its own, and one service has it, or is named after it. */
function sameData(claim: string, action: string, { byClaim }: Index): string | undefined {
  if (!claim.includes('_')) return undefined;
  const rows = (byClaim.get(claim) ?? []).filter(({ base }) => base.split(':')[1] === action);
  const named = rows.filter(({ base }) => wordsIn(claim).has(base.slice(0, base.indexOf(':'))));
  const [only] = named.length === 1 ? named : rows;
  return named.length === 1 || rows.length === 1 ? only?.base : undefined;
}

function build(managementType: ManagementType): Index {
  const rows = catalogue.scopes.filter((row) => leaveFor(row, managementType) === 'ok');
  const entries = rows.map((row) => {
    const [service = '', , claim = ''] = row.base.split(':');
    return { row, words: wordsIn(`${service}_${claim}`) };
  });
  return {
    byWord: groupPairs(entries.flatMap((entry) => [...entry.words].map((word) => [word, entry] as const))),
    byClaim: groupBy(rows, ({ base }) => base.split(':')[2] ?? ''),
  };
}

function wordsIn(name: string): ReadonlySet<string> {
  return new Set(
    name
      .split('_')
      .filter((word) => word !== '')
      .map(singular),
  );
}
