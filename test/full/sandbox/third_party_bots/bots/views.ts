/** Blocks and views that both bots show; plain data that the types of either library take. */

const plain = (text: string) => ({ type: 'plain_text' as const, text });

export const line = (text: string) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text },
});

const button = (label: string, action_id: string) => ({
  type: 'button' as const,
  text: plain(label),
  action_id,
  value: label.toLowerCase(),
});

const option = (label: string) => ({ text: plain(label), value: label.toLowerCase() });

const row = (labels: readonly string[], prefix: string) => ({
  type: 'actions' as const,
  elements: labels.map((label) => button(label, `${prefix}_${label.toLowerCase()}`)),
});

/** An ephemeral message whose buttons change it through its response_url. */
export const menu = () => [line('What shall become of me?'), row(['Replace', 'Delete', 'Everyone'], 'menu')];

/** A message in the channel whose buttons change it through the Web API. */
export const card = () => [
  line('*Travel request*'),
  row(['Approve', 'Discuss', 'Remove'], 'card'),
  {
    type: 'section' as const,
    text: { type: 'mrkdwn' as const, text: 'How urgent?' },
    accessory: {
      type: 'static_select' as const,
      action_id: 'card_urgency',
      placeholder: plain('Urgency'),
      options: ['Low', 'High'].map(option),
    },
  },
];

export const home = (userId: string, visits: number) => ({
  type: 'home' as const,
  blocks: [
    line(`*Welcome home, <@${userId}>*`),
    line(`Pressed ${visits} times`),
    { type: 'actions' as const, elements: [button('Press me', 'home_press')] },
  ],
});

/** `channel`: where the person came from; the answer to closing goes there. */
export const form = (title: string, channel: string) => ({
  type: 'modal' as const,
  callback_id: 'hopes',
  title: plain(title),
  submit: plain('Send'),
  close: plain('Cancel'),
  notify_on_close: true,
  private_metadata: channel,
  blocks: [
    { ...line('Click to change the title'), accessory: button('Change it', 'form_rename') },
    {
      type: 'input' as const,
      block_id: 'hope',
      label: plain('Hopes and dreams'),
      element: { type: 'plain_text_input' as const, action_id: 'typed', multiline: true },
    },
    {
      type: 'input' as const,
      block_id: 'topic',
      optional: true,
      label: plain('Topic'),
      element: {
        type: 'external_select' as const,
        action_id: 'topics',
        min_query_length: 1,
        placeholder: plain('Type a topic'),
      },
    },
    {
      type: 'input' as const,
      block_id: 'where',
      label: plain('Channel'),
      element: {
        type: 'conversations_select' as const,
        action_id: 'chosen',
        response_url_enabled: true,
      },
    },
  ],
});

const TOPICS = ['Travel', 'Trees', 'Music'];

/** Options of the external select for what was typed. */
export const topicsLike = (typed: string) =>
  TOPICS.filter((topic) => topic.toLowerCase().startsWith(typed.toLowerCase())).map(option);

/** One modal of a chain of three. */
export const step = (number: 1 | 2 | 3) => ({
  type: 'modal' as const,
  callback_id: `step_${number}`,
  title: plain(`Step ${number}`),
  submit: plain('Next'),
  close: plain('Back'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'answer',
      label: plain(`Answer ${number}`),
      element: { type: 'plain_text_input' as const, action_id: 'typed' },
    },
    { type: 'actions' as const, elements: [button('Explain', 'step_explain')] },
  ],
});

export const explanation = () => ({
  type: 'modal' as const,
  title: plain('Explained'),
  close: plain('Back'),
  blocks: [line('Three answers, one after the other.')],
});
