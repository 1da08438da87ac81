import { describe, expect, test } from 'vitest';
import {
  about,
  actions,
  button,
  input,
  letters,
  type Piece,
  plain,
  richLine,
  said,
  section,
} from './samples.ts';

const element = (piece: Piece) => about(input(piece), 'modal');
const at = (field: string) => `/blocks/0/element/${field}`;

describe('an input block', () => {
  test('has a label and a hint of 2000 characters at most, in plain text', () => {
    const text = { type: 'plain_text_input' };
    expect(about(input(text, { label: plain(letters(2000)), hint: plain(letters(2000)) }), 'modal')).toEqual(
      [],
    );
    expect(
      about(input(text, { label: plain(letters(2001)), hint: plain(letters(2001)) }), 'modal'),
    ).toHaveLength(2);
    expect(about({ type: 'input', element: text }, 'modal')).toEqual([
      said('missing required field: label', '/blocks/0'),
    ]);
  });

  test('may be optional and may send every change to the app', () => {
    const text = {
      type: 'plain_text_input',
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    };
    expect(about(input(text, { optional: true, dispatch_action: true }), 'modal')).toEqual([]);
    const strange = { type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: ['on_blur'] } };
    expect(element(strange)).toHaveLength(1);
    expect(element({ ...text, dispatch_action_config: { trigger_actions_on: [] } })).toHaveLength(1);
  });

  test('holds no button', () => {
    expect(element(button())).toEqual([said('unsupported type: button', at('type'))]);
  });

  test('is the only home of text fields', () => {
    const text = { type: 'plain_text_input' };
    expect(about(actions(text))).toEqual([
      said('unsupported type: plain_text_input', '/blocks/0/elements/0/type'),
    ]);
    expect(about(section({ accessory: text }))).toHaveLength(1);
  });
});

describe('a text field', () => {
  const text = (more: Piece) => element({ type: 'plain_text_input', ...more });
  test('takes lengths up to 3000 in the right order', () => {
    expect(text({ min_length: 0, max_length: 3000, multiline: true, initial_value: '' })).toEqual([]);
    expect(text({ max_length: 3001 })).toHaveLength(1);
    expect(text({ max_length: 0 })).toHaveLength(1);
    expect(text({ min_length: 5, max_length: 4 })).toEqual([
      said('`min_length` must not be greater than `max_length`', at('min_length')),
    ]);
  });

  test('starts with no more than it may hold', () => {
    expect(text({ max_length: 4, initial_value: 'four' })).toEqual([]);
    expect(text({ max_length: 3, initial_value: 'four' })).toEqual([
      said('must be less than 4 characters', at('initial_value')),
    ]);
    expect(text({ initial_value: letters(3001) })).not.toEqual([]);
  });

  test('cannot be masked: Slack has no password field', () => {
    expect(text({ is_masked: true })).toHaveLength(1);
    expect(element({ type: 'password_input' })).toHaveLength(1);
  });
});

describe('fields for mail, addresses and numbers', () => {
  test('start with values of their kind', () => {
    expect(element({ type: 'email_text_input', initial_value: 'ana@example.com' })).toEqual([]);
    expect(element({ type: 'email_text_input', initial_value: 'ana' })).toHaveLength(1);
    expect(element({ type: 'url_text_input', initial_value: 'https://example.com' })).toEqual([]);
    expect(element({ type: 'url_text_input', initial_value: 'example' })).toHaveLength(1);
  });

  test('a number field says whether decimals are allowed, and keeps to it', () => {
    const number = (more: Piece) => element({ type: 'number_input', is_decimal_allowed: false, ...more });
    expect(number({ min_value: '1', max_value: '10', initial_value: '5' })).toEqual([]);
    expect(element({ type: 'number_input' })).toHaveLength(1);
    expect(number({ initial_value: '0.5' })).toHaveLength(1);
    expect(number({ initial_value: 5 })).toHaveLength(1);
    expect(number({ min_value: '10', max_value: '1' })).toHaveLength(1);
    expect(number({ max_value: '4', initial_value: '5' })).toHaveLength(1);
  });
});

describe('a field for formatted text', () => {
  const formatted = (more: Piece) => element({ type: 'rich_text_input', action_id: 'note', ...more });
  test('needs an action_id and starts with rich text', () => {
    expect(
      formatted({ initial_value: richLine({ type: 'text', text: 'Hi' }), min_lines: 2, max_lines: 8 }),
    ).toEqual([]);
    expect(element({ type: 'rich_text_input' })).toHaveLength(1);
    expect(formatted({ initial_value: 'Hi' })).toHaveLength(1);
    expect(formatted({ min_lines: 9, max_lines: 8 })).toHaveLength(1);
    expect(formatted({ max_lines: 101 })).toHaveLength(1);
  });
});

describe('a field for files', () => {
  const files = { type: 'file_input', filetypes: ['png'], max_files: 10 };
  test('stands in modals only', () => {
    expect(element(files)).toEqual([]);
    expect(about(input(files), 'message')).toEqual([said('unsupported type: file_input', at('type'))]);
    expect(about(input(files), 'home')).toHaveLength(1);
  });

  test('takes ten files at most and dispatches nothing', () => {
    expect(element({ ...files, max_files: 11 })).toHaveLength(1);
    expect(about(input(files, { dispatch_action: true }), 'modal')).toHaveLength(1);
  });
});
