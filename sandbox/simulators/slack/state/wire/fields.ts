import { isObject, type JsonObject, objectsAt, objectsOf, textAt } from '../../json.ts';
import { newId } from '../clock.ts';
import type { Fields, SlackState } from '../workspace_state.ts';

/** An interactive element and the block it stands in. */
export interface Element {
  readonly block: JsonObject;
  readonly blockId: string;
  readonly actionId: string;
  readonly type: string;
  readonly element: JsonObject;
  /** It is the element of an input block. */
  readonly isInput: boolean;
}

/** Elements that hold no value; everything else appears in `state.values`. */
const STATELESS = new Set([
  'button',
  'overflow',
  'image',
  'workflow_button',
  'feedback_buttons',
  'icon_button',
]);

const insides = (block: JsonObject): JsonObject[] =>
  UNINTERACTIVE.has(textAt(block, 'type'))
    ? []
    : [
        ...objectsAt(block, 'elements'),
        ...objectsAt(block, 'actions'),
        ...[block.accessory, block.element].filter(isObject),
      ];

/** Blocks whose `elements` are text, or blocks of their own. */
const UNINTERACTIVE = new Set(['rich_text', 'context', 'carousel']);

/** Blocks inside a block. */
const nested = (block: JsonObject): JsonObject[] =>
  textAt(block, 'type') === 'carousel' ? objectsAt(block, 'elements') : objectsAt(block, 'child_blocks');

/** All blocks, opened containers included, in reading order. */
export const flatBlocks = (blocks: readonly JsonObject[]): JsonObject[] =>
  blocks.flatMap((block) => [block, ...flatBlocks(nested(block))]);

const interactive = (type: string) => type !== 'image' && type !== 'mrkdwn' && type !== 'plain_text';

/** Every interactive element of a list of blocks, in reading order. */
export const elementsOf = (blocks: readonly JsonObject[]): Element[] =>
  flatBlocks(blocks).flatMap((block) =>
    insides(block)
      .filter((element) => interactive(textAt(element, 'type')))
      .map((element) => ({
        block,
        blockId: textAt(block, 'block_id'),
        actionId: textAt(element, 'action_id'),
        type: textAt(element, 'type'),
        element,
        isInput: textAt(block, 'type') === 'input',
      })),
  );

const statefulOf = (blocks: readonly JsonObject[]): Element[] =>
  elementsOf(blocks).filter(({ type }) => !STATELESS.has(type));

const INITIAL: Record<string, readonly [key: string, from: string, empty: null | readonly []]> = {
  plain_text_input: ['value', 'initial_value', null],
  email_text_input: ['value', 'initial_value', null],
  url_text_input: ['value', 'initial_value', null],
  number_input: ['value', 'initial_value', null],
  static_select: ['selected_option', 'initial_option', null],
  external_select: ['selected_option', 'initial_option', null],
  radio_buttons: ['selected_option', 'initial_option', null],
  checkboxes: ['selected_options', 'initial_options', []],
  multi_static_select: ['selected_options', 'initial_options', []],
  multi_external_select: ['selected_options', 'initial_options', []],
  users_select: ['selected_user', 'initial_user', null],
  multi_users_select: ['selected_users', 'initial_users', []],
  conversations_select: ['selected_conversation', 'initial_conversation', null],
  multi_conversations_select: ['selected_conversations', 'initial_conversations', []],
  channels_select: ['selected_channel', 'initial_channel', null],
  multi_channels_select: ['selected_channels', 'initial_channels', []],
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  rich_text_input: ['rich_text_value', 'initial_value', null],
  file_input: ['files', 'initial_files', []],
};

/** The key an element's value has on the wire: `value`, `selected_option`, ... */
export const valueKey = (type: string): string => INITIAL[type]?.[0] ?? 'value';

function initialField({ type, element }: Element, channel: string | null): JsonObject {
  const [key, from, empty] = INITIAL[type] ?? ['value', 'initial_value', null];
  const current = element.default_to_current_conversation === true && channel !== null ? channel : empty;
  return { type, [key]: element[from] ?? (type === 'conversations_select' ? current : empty) };
}

/** Values for these blocks: kept where block id, action id and type are the same as before, else initial. */
export function freshFields(
  blocks: readonly JsonObject[],
  before: Fields,
  channel: string | null = null,
): Fields {
  const fields: Fields = {};
  for (const one of statefulOf(blocks)) {
    const kept = before[one.blockId]?.[one.actionId];
    const value = kept !== undefined && textAt(kept, 'type') === one.type ? kept : initialField(one, channel);
    fields[one.blockId] = { ...fields[one.blockId], [one.actionId]: value };
  }
  return fields;
}

/** Slack gives random ids to blocks and elements that come without. */
export function withIds(slackState: SlackState, blocks: readonly JsonObject[]): JsonObject[] {
  const named = (element: JsonObject): JsonObject =>
    interactive(textAt(element, 'type')) && element.action_id === undefined && textAt(element, 'type') !== ''
      ? { ...element, action_id: newId(slackState, 'a').slice(-5) }
      : element;
  const inside = (block: JsonObject, key: string, name: (items: JsonObject[]) => JsonObject[]) =>
    Array.isArray(block[key]) ? { [key]: name(objectsOf(block[key])) } : {};
  return blocks.map((block) => {
    const type = textAt(block, 'type');
    return {
      ...block,
      block_id: textAt(block, 'block_id') || newId(slackState, 'b').slice(-5),
      ...(isObject(block.accessory) ? { accessory: named(block.accessory) } : {}),
      ...(isObject(block.element) ? { element: named(block.element) } : {}),
      ...(type === 'actions' ? inside(block, 'elements', (items) => items.map(named)) : {}),
      ...(type === 'card' ? inside(block, 'actions', (items) => items.map(named)) : {}),
      ...(type === 'carousel' ? inside(block, 'elements', (cards) => withIds(slackState, cards)) : {}),
      ...(type === 'container' ? inside(block, 'child_blocks', (items) => withIds(slackState, items)) : {}),
    };
  });
}
