import type { types } from '@slack/bolt';
import { cutWhole } from '../../core/text/cut.ts';
import type { KnownBlock, PlainTextOption } from '../blocks/block_types.ts';
import { plain } from '../blocks/elements.ts';
import { limits } from '../blocks/limits.ts';
import type { Typed, TypedByBlock } from '../requests/requests.ts';

/** What plain_text_input may hold (docs: max_length). */
export const LONGEST_TEXT = 3000;
/** Characters of a scope description, as the table counts them. */
export const LONGEST_DESCRIPTION = 1000;

export interface Field {
  /** The element's action id is the same, unless it reports. */
  readonly block: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** Slack reports every change at once, without a submit. */
  readonly reports?: boolean;
}

export function input(field: Field, element: types.InputBlock['element']): KnownBlock {
  return {
    type: 'input',
    block_id: field.block,
    label: { type: 'plain_text', text: field.label },
    ...(field.hint === undefined ? {} : { hint: { type: 'plain_text', text: field.hint } }),
    optional: field.optional ?? false,
    ...(field.reports === true ? { dispatch_action: true } : {}),
    element,
  };
}

export interface TextLook {
  readonly initial?: string | undefined;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  readonly max: number;
  readonly focus?: boolean;
  /** Slack reports every key under this action id. */
  readonly reportsAs?: string;
  /** Slack reports the text under this action id when Enter is pressed. */
  readonly reportsOnEnter?: string;
}

export function textInput(field: Field, style: TextLook): KnownBlock {
  const {
    initial = '',
    placeholder,
    multiline = false,
    max,
    focus = false,
    reportsAs,
    reportsOnEnter,
  } = style;
  const reported = reportsAs ?? reportsOnEnter;
  const on = reportsAs === undefined ? 'on_enter_pressed' : 'on_character_entered';
  return input(reported === undefined ? field : { ...field, reports: true }, {
    type: 'plain_text_input',
    action_id: reported ?? field.block,
    ...(reported === undefined ? {} : { dispatch_action_config: { trigger_actions_on: [on] } }),
    multiline,
    max_length: max,
    ...(initial === '' ? {} : { initial_value: cutWhole(initial, max) }),
    ...(placeholder === undefined ? {} : { placeholder: plain(placeholder, limits.placeholder) }),
    ...(focus ? { focus_on_load: true } : {}),
  });
}

export function option(label: string, value: string, description?: string): PlainTextOption {
  return {
    text: plain(label, limits.option.text),
    value,
    ...(description === undefined ? {} : { description: plain(description, limits.option.description) }),
  };
}

const NOTHING: Typed = { text: '', option: null, options: [], users: [], conversation: null, date: null };

export function typedIn(typed: TypedByBlock, block: string): Typed {
  return typed[block] ?? NOTHING;
}
