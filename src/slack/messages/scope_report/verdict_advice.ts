import { asSuggested, replacementOf } from '../../../core/scopes/verdict/replacement.ts';
import type {
  ClassicVerdict,
  MalformedVerdict,
  ScopeVerdict,
  SpecialVerdict,
  UnknownVerdict,
} from '../../../core/scopes/verdict/verdict_types.ts';
import { managementNames } from '../product_words.ts';
import { shownScope } from '../scopes/shown_scope.ts';
import { lookalikeNames } from './lookalike_names.ts';

/** What a verdict asks of a person, in one word, and what to do in as few as possible. Plain text, for a table. */
export interface Advice {
  readonly word: 'Fix' | 'Confirm' | 'Note' | 'Fine';
  /** Empty when there is nothing to do. */
  readonly advice: string;
}

const FEW = 3;

export function adviceFor(verdict: ScopeVerdict): Advice {
  return { word: wordFor(verdict), advice: adviceText(verdict) };
}

const WORDS = { error: 'Fix', confirm: 'Confirm', warn: 'Note', ok: 'Fine' } as const;

export function wordFor({ severity }: ScopeVerdict): Advice['word'] {
  return WORDS[severity];
}

function adviceText(verdict: ScopeVerdict): string {
  switch (verdict.kind) {
    case 'ok':
      return verdict.written === undefined ? '' : 'Now in lower case';
    case 'wrong_level':
      return useOr(verdict.right, `Remove: only ${managementNames[verdict.onlyFor]} apps have it`);
    case 'master':
      return useOr(verdict.right, 'Remove: only owners of a master account have it');
    case 'app_owned':
      return 'Remove: Zoom refuses it in a General app';
    case 'duplicate':
      return 'In the list more than once';
    case 'special':
      return specialAdvice(verdict);
    case 'classic':
      return classicAdvice(verdict);
    case 'unknown':
      return unknownAdvice(verdict);
    case 'malformed':
      return malformedAdvice(verdict);
  }
}

function specialAdvice({ scope, severity, managementType }: SpecialVerdict): string {
  if (severity === 'error') return `Remove: Zoom refuses it in ${managementNames[managementType]} apps`;
  if (severity === 'warn') return 'Keep it only if Zoom offers it';
  return scope === 'imchat:bot' ? 'Needs the product Team Chat' : '';
}

function classicAdvice(verdict: ClassicVerdict): string {
  const { severity, suggestions, more, byShape, confirmed } = verdict;
  if (confirmed) return 'Not in the catalogue; seen in Zoom';
  if (byShape) return 'Not in the catalogue, written like a classic scope. Do you see it in Zoom?';
  const older = severity === 'error' ? 'Classic, and of the other kind' : 'Classic, older apps only';
  if (suggestions.length === 0) return `${older}. Pick what is needed`;
  const rest = suggestions.length - FEW + more;
  return `${older}. Use what is needed of ${suggestions.slice(0, FEW).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function unknownAdvice(verdict: UnknownVerdict): string {
  if (verdict.confirmed) return 'Not in the catalogue; seen in Zoom';
  const { near } = verdict;
  const doubt = verdict.doubts.includes('level')
    ? `. Its ending does not fit ${managementNames[verdict.managementType]} apps`
    : verdict.doubts.includes('action')
      ? '. Zoom has no such action'
      : '';
  const hint =
    near !== undefined
      ? `. Did you mean ${near}?`
      : verdict.knownAs.length > 0
        ? `. Known: ${verdict.knownAs.join(', ')}`
        : '';
  return `Not in the catalogue${doubt}${hint === '' ? '. Do you see it in Zoom?' : hint}`;
}

function malformedAdvice(verdict: MalformedVerdict): string {
  const { why } = verdict;
  const use = useSuggestion(verdict);
  switch (why.code) {
    case 'role_permission':
      return `A permission of a Zoom role, no scope. Remove it${why.classic === undefined ? '' : `, or write ${why.classic} if you mean the classic scope`}`;
    case 'look_alike':
      return `“${why.character}” is ${lookalikeNames[why.kind]}, not “${why.meant}”. ${use}`;
    case 'character':
      return `“${why.character}” is in no scope. ${use}`;
    case 'attached_text':
      return `Other words are glued to it. ${use}`;
    case 'truncated':
      return 'Only a part of a scope. Write it whole';
    case 'wildcard':
      return 'Zoom knows no wildcard. Name every scope';
    case 'blank':
      return `Has a blank inside. ${use}`;
    case 'user_suffix':
      return `Zoom has no :user ending. ${use}`;
    case 'too_long':
      return 'Too long for a scope. Remove it';
    case 'parts':
      return `Not built like a scope. ${use}`;
  }
}

/** Names what the corrected list holds, and nothing else. */
function useSuggestion(verdict: MalformedVerdict): string {
  const { suggestion, guessed } = verdict;
  if (suggestion === undefined) return 'Remove it';
  if (guessed) return `Did you mean ${shownScope(suggestion)}?`;
  const replacement = replacementOf(verdict);
  if (replacement.kind === 'use') return `Use ${shownScope(replacement.scope)}`;
  if (replacement.kind === 'confirm') return `Use ${shownScope(replacement.scope)} if you see it in Zoom`;
  const read = asSuggested(verdict);
  return `Meant is ${shownScope(suggestion)}. ${read === undefined ? 'Remove it' : adviceText(read)}`;
}

function useOr(scope: string | undefined, otherwise: string): string {
  return scope === undefined ? otherwise : `Use ${scope}`;
}
