import { describe, expect, test } from 'vitest';
import {
  about,
  actions,
  input,
  letters,
  many,
  mrkdwn,
  option,
  type Piece,
  plain,
  said,
  section,
  select,
} from './samples.ts';

const element = (piece: Piece) => about(input(piece), 'modal');
const at = (field: string) => `/blocks/0/element/${field}`;
const options = (count: number) => many(count, (index) => option(`o${index}`));

describe('a menu of fixed options', () => {
  test('holds up to 100 of them', () => {
    expect(element(select({ options: options(100) }))).toEqual([]);
    expect(element(select({ options: options(101) }))).toEqual([
      said('no more than 100 items allowed', at('options')),
    ]);
    expect(element(select({ options: [] }))).toEqual([said('must provide at least 1 items', at('options'))]);
  });

  test('has either options or groups, not both and not neither', () => {
    const option_groups = [{ label: plain('One'), options: options(2) }];
    const needed = [said('must define either `options` or `option_groups`', at('type'))];
    expect(element(select({ options: undefined, option_groups }))).toEqual([]);
    expect(element(select({ option_groups }))).toEqual(needed);
    expect(element(select({ options: undefined }))).toEqual(needed);
  });

  test('starts only with one of its own options, equal in every field', () => {
    const described = option('a', { description: plain('First') });
    expect(element(select({ options: [described], initial_option: described }))).toEqual([]);
    expect(element(select({ options: [described], initial_option: option('a') }))).toEqual([
      said('must exactly match one of the provided options', at('initial_option')),
    ]);
  });

  test('may start with an option of a group', () => {
    const option_groups = [{ label: plain('One'), options: options(2) }];
    const grouped = { options: undefined, option_groups };
    expect(element(select({ ...grouped, initial_option: option('o1') }))).toEqual([]);
    expect(element(select({ ...grouped, initial_option: option('o9') }))).toHaveLength(1);
  });

  test('has a placeholder of 150 characters at most, in plain text', () => {
    expect(element(select({ placeholder: plain(letters(150)) }))).toEqual([]);
    expect(element(select({ placeholder: plain(letters(151)) }))).toHaveLength(1);
    expect(element(select({ placeholder: mrkdwn() }))).toHaveLength(1);
  });
});

describe('an option', () => {
  const only = (piece: Piece) => element(select({ options: [piece] }));
  test('has a value of 150 characters at most, and never none', () => {
    expect(only(option('a', { value: letters(150) }))).toEqual([]);
    expect(only(option('a', { value: letters(151) }))).toEqual([
      said('must be less than 151 characters', at('options/0/value')),
    ]);
    expect(only(option('a', { value: '' }))).toHaveLength(1);
    expect(only({ text: plain() })).toHaveLength(1);
  });

  test('has a text and a description of 75 characters at most', () => {
    expect(only(option('a', { text: plain(letters(75)), description: plain(letters(75)) }))).toEqual([]);
    expect(only(option('a', { text: plain(letters(76)), description: plain(letters(76)) }))).toHaveLength(2);
  });

  test('is plain in a menu, and may be mrkdwn in radio buttons and checkboxes', () => {
    const formatted = option('a', { text: mrkdwn() });
    expect(only(formatted)).toHaveLength(1);
    expect(element({ type: 'radio_buttons', options: [formatted] })).toEqual([]);
    expect(element({ type: 'checkboxes', options: [formatted] })).toEqual([]);
  });

  test('is a link in overflow menus only', () => {
    expect(only(option('a', { url: 'https://example.com' }))).toEqual([
      said('invalid additional property: url', at('options/0')),
    ]);
  });
});

describe('a group of options', () => {
  const grouped = (group: Piece) => element(select({ options: undefined, option_groups: [group] }));
  test('has a label of 75 characters and one to 100 options', () => {
    expect(grouped({ label: plain(letters(75)), options: options(100) })).toEqual([]);
    expect(grouped({ label: plain(letters(76)), options: options(1) })).toHaveLength(1);
    expect(grouped({ label: plain(), options: options(101) })).toHaveLength(1);
    expect(grouped({ label: plain(), options: [] })).toHaveLength(1);
  });
});

