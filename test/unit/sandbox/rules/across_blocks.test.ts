import { expect, test } from 'vitest';
import { about, actions, button, input, lines, plain, said, section, select } from './samples.ts';

test('no two blocks share a block_id, wherever they stand', () => {
  const named = (block_id: string) => ({ type: 'divider', block_id });
  expect(lines([named('a'), named('b')])).toEqual([]);
  expect(lines([named('a'), named('a')])).toEqual([
    said('`block_id` "a" already exists', '/blocks/1/block_id'),
  ]);
  expect(lines([named('a'), { type: 'container', title: plain(), child_blocks: [named('a')] }])).toEqual([
    said('`block_id` "a" already exists', '/blocks/1/child_blocks/0/block_id'),
  ]);
});

test('no two elements of one block share an action_id', () => {
  expect(about(actions(button({ action_id: 'go' }), button({ action_id: 'stop' })))).toEqual([]);
  expect(about(actions(button({ action_id: 'go' }), button({ action_id: 'go' })))).toEqual([
    said('`action_id` "go" already exists', '/blocks/0/elements/1/action_id'),
  ]);
});

test('two blocks may use the same action_id, as rows of a list do', () => {
  const row = section({ accessory: button({ action_id: 'open' }) });
  expect(lines([row, row], 'home')).toEqual([]);
});

test('elements without an action_id do not collide', () => {
  expect(about(actions(button(), button()))).toEqual([]);
});

test('one element of a view takes the focus', () => {
  const focused = input(select({ focus_on_load: true }));
  expect(lines([focused, input(select({ focus_on_load: false }))], 'modal')).toEqual([]);
  expect(lines([focused, focused], 'modal')).toEqual([
    said('only one element can have `focus_on_load` set to true', '/blocks/1/element/focus_on_load'),
  ]);
});

test('a message takes no focus', () => {
  expect(lines([input(select({ focus_on_load: true }))])).toEqual([
    said('`focus_on_load` is only available in views', '/blocks/0/element/focus_on_load'),
  ]);
});
