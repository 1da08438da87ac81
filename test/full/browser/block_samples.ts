/** Block Kit that Greenroom itself does not send, but its neighbours do. */

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const line = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
const picture = { type: 'image', image_url: 'https://example.com/zoom.png', alt_text: 'A green wall' };

export const everyday = [
  { type: 'header', text: plain('A message with everything') },
  {
    type: 'section',
    text: mrkdwn('*Bold*, _italic_, ~struck~, `code`, <https://example.com|a link> and :tada:'),
    accessory: picture,
  },
  { type: 'section', fields: [mrkdwn('*Owner*\nAna'), mrkdwn('*Stage*\nTesting')] },
  {
    type: 'video',
    title: plain('How a Zoom app gets ready'),
    alt_text: 'A film',
    video_url: 'https://example.com/film',
    thumbnail_url: 'https://example.com/film.png',
  },
  { type: 'context', elements: [picture, mrkdwn('Seen a minute ago')] },
];

const card = (name: string) => ({
  type: 'card',
  icon: picture,
  title: mrkdwn(`*${name}*`),
  subtitle: mrkdwn('Admin-managed'),
  body: mrkdwn('4 of 6 checks passed'),
  actions: [{ type: 'button', action_id: 'sample_show', text: plain('Show') }],
});

export const cards = [
  { type: 'carousel', elements: ['Calendar Sync', 'HR Dashboard', 'Webinar Archive'].map(card) },
];

const row = (...cells: string[]) => cells.map((text) => ({ type: 'raw_text', text }));

export const scopeTable = [
  {
    type: 'table',
    column_settings: [{ align: 'left' }, { align: 'right' }],
    rows: [
      row('Scope', 'Apps'),
      row('meeting:read:meeting:admin', '3'),
      row('user:read:user:admin', '2'),
      row('report:read:list_meeting_participants:admin', '1'),
    ],
  },
];

const task = (nth: number, title: string, status: string) => ({
  type: 'task_card',
  task_id: `t${nth}`,
  title,
  status,
  details: line('As the card tells it'),
});

export const journey = [
  {
    type: 'plan',
    title: 'Journey of an app',
    tasks: [
      task(1, 'Build the app in Zoom', 'complete'),
      task(2, 'Register it with Greenroom', 'in_progress'),
      task(3, 'Zoom refuses the pair', 'error'),
      task(4, 'Create the connector profile', 'pending'),
    ],
  },
];
