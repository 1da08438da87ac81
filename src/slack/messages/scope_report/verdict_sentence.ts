import { asSuggested, replacementOf } from '../../../core/scopes/verdict/replacement.ts';
import type {
  ClassicVerdict,
  MalformedVerdict,
  ScopeVerdict,
  SpecialVerdict,
  UnknownVerdict,
} from '../../../core/scopes/verdict/verdict_types.ts';
import { inlineCode, joined, type Phrase, phrase } from '../../blocks/phrase.ts';
import { managementNames } from '../product_words.ts';
import { catalogueMonth } from '../scopes/catalogue_line.ts';
import { scopeCode } from '../scopes/shown_scope.ts';
import { lookalikeNames } from './lookalike_names.ts';

/** One plain sentence or two: what is wrong with a scope, and what to do. */
export function explainVerdict(verdict: ScopeVerdict): Phrase {
  const scope = scopeCode(verdict.scope);
  switch (verdict.kind) {
    case 'ok':
      return verdict.written === undefined
        ? phrase`${scope} is fine.`
        : phrase`${scope} is fine. Write it in lower case; Greenroom has done so.`;
    case 'wrong_level':
      return phrase`${scope} is for ${managementNames[verdict.onlyFor]} apps. ${useOr(verdict.right, `Zoom has no ${verdict.managementType} form of it: remove it.`)}`;
    case 'master':
      return phrase`${scope} is for owners of a Zoom master account, and StackOne does not use it. ${useOr(verdict.right, 'Remove it.')}`;
    case 'app_owned':
      return phrase`${scope} belongs to the app itself (client credentials), and Zoom refuses it in a General app. Remove it.`;
    case 'duplicate':
      return phrase`${scope} is in the list more than once. One is enough.`;
    case 'special':
      return explainSpecial(verdict);
    case 'classic':
      return explainClassic(verdict);
    case 'unknown':
      return explainUnknown(verdict);
    case 'malformed':
      return explainMalformed(verdict);
  }
}

function explainSpecial({ scope, severity, managementType }: SpecialVerdict): Phrase {
  if (severity === 'error')
    return phrase`${scopeCode(scope)} is refused by Zoom in ${managementNames[managementType]} apps. Remove it.`;
  if (severity === 'warn')
    return phrase`${scopeCode(scope)} is usually not for ${managementNames[managementType]} apps, and Zoom may refuse it. Keep it only if Zoom offers it.`;
  return scope === 'imchat:bot'
    ? phrase`${scopeCode(scope)} is fine. The app also needs the product Team Chat (${inlineCode('ZOOM_CHAT')}).`
    : phrase`${scopeCode(scope)} is fine.`;
}

function explainClassic(verdict: ClassicVerdict): Phrase {
  const { scope, severity, managementType, suggestions, more, byShape, confirmed } = verdict;
  if (confirmed)
    return phrase`${scopeCode(scope)} is not in the catalogue (${catalogueMonth}); someone confirmed that Zoom offers it.`;
  if (byShape)
    return phrase`${scopeCode(scope)} is written like a classic scope, and is not in the catalogue of Zoom scopes (${catalogueMonth}). Confirm it only if you see it in Zoom.`;
  const type =
    severity === 'error'
      ? `a classic scope, and not for ${managementNames[managementType]} apps`
      : 'a classic scope';
  const rest = more > 0 ? ` and ${more} more` : '';
  const advice =
    suggestions.length === 0
      ? 'No granular scope is known for it: pick what the integration needs.'
      : phrase`Use the granular ones that you need: ${joined(suggestions.map(scopeCode), ', ')}${rest}.`;
  return phrase`${scopeCode(scope)} is ${type}; new Zoom apps use granular scopes. ${advice}`;
}

function explainUnknown(verdict: UnknownVerdict): Phrase {
  const { scope, managementType, knownAs, doubts, confirmed, near } = verdict;
  if (confirmed)
    return phrase`${scopeCode(scope)} is not in the catalogue (${catalogueMonth}); someone confirmed that Zoom offers it.`;
  return joined(
    [
      phrase`${scopeCode(scope)} is not in the catalogue of Zoom scopes (${catalogueMonth}).`,
      ...(doubts.includes('level')
        ? [`Its ending does not fit ${managementNames[managementType]} apps.`]
        : []),
      ...(doubts.includes('action') ? ['Zoom has no such action: it is read, write, update or delete.'] : []),
      ...(near === undefined ? [] : [phrase`Did you mean ${scopeCode(near)}?`]),
      ...(knownAs.length === 0 ? [] : [phrase`Known are only ${joined(knownAs.map(scopeCode), ' and ')}.`]),
      'Confirm it only if you see it in Zoom.',
    ],
    ' ',
  );
}

function explainMalformed(verdict: MalformedVerdict): Phrase {
  const { scope, why } = verdict;
  const use = useSuggestion(verdict);
  switch (why.code) {
    case 'role_permission':
      return phrase`${scopeCode(scope)} is a permission of a Zoom role, not a scope. Remove it${why.classic === undefined ? '' : phrase`, or write ${scopeCode(why.classic)} if you mean the classic scope`}.`;
    case 'look_alike':
      return phrase`In ${scopeCode(scope)} the character ${scopeCode(why.character)} is ${lookalikeNames[why.kind]}, not ${scopeCode(why.meant)}.${use}`;
    case 'character':
      return phrase`${scopeCode(scope)} holds ${scopeCode(why.character)}. Scopes have only letters a to z, digits, underscores and colons.${use}`;
    case 'attached_text':
      return phrase`${scopeCode(scope)} has other words glued to it.${use}`;
    case 'truncated':
      return phrase`${scopeCode(scope)} is only a part of a scope; the rest was lost on the way. Write it whole, as Zoom shows it.`;
    case 'wildcard':
      return phrase`${scopeCode(scope)} has a wildcard, which Zoom does not know. Name every scope by itself.`;
    case 'blank':
      return phrase`${scopeCode(scope)} has a blank inside.${use}`;
    case 'user_suffix':
      return phrase`${scopeCode(scope)} ends in ${inlineCode(':user')}, which Zoom does not have: user scopes have no suffix.${use}`;
    case 'too_long':
      return phrase`${scopeCode(scope)} is too long for a scope. Remove it.`;
    case 'parts':
      return phrase`${scopeCode(scope)} is not built like a scope, ${inlineCode('service:action:data')} or ${inlineCode('service:action:data:admin')}.${use.length > 0 ? use : ' Remove it.'}`;
  }
}

/** Names what the corrected list holds, and nothing else. */
function useSuggestion(verdict: MalformedVerdict): Phrase {
  const { suggestion, guessed } = verdict;
  if (suggestion === undefined) return [];
  if (guessed) return phrase` Did you mean ${scopeCode(suggestion)}?`;
  const replacement = replacementOf(verdict);
  if (replacement.kind === 'use') return phrase` Use ${scopeCode(replacement.scope)}.`;
  if (replacement.kind === 'confirm')
    return phrase` Use ${scopeCode(replacement.scope)} if you see it in Zoom.`;
  const read = asSuggested(verdict);
  return read === undefined ? [] : phrase` ${explainVerdict(read)}`;
}

function useOr(scope: string | undefined, otherwise: string): Phrase | string {
  return scope === undefined ? otherwise : phrase`Use ${scopeCode(scope)}.`;
}