describe('a menu of several choices', () => {
  const multi = (more: Piece) => element(select({ type: 'multi_static_select', ...more }));
  test('starts only with its own options', () => {
    expect(multi({ initial_options: [option('b')] })).toEqual([]);
    expect(multi({ initial_options: [option('c')] })).toHaveLength(1);
    expect(multi({ initial_options: [] })).toHaveLength(1);
  });

  test('lets at least one be chosen, and starts with no more than may be chosen', () => {
    expect(multi({ max_selected_items: 1, initial_options: [option('a')] })).toEqual([]);
    expect(multi({ max_selected_items: 0 })).toHaveLength(1);
    expect(multi({ max_selected_items: 1, initial_options: [option('a'), option('b')] })).toEqual([
      said('no more than 1 items allowed', at('initial_options')),
    ]);
  });

  test('is the only kind of menu with a maximum', () => {
    expect(element(select({ max_selected_items: 2 }))).toHaveLength(1);
  });
});

describe('a menu filled by the app or by Slack', () => {
  test('an external menu may ask from the first key on, and brings no options of its own', () => {
    expect(element({ type: 'external_select', min_query_length: 0, initial_option: option() })).toEqual([]);
    expect(element({ type: 'external_select', options: options(1) })).toHaveLength(1);
    expect(element({ type: 'multi_external_select', min_query_length: -1 })).toHaveLength(1);
  });

  test('people and channels are named by id', () => {
    expect(element({ type: 'users_select', initial_user: 'U123' })).toEqual([]);
    expect(element({ type: 'users_select', initial_user: '@ana' })).toHaveLength(1);
    expect(element({ type: 'multi_users_select', initial_users: ['U1', 'W2'] })).toEqual([]);
    expect(element({ type: 'channels_select', initial_channel: 'C123' })).toEqual([]);
    expect(element({ type: 'channels_select', initial_channel: '#general' })).toHaveLength(1);
    expect(element({ type: 'multi_channels_select', initial_channels: ['C1'] })).toEqual([]);
  });

  test('conversations may be filtered, but not by an empty filter', () => {
    const filtered = (filter: Piece) => element({ type: 'conversations_select', filter });
    expect(filtered({ include: ['public', 'private'], exclude_bot_users: true })).toEqual([]);
    expect(filtered({})).toHaveLength(1);
    expect(filtered({ include: [] })).toHaveLength(1);
    expect(filtered({ include: ['public', 'public'] })).toHaveLength(1);
    expect(filtered({ include: ['secret'] })).toHaveLength(1);
  });

  test('only conversation menus know the current conversation', () => {
    const current = { default_to_current_conversation: true };
    expect(element({ type: 'conversations_select', ...current })).toEqual([]);
    expect(element({ type: 'multi_conversations_select', ...current })).toEqual([]);
    expect(element({ type: 'channels_select', ...current })).toHaveLength(1);
  });

  test('a menu hands out a response_url only in an input of a modal', () => {
    const menu = { type: 'conversations_select', response_url_enabled: true };
    expect(element(menu)).toEqual([]);
    expect(about(input(menu), 'home')).toHaveLength(1);
    expect(about(section({ accessory: menu }), 'modal')).toHaveLength(1);
    expect(about(actions(menu))).toEqual([
      said(
        '`response_url_enabled` is only available for input blocks in modals',
        '/blocks/0/elements/0/response_url_enabled',
      ),
    ]);
    expect(element({ type: 'multi_conversations_select', response_url_enabled: true })).toHaveLength(1);
  });
});

describe('radio buttons and checkboxes', () => {
  test('hold up to ten options', () => {
    for (const type of ['radio_buttons', 'checkboxes']) {
      expect(element({ type, options: options(10) })).toEqual([]);
      expect(element({ type, options: options(11) })).toHaveLength(1);
    }
  });

  test('start only with their own options', () => {
    expect(element({ type: 'radio_buttons', options: options(2), initial_option: option('o1') })).toEqual([]);
    expect(element({ type: 'radio_buttons', options: options(2), initial_option: option('z') })).toHaveLength(
      1,
    );
    expect(element({ type: 'checkboxes', options: options(2), initial_options: [option('o0')] })).toEqual([]);
    expect(element({ type: 'checkboxes', options: options(2), initial_options: [option('z')] })).toHaveLength(
      1,
    );
  });
});
