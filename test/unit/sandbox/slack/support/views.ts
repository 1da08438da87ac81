import type { types } from '@slack/bolt';

/** Short builders for the views of the tests. */

export const text = (words: string): { type: 'plain_text'; text: string } => ({
  type: 'plain_text',
  text: words,
});

export const option = (words: string, value: string) => ({ text: text(words), value });

export const checkboxes = (action_id: string, labels: readonly string[]) => ({
  type: 'checkboxes',
  action_id,
  options: labels.map((label) => option(label, label)),
});

export const input = (block_id: string, label: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id,
  label: text(label),
  element,
  ...more,
});

/** A modal with callback id `form`; `submit` null leaves the button away. */
export const modal = (
  title: string,
  blocks: readonly { type: string }[],
  submit: string | null = 'Save',
): types.ModalView => ({
  type: 'modal',
  callback_id: 'form',
  title: text(title),
  ...(submit === null ? {} : { submit: text(submit) }),
  close: text('Cancel'),
  blocks: [...blocks],
});
