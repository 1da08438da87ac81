import { describe, expect, test } from 'vitest';
import { type AckKind, checkAck } from '../../../../sandbox/simulators/slack/rules/index.ts';
import { home, input, letters, many, modal, option, plain, section } from './samples.ts';

const error = (kind: AckKind, body: unknown, view?: unknown) => checkAck(kind, body, { view })?.error ?? null;

test('a bare acknowledgement is enough, except for suggestions', () => {
  const kinds = ['slash_commands', 'view_submission', 'block_actions', 'view_closed', 'events_api'] as const;
  for (const kind of kinds) for (const body of [undefined, '', {}]) expect(error(kind, body)).toBeNull();
  expect(error('block_suggestion', undefined)).toBe('invalid_options');
});

test('actions, shortcuts and closed views take no answer', () => {
  for (const kind of ['block_actions', 'view_closed', 'shortcut', 'message_action'] as const)
    expect(error(kind, { text: 'Done' })).toBe('unexpected_response_payload');
});

test('an event may be answered with any body, which is not read', () => {
  for (const body of ['ok', { ok: true }, { text: 'Done' }, { blocks: [{ type: 'nothing' }] }, ['x'], 1])
    expect(error('events_api', body)).toBeNull();
});

describe('the answer to a slash command', () => {
  test('is a text or a message', () => {
    expect(error('slash_commands', 'Hello')).toBeNull();
    expect(error('slash_commands', { text: 'Hello', response_type: 'in_channel' })).toBeNull();
    expect(error('slash_commands', { blocks: [section()] })).toBeNull();
  });

  test('is refused when a block is wrong or a field unknown', () => {
    expect(checkAck('slash_commands', { text: 'x', blocks: [{ type: 'section' }] }, {})).toMatchObject({
      error: 'invalid_command_response',
      violations: [{ pointer: '/blocks/0/type' }],
    });
    expect(error('slash_commands', { response_action: 'clear' })).toBe('invalid_command_response');
    expect(error('slash_commands', { text: 'x', txt: 'y' })).toBe('invalid_command_response');
  });
});

describe('the answer to a submitted modal', () => {
  const named = { block_id: 'name' };
  const view = modal({
    submit: plain('Save'),
    blocks: [{ ...section(), block_id: 'intro' }, input(undefined, named)],
  });
  const answer = (body: unknown) => error('view_submission', body, view);

  test('may close the whole stack', () => {
    expect(answer({ response_action: 'clear' })).toBeNull();
    expect(answer({ response_action: 'close' })).toBe('invalid_arguments');
    expect(answer({ text: 'Thanks' })).toBe('invalid_arguments');
    expect(answer({ response_action: 'clear', view })).toBe('invalid_arguments');
  });

  test('may put errors under inputs of that modal', () => {
    expect(answer({ response_action: 'errors', errors: { name: 'Taken' } })).toBeNull();
  });

  test('cannot put errors anywhere else', () => {
    for (const block of ['intro', 'nowhere'])
      expect(
        checkAck('view_submission', { response_action: 'errors', errors: { [block]: 'No' } }, { view }),
      ).toEqual({
        error: 'invalid_arguments',
        violations: [
          {
            code: 'not_an_input',
            pointer: `/errors/${block}`,
            message: `\`${block}\` is not the block_id of an input block in this view`,
          },
        ],
      });
    expect(answer({ response_action: 'errors', errors: {} })).toBe('invalid_arguments');
    expect(answer({ response_action: 'errors', errors: { name: '' } })).toBe('invalid_arguments');
    expect(answer({ response_action: 'errors' })).toBe('invalid_arguments');
  });

  test.each(['update', 'push'])('may %s to a modal that is valid itself', (response_action) => {
    expect(answer({ response_action, view })).toBeNull();
    expect(answer({ response_action })).toBe('invalid_arguments');
    expect(answer({ response_action, view: home() })).toBe('invalid_arguments');
    expect(
      checkAck('view_submission', { response_action, view: modal({ title: plain(letters(25)) }) }, { view }),
    ).toMatchObject({ error: 'invalid_arguments', violations: [{ pointer: '/view/title/text' }] });
  });
});

describe('the answer to a person typing in a menu', () => {
  const answer = (body: unknown) => error('block_suggestion', body);
  const options = (count: number) => many(count, (index) => option(`o${index}`));
  const group = (count: number) => ({ label: plain('Zoom'), options: options(count) });

  test('is up to 100 options, or none', () => {
    expect(answer({ options: options(100) })).toBeNull();
    expect(answer({ options: [] })).toBeNull();
    expect(answer({ options: options(101) })).toBe('invalid_options');
  });

  test('is options or groups, and groups are counted together', () => {
    expect(answer({ option_groups: [group(50), group(50)] })).toBeNull();
    expect(answer({ option_groups: [group(51), group(50)] })).toBe('invalid_options');
    expect(answer({ options: options(1), option_groups: [group(1)] })).toBe('invalid_options');
    expect(answer({})).toBe('invalid_options');
  });

  test('has options of the usual lengths', () => {
    expect(answer({ options: [option('a', { text: plain(letters(76)) })] })).toBe('invalid_options');
    expect(answer({ options: [option('a', { value: letters(151) })] })).toBe('invalid_options');
  });
});
