import type { types } from '@slack/bolt';

type ModalView = types.ModalView;
type InputBlock = types.InputBlock;

/** Modals of a neighbour: every input element there is, on two views, and a third on top. */

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text }) as const;
const choice = (text: string) => ({ text: plain(text), value: text.toLowerCase() });

const input = (
  label: string,
  element: InputBlock['element'],
  more: Partial<InputBlock> = {},
): InputBlock => ({
  type: 'input',
  block_id: label.toLowerCase(),
  label: plain(label),
  element: { ...element, action_id: 'it' },
  ...more,
});

export const typedView: ModalView = {
  type: 'modal',
  callback_id: 'typed',
  title: plain('Everything typed'),
  submit: plain('Go on'),
  notify_on_close: true,
  blocks: [
    input('Notes', { type: 'plain_text_input', multiline: true, max_length: 60 }),
    input('Email', { type: 'email_text_input' }),
    input('Link', { type: 'url_text_input' }, { optional: true }),
    input('Seats', { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '500' }),
    input('Day', { type: 'datepicker' }),
    input('Time', { type: 'timepicker' }),
    input('Moment', { type: 'datetimepicker' }),
    input('Message', { type: 'rich_text_input', action_id: 'it' }),
    input('Manifest', { type: 'file_input', filetypes: ['json', 'yml'], max_files: 2 }),
  ],
};

export const chosenView: ModalView = {
  type: 'modal',
  callback_id: 'chosen',
  title: plain('Everything chosen'),
  submit: plain('Go on'),
  notify_on_close: true,
  blocks: [
    {
      type: 'section',
      block_id: 'menu',
      text: mrkdwn('A section with its *own menu*'),
      accessory: { type: 'overflow', action_id: 'menu', options: ['Archive', 'Restore'].map(choice) },
    },
    input('Plan', {
      type: 'static_select',
      option_groups: [
        { label: plain('Small'), options: ['Free', 'Team'].map(choice) },
        { label: plain('Large'), options: ['Business', 'Grid'].map(choice) },
      ],
    }),
    input('Colours', {
      type: 'multi_static_select',
      options: ['Red', 'Green', 'Blue'].map(choice),
      max_selected_items: 2,
    }),
    input('City', { type: 'external_select', min_query_length: 1 }),
    input('Reviewers', { type: 'multi_users_select' }),
    input('Place', { type: 'conversations_select', default_to_current_conversation: true }),
    input('Channel', { type: 'channels_select' }, { optional: true }),
    input('Size', { type: 'radio_buttons', options: ['Small', 'Large'].map(choice) }),
    input(
      'Extras',
      { type: 'checkboxes', options: ['Recordings', 'Webinars'].map(choice) },
      { optional: true },
    ),
  ],
};

export const lastView: ModalView = {
  type: 'modal',
  callback_id: 'last',
  title: plain('The third view'),
  submit: plain('Close them all'),
  notify_on_close: true,
  blocks: [
    { type: 'section', text: mrkdwn('Slack stacks three views, no more.') },
    {
      type: 'actions',
      block_id: 'deeper',
      elements: [{ type: 'button', action_id: 'deeper', text: plain('Push a fourth') }],
    },
  ],
};

/** The third view once Slack has refused a fourth. */
export const refusedView = (why: string): ModalView => ({
  ...lastView,
  blocks: [{ type: 'section', text: mrkdwn(`Slack said \`${why}\`.`) }, ...lastView.blocks],
});

export const cities = ['Berlin', 'Bern', 'Lisbon'].map(choice);
