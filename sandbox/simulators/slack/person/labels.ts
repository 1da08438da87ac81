import type { Near } from '../contract.ts';
import { type JsonObject, objectAt, textAt } from '../json.ts';
import { renderBlocks } from '../render/blocks.ts';
import { optionsOf } from '../render/elements.ts';
import { type Element, elementsOf, flatBlocks } from '../state/wire/fields.ts';
import { CannotDo, matches, theOne } from './refusal.ts';

/** Finding an element by what a person reads beside it. */

const BUTTONS = new Set(['button', 'icon_button', 'workflow_button']);

const isButton = ({ type }: Element): boolean => BUTTONS.has(type);
const label = ({ element }: Element): string => textAt(element, 'text', 'text');

/** An entry of an overflow menu is pressed like a button: the person opens the menu, and presses it. */
interface Pressable {
  readonly one: Element;
  readonly label: string;
  /** What the request says was chosen; nothing for a button. */
  readonly chosen: JsonObject;
}

const pressablesIn = (blocks: readonly JsonObject[]): Pressable[] =>
  elementsOf(blocks).flatMap((one) => {
    if (isButton(one)) return [{ one, label: label(one), chosen: {} }];
    return one.type === 'overflow' ? optionsOf(one.element).map((option) => entryOf(one, option)) : [];
  });

const entryOf = (one: Element, option: JsonObject): Pressable => ({
  one,
  label: textAt(option, 'text', 'text'),
  chosen: { selected_option: { text: objectAt(option, 'text'), value: textAt(option, 'value') } },
});

/** Of buttons and of the entries of menus. */
export const buttonLabels = (blocks: readonly JsonObject[]): string[] =>
  pressablesIn(blocks).map((each) => each.label);

/** What is said in the element's own block and just above it, up to the previous buttons or line. */
function saidAbove(blocks: readonly JsonObject[], { block }: Element): string {
  const flat = flatBlocks(blocks);
  const end = flat.indexOf(block);
  let start = end;
  while (start > 0) {
    const above = flat[start - 1] ?? {};
    if (textAt(above, 'type') === 'divider' || elementsOf([above]).length > 0) break;
    start -= 1;
  }
  return renderBlocks(flat.slice(start, end + 1)).join('\n');
}

/** The button or entry of a menu with this label; `near` decides between several. */
export function buttonIn(blocks: readonly JsonObject[], name: string, { near }: Near = {}): Pressable {
  const all = pressablesIn(blocks);
  const close = near === undefined ? all : all.filter(({ one }) => matches(saidAbove(blocks, one), near));
  if (near !== undefined && close.length === 0)
    throw new CannotDo(`No button stands near ${near}. On screen:\n${renderBlocks(blocks).join('\n')}`);
  return theOne(close, name, (each) => [each.label], 'button');
}

/** What a menu, choice or input is called: its label, placeholder, or the text it stands beside or under. */
function namesOf(blocks: readonly JsonObject[], one: Element): string[] {
  const own = [
    textAt(one.block, 'label', 'text'),
    textAt(one.element, 'placeholder', 'text'),
    textAt(one.block, 'text', 'text'),
  ].filter((name) => name !== '');
  const above = saidAbove(blocks, one).split('\n')[0];
  return own.length > 0 || above === undefined ? own : [above];
}

const controls = (blocks: readonly JsonObject[]): Element[] =>
  elementsOf(blocks).filter((one) => !isButton(one));

export const controlIn = (blocks: readonly JsonObject[], name: string): Element =>
  theOne(controls(blocks), name, (one) => namesOf(blocks, one), 'field');

export const controlLabels = (blocks: readonly JsonObject[]): string[] =>
  controls(blocks).map((one) => namesOf(blocks, one)[0] ?? '');
