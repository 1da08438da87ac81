import type { ManagementType } from './level.ts';
import type {
  ClassicVerdict,
  MalformedVerdict,
  ScopeVerdict,
  SpecialVerdict,
  UnknownVerdict,
} from './verdict.ts';
import { probablyMeant, shownScope } from './words.ts';

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

export function wordFor({ severity }: ScopeVerdict): Advice['word'] {
  const words = { error: 'Fix', confirm: 'Confirm', warn: 'Note', ok: 'Fine' } as const;
  return words[severity];
}

function adviceText(verdict: ScopeVerdict): string {
  switch (verdict.kind) {
    case 'ok':
      return verdict.written === undefined ? '' : 'Now in lower case';
    case 'wrong_level':
      return useOr(verdict.right, `Remove: only ${appsOf(verdict.onlyFor)} have it`);
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
  if (severity === 'error') return `Remove: Zoom refuses it in ${appsOf(managementType)}`;
  if (severity === 'warn') return 'Keep it only if Zoom offers it';
  return scope === 'imchat:bot' ? 'Needs the product Team Chat' : '';
}

function classicAdvice({ severity, suggestions, more }: ClassicVerdict): string {
  const older = severity === 'error' ? 'Classic, and of the other kind' : 'Classic, older apps only';
  if (suggestions.length === 0) return `${older}. Pick what is needed`;
  const rest = suggestions.length - FEW + more;
  return `${older}. Use what is needed of ${suggestions.slice(0, FEW).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function unknownAdvice(verdict: UnknownVerdict): string {
  if (verdict.confirmed) return 'Not in the catalogue; seen in Zoom';
  const near = probablyMeant(verdict);
  const doubt = verdict.doubts.includes('level')
    ? `. Its ending does not fit ${appsOf(verdict.managementType)}`
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

function malformedAdvice({ why, suggestion }: MalformedVerdict): string {
  const use = suggestion === undefined ? 'Remove it' : `Use ${shownScope(suggestion)}`;
  switch (why.code) {
    case 'look_alike':
      return `“${why.character}” is ${why.name}, not “${why.meant}”. ${use}`;
    case 'character':
      return `“${why.character}” is in no scope. ${use}`;
    case 'glued':
      return `Other words are glued to it. ${use}`;
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

function useOr(scope: string | undefined, otherwise: string): string {
  return scope === undefined ? otherwise : `Use ${scope}`;
}

function appsOf(managementType: ManagementType): string {
  return managementType === 'admin' ? 'admin-managed apps' : 'user-managed apps';
}
