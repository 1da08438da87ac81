import { eachInSteps, finish, type Steps } from '../chunks.ts';
import { type LookalikeKind, tidy } from '../grammar/characters.ts';
import type { ManagementType } from '../grammar/scope_level.ts';
import { classicLevel } from '../grammar/scope_shape.ts';
import type { FoundScope, PasteResult } from '../parse/parse_paste.ts';
import { meantFor } from './alternative_scopes.ts';
import { judgeScope } from './judge_scope.ts';
import { withGuesses } from './suggested_alternatives.ts';

interface Judged {
  /** The scope as it would be declared: trimmed, lower case. */
  readonly scope: string;
  /** What the person wrote, when it differs from `scope`. */
  readonly written?: string;
  readonly managementType: ManagementType;
}

interface OkVerdict extends Judged {
  readonly kind: 'ok';
  readonly severity: 'ok';
}
/** A scope of the other management type. `right`: the same scope at the level that is needed, if Zoom has it. */
interface WrongLevelVerdict extends Judged {
  readonly kind: 'wrong_level';
  readonly severity: 'error';
  readonly right?: string;
  readonly onlyFor: ManagementType;
}
/** A coarse, older scope. An error only when its own level is clearly not the one that is needed. */
export interface ClassicVerdict extends Judged {
  readonly kind: 'classic';
  readonly severity: 'warn' | 'error' | 'confirm';
  /** It only has the shape of one, and has to be confirmed like an unknown granular scope. */
  readonly byShape: boolean;
  /** A person has confirmed that Zoom shows it. */
  readonly confirmed: boolean;
  /** Granular scopes that replace it at this level, best first, at most five. */
  readonly suggestions: readonly string[];
  /** How many more granular scopes replace it than `suggestions` shows. */
  readonly more: number;
}
interface MasterVerdict extends Judged {
  readonly kind: 'master';
  readonly severity: 'error';
  readonly right?: string;
}
interface AppOwnedVerdict extends Judged {
  readonly kind: 'app_owned';
  readonly severity: 'error';
}
/** One of the scopes that have no level of their own. */
export interface SpecialVerdict extends Judged {
  readonly kind: 'special';
  readonly severity: 'ok' | 'warn' | 'error';
}
/** Well-formed, and not in the catalogue, which is never complete: a person has to confirm it. */
export interface UnknownVerdict extends Judged {
  readonly kind: 'unknown';
  readonly severity: 'confirm' | 'warn';
  /** `level`: its suffix does not fit the management type. `action`: Zoom uses no such action. */
  readonly doubts: readonly ('level' | 'action')[];
  readonly confirmed: boolean;
  /** The same scope at levels that are in the catalogue. */
  readonly knownAs: readonly string[];
  /** The listed scope that was probably meant. Searched for in the first scopes of a list only. */
  readonly near?: string;
}
/** Why a text is no scope. */
export type Malformation =
  | {
      readonly code: 'look_alike';
      readonly character: string;
      readonly kind: LookalikeKind;
      readonly meant: string;
    }
  | { readonly code: 'character'; readonly character: string }
  | { readonly code: 'attached_text'; readonly rest: string }
  /** `classic`: the classic scope that it would be in lower case. */
  | { readonly code: 'role_permission'; readonly classic?: string }
  | { readonly code: 'truncated' | 'wildcard' | 'blank' | 'user_suffix' | 'parts' | 'too_long' };
export interface MalformedVerdict extends Judged {
  readonly kind: 'malformed';
  readonly severity: 'error';
  readonly why: Malformation;
  readonly suggestion?: string;
  /** The suggestion says what was probably meant, not what was written: only a person may apply it. */
  readonly guessed?: boolean;
}
interface DuplicateVerdict extends Judged {
  readonly kind: 'duplicate';
  readonly severity: 'warn';
  /** The scope it repeats. */
  readonly of: string;
}

/** Verdicts that a person can confirm after seeing the scope in Zoom. */
export type ConfirmableVerdict = UnknownVerdict | ClassicVerdict;

/** `severity`: `error` blocks; `confirm` has to be confirmed; `warn` may be declared; `ok` is fine. */
export type ScopeVerdict =
  | OkVerdict
  | WrongLevelVerdict
  | ClassicVerdict
  | MasterVerdict
  | AppOwnedVerdict
  | SpecialVerdict
  | UnknownVerdict
  | MalformedVerdict
  | DuplicateVerdict;

export interface ScopeReport {
  readonly managementType: ManagementType;
  /** One verdict for each scope of the input, in its order. */
  readonly verdicts: readonly ScopeVerdict[];
  readonly blocking: readonly ScopeVerdict[];
  readonly toConfirm: readonly ConfirmableVerdict[];
  readonly warnings: readonly ScopeVerdict[];
  /** What may be declared: no errors, nothing unconfirmed, no repeats; sorted. */
  readonly accepted: readonly string[];
  /** No scope at all. Zoom wants at least one. */
  readonly empty: boolean;
  /** Holds scopes of both management types. */
  readonly mixed: boolean;
  /** Not empty, nothing blocks, nothing has to be confirmed. */
  readonly passes: boolean;
  /** Words of a paste that were no scopes. */
  readonly ignored: number;
  /** The manifest that was pasted ended in the middle. */
  readonly incomplete: boolean;
  /** What was pasted is an error of Zoom's that lists alternatives; those for the other kind of app are left out. */
  readonly alternatives: boolean;
}

/** Facts about a paste beside its scopes. */
export type PasteNotes = Pick<ScopeReport, 'incomplete' | 'alternatives'>;

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
): Steps<ScopeReport> {
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
): Steps<readonly ScopeVerdict[]> {
  const judged = new Map<string, ScopeVerdict>();
  return eachInSteps(texts, (text) => {
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
