import type { LookalikeKind } from '../grammar/characters.ts';
import type { ManagementType } from '../grammar/scope_level.ts';

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
