import { granularFor, isUsualPart } from '../catalogue/classic_scopes.ts';
import { type Chunks, eachInChunks, finish } from '../chunks.ts';
import { tidy } from '../grammar/characters.ts';
import type { ManagementType } from '../grammar/scope_level.ts';
import { classicLevel } from '../grammar/scope_shape.ts';
import { judgeScope } from './judge_scope.ts';
import type { ClassicVerdict, ScopeVerdict } from './verdict_types.ts';

export type WithoutReason =
  /** The catalogue has it for the other management type only. */
  | 'other_type_only'
  | 'master_only'
  | 'app_owned'
  /** One of the scopes without a level, which Zoom refuses here. */
  | 'special'
  /** A classic scope with no granular successor at this level. */
  | 'classic_unmapped'
  /** Not in the catalogue: whether it exists at another level is not known, so it is not converted. */
  | 'unknown'
  | 'malformed';

export interface Conversion {
  /** Scopes for the new management type; sorted, no repeats. All of them pass `checkScopes`. */
  readonly converted: readonly string[];
  /** One entry a pair; a classic scope has one for each granular scope that replaces it. */
  readonly changed: readonly { readonly from: string; readonly to: string }[];
  /** Scopes that have no counterpart, and so are left out of `converted`. */
  readonly without: readonly { readonly scope: string; readonly why: WithoutReason }[];
}

/**
 * How much of a classic scope is carried over. `all`: every granular successor, so that nothing stops working. `usual`:
 * the thing itself and its list, where Zoom has them; the smaller set for what is mostly needed.
 */
export type ClassicPart = 'all' | 'usual';

/**
 * Carries a list over to a management type: user <-> admin, and classic -> granular. An unknown scope
 * stays only when it is in `confirmed` and its suffix fits: its counterpart would be made up. Converting the result again changes nothing.
 */
export function convertAll(
  scopes: readonly string[],
  to: ManagementType,
  confirmed: ReadonlySet<string> = new Set(),
  classic: ClassicPart = 'all',
): Conversion {
  return finish(converting(scopes, to, confirmed))[classic];
}

/** How a list is carried over, by how much of its classic scopes; each scope is judged once for both. */
export type Conversions = Readonly<Record<ClassicPart, Conversion>>;

/** `convertAll` in chunks. */
export function* converting(
  scopes: readonly string[],
  to: ManagementType,
  confirmed: ReadonlySet<string> = new Set(),
): Chunks<Conversions> {
  const texts = [...new Set(scopes)].filter((text) => tidy(text) !== '');
  const judged = yield* eachInChunks(texts, (text) => judgeScope(text, to, confirmed));
  const verdicts = [...new Map(judged.map((verdict) => [verdict.scope, verdict])).values()];
  const all = conversionOf(verdicts, 'all');
  yield;
  // Without a classic scope there is nothing to leave out.
  const isCoarse = verdicts.some(({ kind }) => kind === 'classic');
  return { all, usual: isCoarse ? conversionOf(verdicts, 'usual') : all };
}

function conversionOf(verdicts: readonly ScopeVerdict[], classic: ClassicPart): Conversion {
  const outcomes = verdicts.map((verdict) => ({ from: verdict.scope, outcome: carry(verdict, classic) }));
  const carried = outcomes.flatMap(({ from, outcome }) =>
    typeof outcome === 'string' ? [] : outcome.map((target) => ({ from, to: target })),
  );
  return {
    converted: [...new Set(carried.map((pair) => pair.to))].sort(),
    changed: carried.filter((pair) => pair.from !== pair.to),
    without: outcomes.flatMap(({ from, outcome }) =>
      typeof outcome === 'string' ? [{ scope: from, why: outcome }] : [],
    ),
  };
}

function carry(verdict: ScopeVerdict, classic: ClassicPart): readonly string[] | WithoutReason {
  switch (verdict.kind) {
    case 'ok':
      return [verdict.scope];
    case 'wrong_level':
      return verdict.right === undefined ? 'other_type_only' : [verdict.right];
    case 'master':
      return verdict.right === undefined ? 'master_only' : [verdict.right];
    case 'classic':
      return verdict.byShape
        ? carryByShape(verdict)
        : carryClassic(verdict.scope, verdict.managementType, classic);
    case 'special':
      return verdict.severity === 'error' ? 'special' : [verdict.scope];
    case 'unknown':
      return verdict.confirmed && !verdict.doubts.includes('level') ? [verdict.scope] : 'unknown';
    case 'app_owned':
      return 'app_owned';
    case 'malformed':
    case 'duplicate':
      return 'malformed';
  }
}

/** Classic by shape only: it is kept if a person has confirmed it. */
function carryByShape({
  scope,
  confirmed,
  managementType,
}: ClassicVerdict): readonly string[] | WithoutReason {
  return confirmed && classicLevel(scope) === managementType ? [scope] : 'unknown';
}

function carryClassic(
  scope: string,
  to: ManagementType,
  part: ClassicPart,
): readonly string[] | WithoutReason {
  const all = granularFor(scope, to);
  const usual = part === 'usual' ? all.filter((row) => isUsualPart(row, scope)) : [];
  const successors = usual.length > 0 ? usual : all;
  return successors.length === 0 ? 'classic_unmapped' : successors.map((row) => row.scope);
}
