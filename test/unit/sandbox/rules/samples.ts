import { checkBlocks, type Surface, slackMessage } from '../../../../sandbox/simulators/slack/rules/index.ts';

/** Small valid pieces of Block Kit and the lines Slack would print about them. */

export type Piece = Record<string, unknown>;

export const letters = (count: number) => 'x'.repeat(count);
export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const plain = (text = 'Hello'): Piece => ({ type: 'plain_text', text });
export const mrkdwn = (text = '*Hello*'): Piece => ({ type: 'mrkdwn', text });
export const button = (more: Piece = {}): Piece => ({ type: 'button', text: plain('Go'), ...more });
export const option = (value = 'a', more: Piece = {}): Piece => ({ text: plain(value), value, ...more });
export const select = (more: Piece = {}): Piece => ({
  type: 'static_select',
  options: [option('a'), option('b')],
  ...more,
});
export const picture = (more: Piece = {}): Piece => ({
  type: 'image',
  alt_text: 'A cat',
  image_url: 'https://example.com/cat.png',
  ...more,
});

export const section = (more: Piece = {}): Piece => ({ type: 'section', text: mrkdwn(), ...more });
export const actions = (...elements: Piece[]): Piece => ({ type: 'actions', elements });
export const input = (element: Piece = { type: 'plain_text_input' }, more: Piece = {}): Piece => ({
  type: 'input',
  label: plain('Name'),
  element,
  ...more,
});
export const rich = (...elements: Piece[]): Piece => ({ type: 'rich_text', elements });
export const richLine = (...elements: Piece[]): Piece => rich({ type: 'rich_text_section', elements });

export const modal = (more: Piece = {}): Piece => ({
  type: 'modal',
  title: plain('Zoom app'),
  blocks: [section()],
  ...more,
});
export const home = (more: Piece = {}): Piece => ({ type: 'home', blocks: [section()], ...more });

/** What Slack prints about blocks on a surface; empty when it takes them. */
export function lines(blocks: unknown[], surface: Surface = 'message'): string[] {
  return checkBlocks(blocks, surface).map(slackMessage);
}

/** What Slack prints about one block. */
export function about(block: unknown, surface: Surface = 'message'): string[] {
  return lines([block], surface);
}

export const said = (message: string, pointer: string) => `[ERROR] ${message} [json-pointer:${pointer}]`;
