import { groupPairs } from '../../../core/group_by.ts';
import { type Chunks, memoizeSteps } from '../../../core/scopes/chunks.ts';
import { type PasteResult, parsingEach } from '../../../core/scopes/parse/parse_paste.ts';
import { meantFor } from '../../../core/scopes/verdict/alternative_scopes.ts';
import { checking, notesOf } from '../../../core/scopes/verdict/check_scopes.ts';
import type { ScopeReport, ScopeVerdict } from '../../../core/scopes/verdict/verdict_types.ts';
import { secretIn } from '../../../core/secrets/find_secrets.ts';
import { markOf } from '../../../ids.ts';
import { asPlainText } from '../../blocks/phrase.ts';
import { explainVerdict } from '../../messages/scope_report/verdict_sentence.ts';
import { LONGEST_DESCRIPTION, LONGEST_TEXT } from '../inputs.ts';
import type { ScopesForm } from '../scopes_form.ts';
import { filled, fitsForm } from './fill_scopes.ts';
import { type ScopesTyped, scopeBlocks } from './typed_scopes.ts';

export interface Judgement {
  readonly report: ScopeReport;
  /** Every scope of the form, as it would be declared. */
  readonly scopes: readonly string[];
  /** Unknown scopes that somebody has seen in Zoom: earlier, or ticked just now. */
  readonly confirmed: readonly string[];
  /** Unknown scopes that nobody had confirmed before; `ticked`: now the person has. */
  readonly unknown: readonly string[];
  readonly ticked: boolean;
  readonly errors: Readonly<Record<string, string>>;
}

/**
 * Judges everything in the form for its management type, in chunks: twenty full fields hold thousands of scopes.
 * `confirmed`: unknown scopes confirmed earlier.
 */
export function* judging(
  form: ScopesForm,
  typed: ScopesTyped,
  confirmed: readonly string[] = [],
): Chunks<Judgement> {
  const pastes = yield* pastesOf(typed);
  const found = foundIn(form, typed, pastes);
  const scopes = found.map(({ scope }) => scope);
  const before = yield* checking(scopes, form.managementType, new Set(confirmed));
  const unknown = before.toConfirm.map(({ scope }) => scope);
  // A tick counts only for the list that was shown with it.
  const ticked = unknown.length > 0 && typed.confirmedMark === markOf(unknown);
  const seen = new Set([...confirmed, ...(ticked ? unknown : [])]);
  const checked = ticked ? yield* checking(scopes, form.managementType, seen) : before;
  const report = { ...checked, ...notesOf(pastes) };
  const own = new Set(scopes);
  return {
    report,
    scopes,
    confirmed: [...seen].filter((scope) => own.has(scope)),
    unknown,
    ticked,
    errors: yield* errorsOf(form, typed, found, report),
  };
}

/** Every scope of the form, in chunks. */
export function* scopesIn(form: ScopesForm, typed: ScopesTyped): Chunks<readonly string[]> {
  return foundIn(form, typed, yield* pastesOf(typed)).map(({ scope }) => scope);
}

/** One request asks several times. */
const pastesOf = memoizeSteps((typed: ScopesTyped) => parsingEach(typed.pasted));

interface Found {
  readonly scope: string;
  readonly block: string;
}

function foundIn(form: ScopesForm, typed: ScopesTyped, pastes: readonly PasteResult[]): Found[] {
  const picked = typed.picked.map((scope) => ({ scope, block: scopeBlocks.picked(form) }));
  const pasted = pastes.flatMap((paste, i) =>
    meantFor(paste.found, form.managementType).map(({ normalised }) => ({
      scope: normalised,
      block: scopeBlocks.paste(form, i),
    })),
  );
  return [...picked, ...pasted];
}

function* errorsOf(
  form: ScopesForm,
  typed: ScopesTyped,
  found: readonly Found[],
  report: ScopeReport,
): Chunks<Record<string, string>> {
  const errors: Record<string, string> = {};
  if (report.empty) {
    errors[scopeBlocks.picked(form)] =
      'Zoom wants at least one scope: choose one here, or paste a list below.';
  }
  const blocks = verdictsByBlock(found, report);
  for (const [block, verdicts] of blocks) {
    const wrong = verdicts.filter(({ severity }) => severity === 'error');
    if (wrong.length > 0) errors[block] = fieldError(wrong);
    yield;
  }
  if (!fitsForm(filled([...new Set(found.map(({ scope }) => scope))])))
    errors[scopeBlocks.paste(form, 0)] =
      'Together this is a longer list than the form could show again. Remove scopes that the app does not need.';
  for (const [i, text] of typed.pasted.entries()) {
    const block = scopeBlocks.paste(form, i);
    if (secretIn(text) !== null)
      errors[block] =
        'This holds something that looks like a secret. Remove it here, and make a new one where it came from.';
    else if (text.trim() !== '' && !blocks.has(block))
      errors[block] =
        'Nothing in here looks like a scope. Paste scopes such as user:read:user:admin, or leave it empty.';
    yield;
  }
  if ([...typed.description].length > LONGEST_DESCRIPTION)
    errors[scopeBlocks.description(form)] = `At most ${LONGEST_DESCRIPTION} characters.`;
  else if (typed.description.length > 0 && secretIn(typed.description) !== null)
    errors[scopeBlocks.description(form)] =
      'This looks like a secret. Describe what the scopes are for instead.';
  return errors;
}

/** Each field that holds a scope, with what is said of those in it. */
function verdictsByBlock(
  found: readonly Found[],
  { verdicts }: ScopeReport,
): ReadonlyMap<string, readonly ScopeVerdict[]> {
  return groupPairs(
    found.flatMap(({ block }, i) => {
      const verdict = verdicts[i];
      return verdict === undefined ? [] : [[block, verdict] as const];
    }),
  );
}

const EXPLAINED = 3;

/** The first few in words, the others counted. A field's error is plain text. */
function fieldError(wrong: readonly ScopeVerdict[]): string {
  const first = wrong.slice(0, EXPLAINED).map((verdict) => asPlainText(explainVerdict(verdict)));
  const more = wrong.length - first.length;
  const convertible = wrong.some(({ kind }) => kind === 'wrong_level' || kind === 'master');
  return [
    ...first,
    ...(more > 0 ? [`And ${more} more.`] : []),
    ...(convertible ? ['“Convert the whole list” below does all of them at once.'] : []),
  ].join(' ');
}

/** A field that is full to the brim may have been cut by Slack. */
export function mayBeCut(typed: ScopesTyped): boolean {
  const last = typed.pasted.at(-1) ?? '';
  return last.length >= LONGEST_TEXT;
}
