import { expect, test } from 'vitest';
import { checkBlocks, checkView, slackMessage } from '../../../../sandbox/simulators/slack/rules/index.ts';
import { about, actions, button, modal, plain, said, section } from './samples.ts';

test('a broken rule is printed the way Slack prints it', () => {
  const line = slackMessage({
    code: 'too_long',
    pointer: '/view/title/text',
    message: 'must be less than 25 characters',
  });
  expect(line).toBe('[ERROR] must be less than 25 characters [json-pointer:/view/title/text]');
});

test('a missing field is reported at the object that lacks it', () => {
  expect(checkView({ type: 'modal', blocks: [section()] })?.violations.map(slackMessage)).toEqual([
    said('missing required field: title', '/view'),
  ]);
  expect(about({ type: 'header' })).toEqual([said('missing required field: text', '/blocks/0')]);
});

test('every unknown field is named', () => {
  expect(about(actions(button({ disabled: true, colour: 'red' })))).toEqual([
    said('invalid additional property: disabled', '/blocks/0/elements/0'),
    said('invalid additional property: colour', '/blocks/0/elements/0'),
  ]);
});

test('wrong types are named in words', () => {
  expect(about({ type: 'actions', elements: 'none' })).toEqual([
    said('must provide an array', '/blocks/0/elements'),
  ]);
  expect(about(section({ expand: 'yes' }))).toEqual([said('must provide a boolean', '/blocks/0/expand')]);
  expect(about(section({ block_id: 7 }))).toEqual([said('must provide a string', '/blocks/0/block_id')]);
  expect(about('divider')).toEqual([said('must provide an object', '/blocks/0')]);
});

test('pointers start where the caller says', () => {
  const [violation] = checkBlocks([{ type: 'header', text: plain('') }], 'message', '/message/blocks');
  expect(violation?.pointer).toBe('/message/blocks/0/text/text');
});

test('all broken rules are reported at once, not only the first', () => {
  const refusal = checkView(modal({ title: plain('x'.repeat(25)), blocks: [{ type: 'header' }] }));
  expect(refusal?.violations).toHaveLength(2);
});

test('a slash or tilde in a field name is escaped in the pointer', () => {
  expect(about({ type: 'rich_text', elements: [{ type: 'a/b~c' }] })).toEqual([
    said('unsupported type: a/b~c', '/blocks/0/elements/0/type'),
  ]);
});
