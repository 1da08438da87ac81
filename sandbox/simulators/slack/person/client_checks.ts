import { type JsonObject, listOf, objectsAt, textAt, textOf } from '../json.ts';
import { type Element, elementsOf, valueKey } from '../state/wire/fields.ts';
import type { View } from '../state/workspace_state.ts';

/** What Slack's own client refuses before anything is sent. */

// That Slack's client refuses these is documented; its words are not, so these are ours.
const FORMATS: Record<string, { readonly pattern: RegExp; readonly not: string }> = {
  email_text_input: { pattern: /^[^\s@]+@[^\s@]+$/, not: 'not an email address' },
  url_text_input: {
    pattern: /^https?:\/\/\S+$/,
    not: 'not a web address: it begins with http:// or https://',
  },
  number_input: { pattern: /^-?\d+(\.\d+)?$/, not: 'not a number' },
};

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && listOf(value).length === 0);

const bound = (element: JsonObject, key: string, otherwise: number): number =>
  element[key] === undefined ? otherwise : Number(textOf(element[key]));

/** Why this text cannot stand in this input; null when it can. An over-long text cannot even be typed. */
export function tooLong({ element, type }: Element, text: string): string | null {
  const most = bound(element, 'max_length', type === 'plain_text_input' ? 3000 : Number.POSITIVE_INFINITY);
  return text.length > most ? `at most ${most} characters fit, these are ${text.length}` : null;
}

function textProblem({ element, type }: Element, text: string): string | null {
  const least = bound(element, 'min_length', 0);
  if (text.length < least) return `At least ${least} characters.`;
  const form = FORMATS[type];
  if (form?.pattern.test(text) === false) return `“${text}” is ${form.not}.`;
  return type === 'number_input' ? numberProblem(element, Number(text)) : null;
}

function numberProblem(element: JsonObject, given: number): string | null {
  if (element.is_decimal_allowed !== true && !Number.isInteger(given)) return 'Whole numbers only.';
  const least = bound(element, 'min_value', -Infinity);
  const most = bound(element, 'max_value', Infinity);
  if (given >= least && given <= most) return null;
  if (most === Infinity) return `A number from ${least} on.`;
  return least === -Infinity ? `A number up to ${most}.` : `A number from ${least} to ${most}.`;
}

const inputsOf = (view: View): Element[] =>
  elementsOf(objectsAt(view.content, 'blocks')).filter((one) => one.isInput);

/** What keeps one input from being sent; null when nothing does. `missing`: it is empty and may not be. */
function problemOf(view: View, one: Element): string | null {
  const field = view.fields[one.blockId]?.[one.actionId];
  const value = field?.[valueKey(one.type)];
  if (isEmpty(value)) return one.block.optional === true ? null : 'missing';
  return typeof value === 'string' && valueKey(one.type) === 'value' ? textProblem(one, value) : null;
}

/** Everything that keeps the submit button from sending. */
export const problemsOf = (view: View): string[] =>
  inputsOf(view).flatMap((one) => {
    const problem = problemOf(view, one);
    const label = `"${textAt(one.block, 'label', 'text')}"`;
    if (problem === null) return [];
    return [problem === 'missing' ? `${label} must be filled in` : `${label}: ${problem}`];
  });

const FIELD_WORDS: Record<string, string> = { missing: 'Please complete this required field.' };

/** The same by block id, in the words Slack's client puts under the field. */
export const problemsByBlock = (view: View): Record<string, string> =>
  Object.fromEntries(
    inputsOf(view).flatMap((one) => {
      const problem = problemOf(view, one);
      return problem === null ? [] : [[one.blockId, FIELD_WORDS[problem] ?? problem]];
    }),
  );
