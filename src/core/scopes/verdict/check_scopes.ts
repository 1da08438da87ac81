import { type Chunks, eachInChunks, finish } from '../chunks.ts';
import { tidy } from '../grammar/characters.ts';
import type { ManagementType } from '../grammar/scope_level.ts';
import { classicLevel } from '../grammar/scope_shape.ts';
import type { FoundScope, PasteResult } from '../parse/parse_paste.ts';
import { meantFor } from './alternative_scopes.ts';
import { judgeScope } from './judge_scope.ts';
import { withGuesses } from './suggested_alternatives.ts';
import type { ConfirmableVerdict, PasteNotes, ScopeReport, ScopeVerdict } from './verdict_types.ts';

export function notesOf(pastes: readonly PasteResult[]): PasteNotes {
  return {
    incomplete: pastes.some(({ incomplete }) => incomplete === true),
    alternatives: pastes.some(({ found }) => {
      const lists = found.flatMap(({ alternativeOf }) => alternativeOf ?? []);
      return new Set(lists).size < lists.length;
    }),
  };
}

/**
 * Judges a list of scopes for one management type. Never throws; neither order nor repeats change what is accepted.
 * `confirmed`: unknown scopes that a person has confirmed.
 */
export function checkScopes(
  input: readonly string[] | PasteResult,
  managementType: ManagementType,
  confirmed: ReadonlySet<string> = new Set(),
): ScopeReport {
  return finish(checking(input, managementType, confirmed));
}

/** `checkScopes` in chunks. */
export function* checking(
  input: readonly string[] | PasteResult,
  managementType: ManagementType,
  confirmed: ReadonlySet<string> = new Set(),
): Chunks<ScopeReport> {
  const written =
    'found' in input
      ? meantFor(input.found, managementType).map(asWritten)
      : input.filter((text) => tidy(text) !== '');
  const judged = yield* judgeEach(written, managementType, confirmed);
  const verdicts = withGuesses(markRepeats(judged));
  yield;
  const blocking = verdicts.filter((verdict) => verdict.severity === 'error');
  const toConfirm = verdicts.flatMap((verdict) =>
    isConfirmable(verdict) && verdict.severity === 'confirm' ? [verdict] : [],
  );
  return {
    managementType,
    verdicts,
    blocking,
    toConfirm,
    warnings: verdicts.filter((verdict) => verdict.severity === 'warn'),
    accepted: verdicts
      .filter(isAccepted)
      .map((verdict) => verdict.scope)
      .sort(),
    empty: verdicts.length === 0,
    mixed: new Set(verdicts.flatMap((verdict) => typeOf(verdict) ?? [])).size > 1,
    passes: verdicts.length > 0 && blocking.length === 0 && toConfirm.length === 0,
    ignored: 'found' in input ? input.ignored : 0,
    ...notesOf('found' in input ? [input] : []),
  };
}

/** A repeated text is judged once. */
function judgeEach(
  texts: readonly string[],
  managementType: ManagementType,
  confirmed: ReadonlySet<string>,
): Chunks<readonly ScopeVerdict[]> {
  const judged = new Map<string, ScopeVerdict>();
  return eachInChunks(texts, (text) => {
    const verdict = judged.get(text) ?? judgeScope(text, managementType, confirmed);
    judged.set(text, verdict);
    return verdict;
  });
}

/** With its capitals, so that they can be mentioned; but decoded, where a URL was pasted. */
function asWritten({ text, normalised }: FoundScope): string {
  return tidy(text).toLowerCase() === normalised.toLowerCase() ? text : normalised;
}

function markRepeats(verdicts: readonly ScopeVerdict[]): readonly ScopeVerdict[] {
  const seen = new Set<string>();
  return verdicts.map((verdict) => {
    const { scope, managementType } = verdict;
    if (seen.has(scope)) return { scope, managementType, kind: 'duplicate', severity: 'warn', of: scope };
    seen.add(scope);
    return verdict;
  });
}

/** Not in the catalogue, and written like a scope; confirmed or not. */
export function isConfirmable(verdict: ScopeVerdict): verdict is ConfirmableVerdict {
  return verdict.kind === 'unknown' || (verdict.kind === 'classic' && verdict.byShape);
}

function isAccepted({ kind, severity }: ScopeVerdict): boolean {
  return kind !== 'duplicate' && (severity === 'ok' || severity === 'warn');
}

/** The management type that a scope belongs to, where that is certain. */
function typeOf(verdict: ScopeVerdict): ManagementType | undefined {
  if (verdict.kind === 'ok') return verdict.managementType;
  if (verdict.kind === 'wrong_level') return verdict.onlyFor;
  if (verdict.kind !== 'classic') return undefined;
  const level = classicLevel(verdict.scope);
  return level === 'master' || (level !== verdict.managementType && verdict.severity !== 'error')
    ? undefined
    : level;
}
