import { unwrap, wordsInPaste } from './credential_words.ts';
import { isNamed, valuesByName } from './named_values.ts';
import { usualClientId, usualClientSecret } from './usual_shapes.ts';

export type Wanted = 'client_id' | 'client_secret';

/** Why a paste is not taken: what was seen in it, never the text itself. */
export type Unclear =
  /** Several words, and nothing says which is meant. */
  | 'several_words'
  /** Several values, each named as the wanted one. */
  | 'several_values'
  /** The name of the value, or a placeholder for it, without the value. */
  | 'no_value'
  /** Named as the other value of the pair. */
  | 'the_other'
  /** Named as something else: an app ID, an account ID, a redirect URL. */
  | 'something_else'
  | 'masked'
  | 'basic_header'
  | 'access_token';

export type Pasted =
  | {
      readonly ok: true;
      /** Empty when nothing was typed. */
      readonly value: string;
      /** What stood around it was dropped: only blanks and invisible characters, or a name, quotes and the like. */
      readonly dropped: 'nothing' | 'blanks' | 'more';
      /** The paste held the other value of the pair too, named as such. */
      readonly other?: string;
    }
  | { readonly ok: false; readonly seen: Unclear };

/** Longer than both values with everything that may stand around them. */
const LONGEST = 3000;
/** Invisible characters that come with a copied value. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u034F|\0/gu;
/** A line break as it stands in JSON. */
const ESCAPED_BREAK = /\\[nrt]/g;
/** HTML entities that may surround a value. */
const ENTITIES = /&(?:quot|apos|lt|gt|nbsp|amp|#34|#39);/g;
/** What stands before an item of a list. */
const BULLET = /^(?:[-+*•●◦▪·>]|\d{1,2}[.)])\s/;
/**
 * The value that a person meant by what they pasted into a field: a `.env` line, a piece of JSON or YAML, a quoted value,
 * one with a full stop behind it. Only what is unambiguous is taken; a value by itself is taken as it is, whatever its shape.
 */
export function readPasted(text: string, wanted: Wanted): Pasted {
  const visible = text
    .slice(0, LONGEST)
    .replace(INVISIBLE, '')
    .replace(ENTITIES, ' ')
    .replace(ESCAPED_BREAK, ' ')
    .trim()
    .replace(BULLET, '')
    .trim();
  if (visible === '') return { ok: true, value: '', dropped: text === '' ? 'nothing' : 'blanks' };
  if (isMostlyMasked(visible)) return unclear('masked');
  const bare = unwrap(visible);
  if (/^basic\s/i.test(bare)) return unclear('basic_header');
  const value = unwrap(bare.replace(/^bearer\s/i, '').trim());
  if (value === '') return isMasked(visible) ? unclear('masked') : unclear('no_value');
  const pair = pairIn(value) ?? pairAmong(value);
  if (pair !== null) {
    const other = wanted === 'client_id' ? pair.client_secret : pair.client_id;
    return { ok: true, value: pair[wanted], dropped: 'more', other };
  }
  if (!/\s/.test(value) && !wordsInPaste(value).some(isNamed)) {
    const seen = doubt(value);
    if (seen !== null) return unclear(seen);
    return { ok: true, value, dropped: value === text ? 'nothing' : value === visible ? 'blanks' : 'more' };
  }
  return readNamed(visible, wanted);
}

function unclear(seen: Unclear): Pasted {
  return { ok: false, seen };
}

/** `id:secret`, as curl takes it: only where both have their usual shapes. */
function pairIn(value: string): Record<Wanted, string> | null {
  const [id = '', secret = '', more] = value.split(':', 3);
  const isPair = more === undefined && usualClientId.test(id) && usualClientSecret.test(secret);
  return isPair ? { client_id: id, client_secret: secret } : null;
}

/** The one pair in a text of several words: `curl -u id:secret …`, or an id and a secret beside each other and nothing else. */
function pairAmong(text: string): Record<Wanted, string> | null {
  const words = wordsInPaste(text);
  const pairs = words.flatMap((word) => pairIn(unwrap(word)) ?? []);
  const [first] = pairs;
  if (first !== undefined)
    return pairs.every((pair) => pair.client_secret === first.client_secret) ? first : null;
  const [id, secret, more] = words.filter((word) => /[A-Za-z0-9]/.test(word));
  return secret === undefined || more !== undefined ? null : pairIn(`${id}:${secret}`);
}

function doubt(value: string): Unclear | null {
  if (isMasked(value)) return 'masked';
  if (/^eyJ[A-Za-z0-9_-]+\./.test(value)) return 'access_token';
  if (/^https?:\/\//i.test(value)) return 'something_else';
  return null;
}

const MASKS = new Set('*•●∙·⋅');

function isMasked(value: string): boolean {
  return [...value].every((character) => MASKS.has(character));
}

/** One word with its beginning or its end left to be recognised: `************a1B2`, `Zx8c…Gh7j`. */
function isMostlyMasked(word: string): boolean {
  if (/\s/.test(word)) return false;
  return (
    /[A-Za-z0-9](?:…|\.{3})[A-Za-z0-9]/.test(word) || /[*•●∙·⋅]{4}/.test(unwrap(word.replace(/\*/g, '•')))
  );
}

/** A text with names or several words in it. */
function readNamed(text: string, wanted: Wanted): Pasted {
  const named = valuesByName(text);
  const own = distinct(named.get(wanted));
  const other = distinct(named.get(wanted === 'client_id' ? 'client_secret' : 'client_id'));
  const [value, second] = own;
  if (value !== undefined) {
    if (second !== undefined) return unclear('several_values');
    const seen = doubt(value);
    if (seen !== null) return unclear(seen);
    const [beside, ambiguous] = other;
    const also =
      beside === undefined || ambiguous !== undefined || doubt(beside) !== null ? {} : { other: beside };
    return { ok: true, value, dropped: 'more', ...also };
  }
  if (named.has(wanted)) return unclear('no_value');
  if (named.has('client_id') || named.has('client_secret')) return unclear('the_other');
  return unclear(named.has('other') ? 'something_else' : 'several_words');
}

function distinct(values: readonly string[] = []): readonly string[] {
  return [...new Set(values)];
}
