import type { Button, Confirm, PlainTextElement, PlainTextOption, StaticSelect } from './block_types.ts';
import { limits } from './limits.ts';
import { cut } from './text.ts';

export function plain(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: cut(text, max), emoji: true };
}

/** The action id of an element that stands more than once in a view; dispatch ignores what follows `#`. */
export function nth(id: string, mark: string | number): string {
  return cut(`${id}#${mark}`, limits.actionId);
}

export interface ButtonLook {
  readonly style?: 'primary' | 'danger';
  readonly confirm?: Confirm;
}

export function button(label: string, actionId: string, value: string, style: ButtonLook = {}): Button {
  return {
    type: 'button',
    text: plain(label, limits.button.text),
    action_id: actionId,
    // Slack refuses an empty value.
    ...(value === '' ? {} : { value }),
    ...style,
  };
}

export function linkButton(label: string, url: string, actionId: string): Button {
  return { type: 'button', text: plain(label, limits.button.text), url, action_id: actionId };
}

export function confirm(title: string, text: string, yes: string): Confirm {
  return {
    title: plain(title, limits.confirm.title),
    text: plain(text, limits.confirm.text),
    confirm: plain(yes, limits.confirm.button),
    deny: plain('Cancel', limits.confirm.button),
  };
}

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** At most 100 options; one whose value Slack would not carry is left out. */
export function select(placeholder: string, actionId: string, choices: readonly Choice[]): StaticSelect {
  return {
    type: 'static_select',
    placeholder: plain(placeholder, limits.placeholder),
    action_id: actionId,
    options: selectable(choices).map(option),
  };
}

/** The choices that a select can offer. Slack refuses a select without any. */
export function selectable(choices: readonly Choice[]): readonly Choice[] {
  return choices.filter(({ value }) => value.length <= limits.option.value).slice(0, limits.select);
}

function option(choice: Choice): PlainTextOption {
  return { text: plain(choice.label, limits.option.text), value: choice.value };
}
