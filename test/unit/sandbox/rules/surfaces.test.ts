import { describe, expect, test } from 'vitest';
import {
  about,
  actions,
  button,
  input,
  lines,
  many,
  mrkdwn,
  type Piece,
  picture,
  plain,
  richLine,
  said,
  section,
} from './samples.ts';

const task: Piece = { type: 'task_card', task_id: 't1', title: 'Check', status: 'complete' };
const card: Piece = { type: 'card', title: mrkdwn(), actions: [button()] };
const cells = [[{ type: 'raw_text', text: 'App' }], [{ type: 'raw_number', value: 3, text: '3' }]];

const samples: Record<string, Piece> = {
  actions: actions(button()),
  alert: { type: 'alert', text: plain('Careful'), level: 'warning' },
  card,
  carousel: { type: 'carousel', elements: [card] },
  container: { type: 'container', title: plain(), child_blocks: [section()] },
  context: { type: 'context', elements: [plain()] },
  context_actions: {
    type: 'context_actions',
    elements: [{ type: 'icon_button', icon: 'trash', text: plain() }],
  },
  data_table: { type: 'data_table', caption: 'Apps', rows: cells },
  data_visualization: {
    type: 'data_visualization',
    title: 'Apps',
    chart: { type: 'pie', segments: [{ label: 'Live', value: 3 }] },
  },
  divider: { type: 'divider' },
  file: { type: 'file', source: 'remote', external_id: 'F1' },
  header: { type: 'header', text: plain() },
  image: picture(),
  input: input(),
  markdown: { type: 'markdown', text: '# Hello' },
  plan: { type: 'plan', title: 'Readiness', tasks: [task] },
  rich_text: richLine({ type: 'text', text: 'Hello' }),
  section: section(),
  table: { type: 'table', rows: cells },
  task_card: task,
  video: {
    type: 'video',
    alt_text: 'Tour',
    title: plain(),
    thumbnail_url: 'https://example.com/a.png',
    video_url: 'https://example.com/embed/1',
  },
};

const everywhere = [
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'video',
];
const allowed = {
  message: [
    ...everywhere,
    ...['card', 'carousel', 'container', 'context_actions', 'data_table', 'data_visualization'],
    ...['markdown', 'plan', 'table', 'task_card'],
  ],
  modal: [...everywhere, 'alert'],
  home: [...everywhere, 'card', 'carousel', 'data_table', 'table'],
} as const;

describe.each(['message', 'modal', 'home'] as const)('on a %s', (surface) => {
  for (const [type, block] of Object.entries(samples)) {
    const takes = allowed[surface].includes(type);
    test(`Slack ${takes ? 'takes' : 'refuses'} a block of type ${type}`, () => {
      const refusal = [said(`unsupported type: ${type}`, '/blocks/0/type')];
      expect(about(block, surface)).toEqual(takes ? [] : refusal);
    });
  }
});

test('a message holds 50 blocks, a view 1 to 100', () => {
  const dividers = (count: number) => many(count, () => ({ type: 'divider' }));
  expect(lines(dividers(50))).toEqual([]);
  expect(lines(dividers(51))).toEqual([said('no more than 50 items allowed', '/blocks')]);
  for (const surface of ['modal', 'home'] as const) {
    expect(lines(dividers(100), surface)).toEqual([]);
    expect(lines(dividers(101), surface)).toEqual([said('no more than 100 items allowed', '/blocks')]);
    expect(lines([], surface)).toEqual([said('must provide at least 1 items', '/blocks')]);
  }
});

test('a container holds neither a card nor another container', () => {
  const holding = (child: Piece) => about({ type: 'container', title: plain(), child_blocks: [child] });
  expect(holding(samples.table ?? {})).toEqual([]);
  expect(holding(card)).toEqual([said('unsupported type: card', '/blocks/0/child_blocks/0/type')]);
  expect(holding(samples.container ?? {})).toHaveLength(1);
});
