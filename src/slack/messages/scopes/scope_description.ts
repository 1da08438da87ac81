import { catalogue } from '../../../core/scopes/catalogue/catalogue.ts';
import { type Act, actOf } from '../../../core/scopes/catalogue/scope_details.ts';
import { cutWhole } from '../../../core/text/cut.ts';
import { trimEnd } from '../../../core/text/trim_end.ts';

/** Zoom's field holds about a thousand characters, as the form here does. */
const LONGEST = 1000;

const VERBS: Readonly<Record<Act, string>> = {
  read: 'reads',
  write: 'creates or changes',
  delete: 'deletes',
};

/**
 * A draft of the scope description that Zoom asks for: what the integration does with which data, in plain words. A
 * person edits it; at most 1000 characters.
 */
export function describeScopes(scopes: readonly string[], purpose: string): string {
  const first = trimEnd(purpose.trim().replace(/\s+/g, ' '), (character) => '.! '.includes(character));
  const intro = first === '' ? 'This integration connects Zoom to StackOne.' : `${upper(first)}.`;
  const lines = (['read', 'write', 'delete'] as const).flatMap((act) => {
    const things = thingsOf(scopes.filter((scope) => actOf(scope) === act));
    return things.length === 0 ? [] : [`It ${VERBS[act]} ${listOf(things)}.`];
  });
  const end = scopes.length === 0 ? [] : [endOf(scopes)];
  return shortened([intro, ...lines, ...end].join(' '), [intro, ...end].join(' '));
}

function endOf(scopes: readonly string[]): string {
  const admin = scopes.some((scope) => scope.endsWith(':admin'));
  return admin
    ? 'It uses the data only for this purpose, for the users of the account that authorizes it.'
    : 'It uses the data only for this purpose, and only that of the person who authorizes it.';
}

/** `meeting:read:list_past_participants` is about past participants of meetings. */
function thingsOf(scopes: readonly string[]): readonly string[] {
  const byService = new Map<string, Set<string>>();
  for (const scope of scopes) {
    const [service = '', , claim = ''] = (catalogue.find(scope)?.base ?? scope).split(':');
    const things = byService.get(service) ?? new Set();
    things.add(claim.replace(/^(list|batch)_/, '').replaceAll('_', ' '));
    byService.set(service, things);
  }
  return [...byService].map(([service, things]) => thingOf(service.replaceAll('_', ' '), [...things]));
}

function thingOf(service: string, things: readonly string[]): string {
  const itself = things.filter((thing) => thing === '' || singular(thing) === singular(service));
  const others = [
    ...new Set(
      things
        .filter((thing) => !itself.includes(thing))
        .map(withoutWord(service))
        .map(plural),
    ),
  ];
  const own = itself.length > 0 ? [plural(service)] : [];
  if (others.length === 0) return own[0] ?? plural(service);
  const more = `${listOf(others)} of ${plural(service)}`;
  return own.length === 0 ? more : `${own[0]} (with ${listOf(others)})`;
}

function withoutWord(service: string) {
  return (thing: string): string => {
    const word = [service, 'user'].find(
      (each) => thing.startsWith(`${each} `) && thing.length > each.length + 1,
    );
    return word === undefined ? thing : thing.slice(word.length + 1);
  };
}

function plural(word: string): string {
  if (/s$|(chat|data|content)$/.test(word)) return word;
  return word.endsWith('y') && !/[aeou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function singular(word: string): string {
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function listOf(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shortened(text: string, short: string): string {
  if (text.length <= LONGEST) return text;
  const cut = cutWhole(text, LONGEST);
  const end = cut.lastIndexOf('. ');
  return end > 100 ? cut.slice(0, end + 1) : cutWhole(short, LONGEST);
}
