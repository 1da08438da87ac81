import { expect } from 'vitest';
import { renderBlocks } from '../../../../sandbox/simulators/slack/render/blocks.ts';
import { checkBlocks, checkMessage, checkView } from '../../../../sandbox/simulators/slack/rules/index.ts';
import type { HomeView, KnownBlock, MessageView } from '../../../../src/slack/blocks/block_types.ts';

/** The message as a person reads it; fails when Slack would refuse it, or when its `text` says nothing. */
export function read(message: MessageView): string {
  expect(checkMessage({ ...message })).toBeNull();
  expect(message.text.trim()).not.toBe('');
  return renderBlocks(message.blocks).join('\n');
}

export function readHome(view: HomeView): string {
  expect(checkView(view)).toBeNull();
  return renderBlocks(view.blocks).join('\n');
}

/** Blocks inside a modal. */
export function readModal(blocks: readonly KnownBlock[]): string {
  expect(checkBlocks(blocks, 'modal')).toEqual([]);
  const title = { type: 'plain_text', text: 'How to' };
  expect(checkView({ type: 'modal', title, blocks })).toBeNull();
  return renderBlocks(blocks).join('\n');
}

export interface Pressable {
  readonly label: string;
  readonly id: string;
  readonly value: string;
  readonly url: string;
}

/** Everything that can be pressed or picked, wherever it stands; the entries of a menu with the id and value that they lead to. */
export function pressables(blocks: unknown): Pressable[] {
  if (Array.isArray(blocks)) return blocks.flatMap(pressables);
  if (typeof blocks !== 'object' || blocks === null) return [];
  const fields = Object.fromEntries(Object.entries(blocks));
  const inner = Object.values(fields).flatMap(pressables);
  if (typeof fields.action_id !== 'string') return inner;
  if (fields.type === 'overflow' && Array.isArray(fields.options)) return fields.options.map(entry);
  const label = Object.entries(fields.text ?? fields.placeholder ?? {}).find(([key]) => key === 'text')?.[1];
  const own = {
    label: String(label ?? ''),
    id: fields.action_id,
    value: String(fields.value ?? ''),
    url: String(fields.url ?? ''),
  };
  return [own, ...inner];
}

function entry(option: { readonly text: { readonly text: string }; readonly value: string }): Pressable {
  const [id = '', ...value] = option.value.split(' ');
  return { label: option.text.text, id, value: value.join(' '), url: '' };
}

export function labels(blocks: unknown): string[] {
  return pressables(blocks).map(({ label }) => label);
}
