import type { FoundScope, PasteResult } from './grammar.ts';
import type { ManagementType } from './level.ts';

/** `error` blocks; `confirm` needs a person's yes; `warn` may be declared; `ok` is fine. */
export type Severity = 'error' | 'confirm' | 'warn' | 'ok';

interface Judged {
  /** The scope as it would be declared: trimmed, lower case. */
  readonly scope: string;
  /** What the person wrote, when it differs from `scope`. */
  readonly written?: string;
  readonly managementType: ManagementType;
}

export interface OkVerdict extends Judged {
  readonly kind: 'ok';
  readonly severity: 'ok';
}
/** A scope of the other management type. `right`: the same scope at the level that is needed, if Zoom has it. */
export interface WrongLevelVerdict extends Judged {
  readonly kind: 'wrong_level';
  readonly severity: 'error';
  readonly right?: string;
  readonly onlyFor: ManagementType;
}
/** A coarse, older scope. An error only when its own level is clearly not the one that is needed. */
export interface ClassicVerdict extends Judged {
  readonly kind: 'classic';
  readonly severity: 'warn' | 'error';
  /** Granular scopes that replace it at this level, best first, at most five. */
  readonly suggestions: readonly string[];
  /** How many more granular scopes replace it than `suggestions` shows. */
  readonly more: number;
}
export interface MasterVerdict extends Judged {
  readonly kind: 'master';
  readonly severity: 'error';
  readonly right?: string;
}
export interface AppOwnedVerdict extends Judged {
  readonly kind: 'app_owned';
  readonly severity: 'error';
}
/** One of the scopes that have no level of their own. */
export interface SpecialVerdict extends Judged {
  readonly kind: 'special';
  readonly severity: 'ok' | 'warn' | 'error';
}
/** Well-formed, and not in the catalogue, which is never quite complete: a person decides. */
export interface UnknownVerdict extends Judged {
  readonly kind: 'unknown';
  readonly severity: 'confirm' | 'warn';
  readonly nearest?: string;
  /** Why it should be said louder: its suffix does not fit the management type, or its action is none that Zoom uses. */
  readonly doubts: readonly ('level' | 'action')[];
  readonly louder: boolean;
  readonly confirmed: boolean;
  /** The same scope at levels that the catalogue does know. */
  readonly knownAs: readonly string[];
}
export type Malformation =
  | { readonly code: 'look_alike'; readonly character: string; readonly name: string; readonly meant: string }
  | { readonly code: 'wildcard' }
  | { readonly code: 'blank' }
  | { readonly code: 'user_suffix' }
  | { readonly code: 'character'; readonly character: string; readonly name: string }
  | { readonly code: 'glued'; readonly rest: string }
  | { readonly code: 'parts'; readonly parts: number }
  | { readonly code: 'too_long' };
export interface MalformedVerdict extends Judged {
  readonly kind: 'malformed';
  readonly severity: 'error';
  readonly why: Malformation;
  readonly suggestion?: string;
}
export interface DuplicateVerdict extends Judged {
  readonly kind: 'duplicate';
  readonly severity: 'warn';
  /** The scope it repeats. */
  readonly of: string;
}

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
  readonly toConfirm: readonly UnknownVerdict[];
  readonly warnings: readonly ScopeVerdict[];
  /** What may be declared: no errors, nothing unconfirmed, no repeats; sorted. */
  readonly accepted: readonly string[];
  /** No scope at all. Zoom wants at least one. */
  readonly empty: boolean;
  /** Holds scopes of both management types. */
  readonly mixed: boolean;
  /** Not empty, nothing blocks, nothing waits for confirmation. */
  readonly passes: boolean;
  /** Words of a paste that were no scopes. */
  readonly ignored: number;
}

/**
 * Judges a list of scopes for one management type. Never throws.
 * `confirmed`: unknown scopes that a person has said yes to.
 */
export function checkScopes(
  input: readonly string[] | PasteResult,
  managementType: ManagementType,
  confirmed: ReadonlySet<string> = new Set(),
): ScopeReport {
  void ({} as FoundScope | typeof input | typeof confirmed);
  return {
    managementType,
    verdicts: [],
    blocking: [],
    toConfirm: [],
    warnings: [],
    accepted: [],
    empty: true,
    mixed: false,
    passes: false,
    ignored: 0,
  };
}
