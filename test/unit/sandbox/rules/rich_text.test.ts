import { expect, test } from 'vitest';
import { about, type Piece, rich, richLine, said } from './samples.ts';

const text = (more: Piece = {}): Piece => ({ type: 'text', text: 'Hello', ...more });
const line = (...elements: Piece[]): Piece => ({ type: 'rich_text_section', elements });

const inline: Piece[] = [
  text({ style: { bold: true, italic: true, strike: false, code: true, underline: true } }),
  { type: 'link', url: 'https://example.com', text: 'Docs', unsafe: false },
  { type: 'emoji', name: 'white_check_mark' },
  { type: 'user', user_id: 'U123' },
  { type: 'usergroup', usergroup_id: 'S123' },
  { type: 'channel', channel_id: 'C123' },
  { type: 'team', team_id: 'T123' },
  { type: 'broadcast', range: 'here' },
  { type: 'color', value: '#ff0000' },
  { type: 'date', timestamp: 1720710212, format: '{date_short} at {time}', fallback: 'in July' },
];

test('Slack takes every kind of rich text element on every surface', () => {
  for (const surface of ['message', 'modal', 'home'] as const)
    expect(about(richLine(...inline), surface)).toEqual([]);
});

test('Slack takes sections, lists, quotes and preformatted text', () => {
  const block = rich(
    line(text()),
    { type: 'rich_text_list', style: 'bullet', indent: 8, border: 1, elements: [line(text())] },
    { type: 'rich_text_quote', border: 0, elements: [text()] },
    { type: 'rich_text_preformatted', elements: [text(), { type: 'link', url: 'https://example.com' }] },
  );
  expect(about(block)).toEqual([]);
});

test('an element Slack does not know is refused by its name', () => {
  expect(about(richLine({ type: 'mention', user_id: 'U1' }))).toEqual([
    said('unsupported type: mention', '/blocks/0/elements/0/elements/0/type'),
  ]);
});

test('text stands in a section, not directly in the block', () => {
  expect(about(rich(text()))).toEqual([said('unsupported type: text', '/blocks/0/elements/0/type')]);
});

test('a list holds sections and one of two styles', () => {
  const list = (more: Piece) =>
    about(rich({ type: 'rich_text_list', style: 'ordered', elements: [line(text())], ...more }));
  expect(list({})).toEqual([]);
  expect(list({ style: 'dashed' })).toHaveLength(1);
  expect(list({ elements: [text()] })).not.toEqual([]);
  expect(list({ elements: [] })).toHaveLength(1);
  expect(list({ indent: 9 })).toHaveLength(1);
  expect(list({ border: 2 })).toHaveLength(1);
});

test('preformatted text holds words and links only', () => {
  const block = (element: Piece) => about(rich({ type: 'rich_text_preformatted', elements: [element] }));
  expect(block(text())).toEqual([]);
  expect(block({ type: 'emoji', name: 'wave' })).toHaveLength(1);
});

test('styles Slack does not know, colons around emoji, bad ids and bad colours are refused', () => {
  for (const wrong of [
    text({ style: { blink: true } }),
    text({ text: '' }),
    { type: 'emoji', name: ':wave:' },
    { type: 'user', user_id: 'ana' },
    { type: 'broadcast', range: 'all' },
    { type: 'color', value: 'red' },
    { type: 'date', timestamp: '1720710212', format: '{date}' },
    { type: 'link', url: 'javascript:alert(1)' },
  ])
    expect(about(richLine(wrong)), JSON.stringify(wrong)).toHaveLength(1);
});
