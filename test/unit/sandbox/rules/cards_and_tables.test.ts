import { describe, expect, test } from 'vitest';
import { about, button, letters, lines, many, mrkdwn, type Piece, plain, richLine, said } from './samples.ts';

describe('an alert', () => {
  test('has 200 characters and a level Slack knows', () => {
    const alert = (more: Piece) => about({ type: 'alert', text: mrkdwn(letters(200)), ...more }, 'modal');
    expect(alert({ level: 'success' })).toEqual([]);
    expect(alert({ text: plain(letters(201)) })).toHaveLength(1);
    expect(alert({ level: 'fatal' })).toHaveLength(1);
  });
});

describe('a card', () => {
  const card = (more: Piece) => about({ type: 'card', ...more });
  test('shows at least something', () => {
    expect(card({ body: mrkdwn() })).toEqual([]);
    expect(card({ subtitle: mrkdwn() })).toHaveLength(1);
  });

  test('has short texts in mrkdwn and three buttons at most', () => {
    expect(
      card({ title: mrkdwn(letters(150)), body: mrkdwn(letters(200)), actions: many(3, () => button()) }),
    ).toEqual([]);
    expect(card({ title: mrkdwn(letters(151)), body: mrkdwn(letters(201)) })).toHaveLength(2);
    expect(card({ title: plain() })).toHaveLength(1);
    expect(card({ actions: many(4, () => button()) })).toHaveLength(1);
  });

  test('ten of them fill a carousel', () => {
    const carousel = (count: number) =>
      about({ type: 'carousel', elements: many(count, () => ({ type: 'card', title: mrkdwn() })) });
    expect(carousel(10)).toEqual([]);
    expect(carousel(11)).toHaveLength(1);
    expect(carousel(0)).toHaveLength(1);
  });
});

describe('a container', () => {
  const container = (more: Piece) =>
    about({ type: 'container', title: plain(), child_blocks: [{ type: 'divider' }], ...more });
  test('needs a title and one to ten blocks', () => {
    expect(container({ title: undefined, rich_text_title: richLine({ type: 'text', text: 'T' }) })).toEqual(
      [],
    );
    expect(container({ title: undefined })).toHaveLength(1);
    expect(container({ child_blocks: many(11, () => ({ type: 'divider' })) })).toHaveLength(1);
    expect(container({ child_blocks: [] })).toHaveLength(1);
  });

  test('starts collapsed only when it can collapse', () => {
    expect(container({ is_collapsible: true, default_collapsed: true })).toEqual([]);
    expect(container({ default_collapsed: true })).toHaveLength(1);
  });
});

describe('a plan', () => {
  const task = (more: Piece = {}): Piece => ({
    type: 'task_card',
    task_id: 't1',
    title: 'Check scopes',
    status: 'in_progress',
    ...more,
  });
  const plan = (...tasks: Piece[]): Piece => ({ type: 'plan', title: 'Readiness', tasks });

  test('lists tasks with details, output and sources', () => {
    const details = richLine({ type: 'text', text: 'All there' });
    const sources = [{ type: 'url', url: 'https://example.com', text: 'Docs' }];
    expect(about(plan(task({ details, output: details, sources })))).toEqual([]);
  });

  test('knows the state complete, not completed', () => {
    expect(about(plan(task({ status: 'completed' })))).toEqual([
      said('must be a valid enum value', '/blocks/0/tasks/0/status'),
    ]);
  });

  test('needs a title as a bare string and holds no buttons', () => {
    expect(about({ ...plan(), title: plain() })).toEqual([said('must provide a string', '/blocks/0/title')]);
    expect(about(plan(task({ actions: [button()] })))).toHaveLength(1);
  });

  test('stands alone: no second plan, no loose task card beside it', () => {
    expect(lines([task(), task({ task_id: 't2' })])).toEqual([]);
    expect(lines([plan(), plan()])).toEqual([said('only one plan allowed', '/blocks/1')]);
    expect(lines([plan(), task()])).toEqual([said('must not mix `plan` and `task_card`', '/blocks/1')]);
  });
});

