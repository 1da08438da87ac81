import { describe, expect, test } from 'vitest';
import { checkMessage } from '../../../../sandbox/simulators/slack/rules/index.ts';
import { letters, many, plain, section } from './samples.ts';

const error = (payload: unknown) => checkMessage(payload)?.error ?? null;

test('a message has a text, blocks or both', () => {
  expect(error({ channel: 'C1', text: 'Hello' })).toBeNull();
  expect(error({ blocks: [section()] })).toBeNull();
  expect(error({ attachments: [{ text: 'old' }] })).toBeNull();
});

test('an empty message is refused with no_text', () => {
  expect(error({})).toBe('no_text');
  expect(error({ text: '', blocks: [] })).toBe('no_text');
  expect(error({ text: '  \n' })).toBe('no_text');
});

test('an order to delete the original says nothing', () => {
  expect(error({ delete_original: true })).toBeNull();
});

test('blocks and metadata may come as JSON, as the Web API sends them', () => {
  expect(error({ blocks: JSON.stringify([section()]) })).toBeNull();
  expect(error({ blocks: '[{' })).toBe('invalid_blocks_format');
  expect(error({ text: 'x', blocks: { type: 'divider' } })).toBe('invalid_blocks_format');
});

test('one bad block refuses the whole message', () => {
  expect(checkMessage({ text: 'Hello', blocks: [{ type: 'section' }] })).toEqual({
    error: 'invalid_blocks',
    violations: [
      {
        code: 'text_or_fields',
        pointer: '/blocks/0/type',
        message: 'must define either `text` or `fields`',
      },
    ],
  });
  expect(error({ text: 'x', blocks: many(51, () => ({ type: 'divider' })) })).toBe('invalid_blocks');
});

test('text ends at 40,000 characters', () => {
  expect(error({ text: letters(40_000) })).toBeNull();
  expect(error({ text: letters(40_001) })).toBe('msg_too_long');
  expect(error({ text: 7 })).toBe('invalid_arguments');
});

test('blocks that are fine one by one can be too long together', () => {
  const long = (count: number) => many(count, () => section({ text: plain(letters(3000)) }));
  expect(error({ blocks: long(4) })).toBeNull();
  expect(error({ blocks: long(5) })).toBe('msg_blocks_too_long');
});

test('a thread is named by a timestamp with six decimals', () => {
  expect(error({ text: 'x', thread_ts: '1720710212.000100' })).toBeNull();
  expect(error({ text: 'x', thread_ts: '1720710212' })).toBe('invalid_thread_ts');
  expect(error({ text: 'x', thread_ts: 1720710212.0001 })).toBe('invalid_thread_ts');
});

test('an answer to a response_url is for one or for all', () => {
  expect(error({ text: 'x', response_type: 'ephemeral', replace_original: true })).toBeNull();
  expect(error({ text: 'x', response_type: 'everyone' })).toBe('invalid_arguments');
});

test('attachments are few, and their blocks obey the same rules', () => {
  expect(error({ attachments: [{ blocks: [section()] }] })).toBeNull();
  expect(checkMessage({ attachments: [{ blocks: [{ type: 'alert', text: plain() }] }] })).toMatchObject({
    error: 'invalid_attachments',
    violations: [{ pointer: '/attachments/0/blocks/0/type' }],
  });
  expect(error({ attachments: many(101, () => ({})) })).toBe('too_many_attachments');
  expect(error({ attachments: 'none' })).toBe('invalid_attachments');
});

test('something that is no object is no message', () => {
  expect(error('Hello')).toBe('invalid_arguments');
});

describe('metadata', () => {
  const metadata = (value: unknown) => error({ text: 'x', metadata: value });
  const payload = { app: 'crm', ready: true, stages: [{ name: 'live' }], owner: { id: 'U1' } };
  test('is an event_type and a flat event_payload', () => {
    expect(metadata({ event_type: 'zoom_app_ready', event_payload: payload })).toBeNull();
    expect(metadata(JSON.stringify({ event_type: 'ready', event_payload: {} }))).toBeNull();
  });

  test('is refused when it is no object', () => {
    expect(metadata('{')).toBe('invalid_metadata_format');
    expect(metadata([])).toBe('invalid_metadata_format');
  });

  test('is refused with missing, extra or nested parts', () => {
    expect(metadata({ event_type: 'ready' })).toBe('invalid_metadata_schema');
    expect(metadata({ event_type: 'is ready!', event_payload: {} })).toBe('invalid_metadata_schema');
    expect(metadata({ event_type: 'ready', event_payload: {}, more: 1 })).toBe('invalid_metadata_schema');
    expect(metadata({ event_type: 'ready', event_payload: { a: { b: { c: 1 } } } })).toBe(
      'invalid_metadata_schema',
    );
    expect(metadata({ event_type: 'ready', event_payload: { a: null } })).toBe('invalid_metadata_schema');
  });

  test('is refused over 8 kB', () => {
    expect(metadata({ event_type: 'ready', event_payload: { a: letters(8000) } })).toBe('metadata_too_large');
  });
});

test('half a surrogate pair and a NUL are no text, wherever they stand', () => {
  const block = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
  for (const half of ['\ud83d', '\ude00', 'a\0b']) {
    expect(error({ text: `Hello ${half}` })).toBe('invalid_arguments');
    expect(error({ text: 'x', blocks: [block(half)] })).toBe('invalid_arguments');
    expect(error({ text: 'x', blocks: JSON.stringify([block(half)]) })).toBe('invalid_arguments');
  }
  expect(error({ text: 'Hello 😀', blocks: JSON.stringify([block('😀')]) })).toBeNull();
});
