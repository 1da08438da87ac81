import { type JsonObject, objectAt, objectsAt, textAt, textsAt } from '../json.ts';
import { valueKey } from '../state/wire/fields.ts';
import type { NameOf } from './mrkdwn.ts';

/** How single elements read. */

const optionText = (option: unknown): string => textAt(option, 'text', 'text');

/** All options an element offers by itself, groups opened. */
export const optionsOf = (element: JsonObject): JsonObject[] => [
  ...objectsAt(element, 'options'),
  ...objectsAt(element, 'option_groups').flatMap((group) => objectsAt(group, 'options')),
];

/** What is typed or chosen, as a person reads it: one text, a list, or null when empty. */
export function shownValue(field: JsonObject | undefined, nameOf: NameOf): string | readonly string[] | null {
  if (field === undefined) return null;
  const key = valueKey(textAt(field, 'type'));
  const value = field[key];
  if (value === null || value === undefined) return null;
  if (key === 'selected_option') return optionText(value);
  if (key === 'selected_options') return objectsAt(field, key).map(optionText);
  if (Array.isArray(value)) return textsAt(field, key).map(nameOf);
  if (/^selected_(user|channel|conversation)$/.test(key)) return nameOf(textAt(field, key));
  return key === 'rich_text_value' ? '(rich text)' : textAt(field, key);
}

const choiceLines = (element: JsonObject, chosen: readonly string[], marks: readonly [string, string]) =>
  optionsOf(element).map((option) => {
    const about = textAt(option, 'description', 'text');
    const mark = chosen.includes(optionText(option)) ? marks[0] : marks[1];
    return `${mark} ${optionText(option)}${about === '' ? '' : ` (${about})`}`;
  });

const asList = (value: string | readonly string[] | null): readonly string[] =>
  value === null ? [] : typeof value === 'string' ? [value] : value;

/** A button as `[Label]`, a menu as `<placeholder ▾>` or `<chosen ▾>`, choices as `[x] text`. */
export function elementLines(element: JsonObject, field: JsonObject | undefined, nameOf: NameOf): string[] {
  const type = textAt(element, 'type');
  const shown = asList(shownValue(field, nameOf));
  if (type === 'button' || type === 'workflow_button' || type === 'icon_button')
    return [`[${textAt(element, 'text', 'text')}]`];
  if (type === 'feedback_buttons')
    return ['positive_button', 'negative_button'].map(
      (key) => `[${textAt(objectAt(element, key), 'text', 'text')}]`,
    );
  if (type === 'image') return [`(image: ${textAt(element, 'alt_text')})`];
  if (type === 'overflow') return [`<… ${optionsOf(element).map(optionText).join(' / ')}>`];
  if (type === 'checkboxes') return choiceLines(element, shown, ['[x]', '[ ]']);
  if (type === 'radio_buttons') return choiceLines(element, shown, ['(•)', '( )']);
  const isMenu = type.includes('select') || type.includes('picker');
  const hint = textAt(element, 'placeholder', 'text');
  return isMenu ? [`<${shown.join(', ') || hint || 'Choose'} ▾>`] : [shown.join('') || (hint && `(${hint})`)];
}