describe('a table', () => {
  const rows = (count: number, columns: number, text = 'x') =>
    many(count, () => many(columns, () => ({ type: 'raw_text', text })));
  const table = (more: Piece) => about({ type: 'table', ...more });

  test('has up to 100 rows of up to 20 cells', () => {
    expect(table({ rows: rows(100, 20) })).toEqual([]);
    expect(table({ rows: rows(101, 1) })).toHaveLength(1);
    expect(table({ rows: rows(1, 21) })).toHaveLength(1);
    expect(table({ rows: [] })).toHaveLength(1);
  });

  test('has no empty cell and no cell of mrkdwn', () => {
    expect(table({ rows: [[richLine({ type: 'text', text: 'Live' })]] })).toEqual([]);
    expect(table({ rows: [[{ type: 'raw_text', text: '' }]] })).toHaveLength(1);
    expect(table({ rows: [[mrkdwn()]] })).toHaveLength(1);
  });

  test('holds 10,000 characters in all', () => {
    expect(table({ rows: rows(10, 1, letters(1000)) })).toEqual([]);
    expect(table({ rows: rows(10, 1, letters(1001)) })).toHaveLength(1);
  });

  test('may align and wrap columns', () => {
    expect(table({ rows: rows(1, 1), column_settings: [{ align: 'right', is_wrapped: true }] })).toEqual([]);
    expect(table({ rows: rows(1, 1), column_settings: [{ align: 'justify' }] })).toHaveLength(1);
  });

  test('stands once in a message, also inside a container and beside a data table', () => {
    const one = { type: 'table', rows: rows(2, 1) };
    const only = (at: string) => [said('only one table allowed', at)];
    expect(lines([one, one])).toEqual(only('/blocks/1'));
    expect(lines([one, { type: 'container', title: plain(), child_blocks: [one] }])).toEqual(
      only('/blocks/1/child_blocks/0'),
    );
    expect(lines([one, { type: 'data_table', caption: 'c', rows: rows(2, 1) }])).toEqual(only('/blocks/1'));
    expect(lines([one, one], 'home')).toEqual([]);
  });
});

describe('a data table', () => {
  const cell = { type: 'raw_text', text: 'x' };
  const data = (more: Piece) =>
    about({ type: 'data_table', caption: 'Apps', rows: [[cell], [cell]], ...more });
  test('has a caption, a header row and 1 to 100 rows below', () => {
    expect(data({ rows: many(101, () => [cell]), page_size: 100 })).toEqual([]);
    expect(data({ rows: many(102, () => [cell]) })).toHaveLength(1);
    expect(data({ rows: [[cell]] })).toHaveLength(1);
    expect(data({ caption: undefined })).toHaveLength(1);
    expect(data({ page_size: 101 })).toHaveLength(1);
  });

  test('has no rich text in its header, and names an existing column', () => {
    const formatted = richLine({ type: 'text', text: 'x' });
    expect(data({ rows: [[cell], [formatted]], row_header_column_index: 0 })).toEqual([]);
    expect(data({ rows: [[formatted], [cell]] })).toHaveLength(1);
    expect(data({ row_header_column_index: 1 })).toHaveLength(1);
  });
});

describe('a chart', () => {
  const bars = (labels: string[], name = 'Apps') => ({
    type: 'bar',
    series: [{ name, data: labels.map((label) => ({ label, value: 1 })) }],
    axis_config: { categories: ['Mon', 'Tue'] },
  });
  const chart = (drawn: Piece) => ({ type: 'data_visualization', title: 'Apps', chart: drawn });
  test('has one point per category in every series', () => {
    expect(about(chart(bars(['Mon', 'Tue'])))).toEqual([]);
    expect(about(chart(bars(['Mon'])))).toHaveLength(1);
    expect(about(chart(bars(['Mon', 'Wed'])))).toHaveLength(1);
  });

  test('stands twice in a message at most', () => {
    const one = chart(bars(['Mon', 'Tue']));
    expect(lines([one, one])).toEqual([]);
    expect(lines([one, one, one])).toHaveLength(1);
  });
});

describe('markdown', () => {
  const markdown = (count: number) => ({ type: 'markdown', text: letters(count) });
  test('is limited to 12,000 characters, alone and in all', () => {
    expect(lines([markdown(6000), markdown(6000)])).toEqual([]);
    expect(lines([markdown(12001)])).toEqual([said('must be less than 12001 characters', '/blocks/0/text')]);
    expect(lines([markdown(6000), markdown(6001)])).toEqual([
      said('must be less than 12001 characters', '/blocks'),
    ]);
  });
});
