import { expect, test } from 'vitest';
import { checkView, slackMessage } from '../../../../sandbox/simulators/slack/rules/index.ts';
import { home, input, letters, many, modal, mrkdwn, plain, said, section } from './samples.ts';

const refusal = (view: unknown) => checkView(view)?.violations.map(slackMessage) ?? [];

test('Slack takes a modal with everything a modal may have', () => {
  expect(
    checkView(
      modal({
        title: plain(letters(24)),
        submit: plain(letters(24)),
        close: plain(letters(24)),
        callback_id: letters(255),
        external_id: letters(255),
        private_metadata: letters(3000),
        clear_on_close: true,
        notify_on_close: true,
        blocks: [input()],
      }),
    ),
  ).toBeNull();
});

test('title, submit and close have 24 plain characters at most', () => {
  for (const field of ['title', 'submit', 'close']) {
    expect(refusal(modal({ [field]: plain(letters(25)) }))).toEqual([
      said('must be less than 25 characters', `/view/${field}/text`),
    ]);
    expect(refusal(modal({ [field]: mrkdwn('Hi') }))).toHaveLength(1);
  }
});

test('private_metadata ends at 3000 characters, callback_id and external_id at 255', () => {
  expect(refusal(modal({ private_metadata: letters(3001) }))).toEqual([
    said('must be less than 3001 characters', '/view/private_metadata'),
  ]);
  expect(refusal(modal({ callback_id: letters(256), external_id: letters(256) }))).toHaveLength(2);
  expect(refusal(modal({ private_metadata: { app: 1 } }))).toHaveLength(1);
});

test('a modal with an input needs a submit button', () => {
  expect(checkView(modal({ blocks: [input()], submit: plain('Save') }))).toBeNull();
  expect(checkView(modal({ blocks: [section(), input()] }))).toEqual({
    error: 'invalid_arguments',
    violations: [
      {
        code: 'submit_missing',
        pointer: '/view/blocks/1/input',
        message: 'must define `submit` to use an `input` block in modals',
      },
    ],
  });
});

test('Home has neither title nor buttons, and its inputs need no submit', () => {
  expect(checkView(home({ blocks: [input()], private_metadata: '', callback_id: 'home' }))).toBeNull();
  for (const field of ['title', 'submit', 'close'])
    expect(refusal(home({ [field]: plain() }))).toEqual([
      said(`invalid additional property: ${field}`, '/view'),
    ]);
});

test('a view needs blocks, from 1 to 100', () => {
  expect(refusal(modal({ blocks: undefined }))).toEqual([said('missing required field: blocks', '/view')]);
  expect(refusal(modal({ blocks: [] }))).toEqual([said('must provide at least 1 items', '/view/blocks')]);
  expect(refusal(modal({ blocks: many(101, () => ({ type: 'divider' })) }))).toHaveLength(1);
});

test('fields of a stored view cannot be sent back', () => {
  for (const field of ['id', 'hash', 'state', 'team_id'])
    expect(refusal(modal({ [field]: 'x' }))).toEqual([
      said(`invalid additional property: ${field}`, '/view'),
    ]);
});

test('there are two types of view', () => {
  expect(refusal({ type: 'workflow_step', blocks: [section()] })).toEqual([
    said('unsupported type: workflow_step', '/view/type'),
  ]);
  expect(refusal('modal')).toEqual([said('must provide an object', '/view')]);
  expect(refusal(undefined)).toEqual([said('missing required field', '/view')]);
});

test('a view over 250 kB is too large', () => {
  const blocks = many(100, () => section({ text: plain(letters(2900)) }));
  expect(checkView(home({ blocks }))?.error).toBe('view_too_large');
  expect(checkView(home({ blocks: blocks.slice(0, 80) }))).toBeNull();
});

test('the rules of blocks are those of the surface', () => {
  const alert = { type: 'alert', text: plain() };
  expect(checkView(modal({ blocks: [alert] }))).toBeNull();
  expect(refusal(home({ blocks: [alert] }))).toEqual([
    said('unsupported type: alert', '/view/blocks/0/type'),
  ]);
});
