import { describe, expect, it } from 'vitest';
import { renderBlocks } from '../../../../sandbox/simulators/slack/index.ts';
import { checkboxes, input, option, text } from './support/views.ts';

const mrkdwn = (words: string) => ({ type: 'mrkdwn', text: words });
const button = (label: string) => ({ type: 'button', action_id: label, text: text(label) });

describe('blocks as text', () => {
  it('read line by line, with buttons and menus', () => {
    const menu = {
      type: 'static_select',
      action_id: 'm',
      placeholder: text('Level'),
      options: [option('Loud', 'l')],
    };
    const blocks = [
      { type: 'header', text: text('Acme Zoom') },
      {
        type: 'section',
        text: mrkdwn('*Stage*: testing\nnext: <https://x.test|Open> &amp; look'),
        accessory: button('Check'),
      },
      { type: 'section', fields: [mrkdwn('A'), mrkdwn('B')] },
      { type: 'divider' },
      {
        type: 'context',
        elements: [mrkdwn('seen'), { type: 'image', alt_text: 'a dot', image_url: 'https://x.test/i' }],
      },
      {
        type: 'actions',
        elements: [button('One'), menu, { type: 'overflow', options: [option('More', 'm')] }],
      },
    ];
    expect(renderBlocks(blocks)).toEqual([
      'Acme Zoom',
      '*Stage*: testing',
      'next: Open (https://x.test) & look',
      '[Check]',
      'A',
      'B',
      '---',
      'seen (image: a dot)',
      '[One] <Level ▾> <… More>',
    ]);
  });

  it('name people, channels and dates', () => {
    const nameOf = (id: string) => (id === 'U1' ? '@Ana' : '#general');
    const said = '<@U1> in <#C1|general> on <!date^1^{date}|1 Nov>, <!here>';
    expect(renderBlocks([{ type: 'section', text: mrkdwn(said) }], { nameOf })).toEqual([
      '@Ana in #general on 1 Nov, @here',
    ]);
  });

  it('show inputs with their values, hints and errors', () => {
    const blocks = [
      input(
        'n',
        'Name',
        { type: 'plain_text_input', action_id: 'v', placeholder: text('Acme') },
        { hint: text('As in Zoom') },
      ),
      input('t', 'Type', {
        type: 'radio_buttons',
        action_id: 'v',
        options: [option('Admin', 'a'), option('User', 'u')],
      }),
      input('e', 'Environments', checkboxes('v', ['Development', 'Production']), { optional: true }),
    ];
    const fields = {
      t: { v: { type: 'radio_buttons', selected_option: option('User', 'u') } },
      e: { v: { type: 'checkboxes', selected_options: [option('Production', 'Production')] } },
    };
    expect(renderBlocks(blocks, { fields, errors: { n: 'Needed' } })).toEqual([
      'Name: (Acme)',
      '  As in Zoom',
      '  ! Needed',
      'Type:',
      '  ( ) Admin',
      '  (•) User',
      'Environments (optional):',
      '  [ ] Development',
      '  [x] Production',
    ]);
  });

  it('read rich text, tables, cards, alerts and plans', () => {
    const rich = (words: string) => ({
      type: 'rich_text_section',
      elements: [{ type: 'text', text: words }],
    });
    const blocks = [
      {
        type: 'rich_text',
        elements: [
          rich('Checks'),
          { type: 'rich_text_list', style: 'ordered', elements: [rich('one'), rich('two')] },
        ],
      },
      {
        type: 'table',
        rows: [
          [
            { type: 'raw_text', text: 'App' },
            { type: 'raw_text', text: 'Stage' },
          ],
        ],
      },
      { type: 'carousel', elements: [{ type: 'card', title: mrkdwn('Acme'), actions: [button('Open')] }] },
      { type: 'alert', level: 'warning', text: text('Careful') },
      {
        type: 'plan',
        title: 'Plan',
        tasks: [{ type: 'task_card', task_id: '1', title: 'Scopes', status: 'complete' }],
      },
      { type: 'newest', text: 'unknown' },
    ];
    expect(renderBlocks(blocks)).toEqual([
      'Checks',
      '1. one',
      '2. two',
      'App | Stage',
      'Acme',
      '[Open]',
      '(warning) Careful',
      'Plan',
      '[complete] Scopes',
      '(newest)',
    ]);
  });
});
