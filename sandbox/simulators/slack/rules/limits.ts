/**
 * Every number of Slack's platform in one place. Lengths count characters (code points), lists count items.
 * Sources: docs.slack.dev reference pages and the comments of @slack/types 3.2. Entries marked "likely" rest on
 * issue threads or other validators; where sources differ the smaller number stands, because it protects the app.
 */
export const LIMITS = {
  text: 3000,
  blockId: 255,
  actionId: 255,
  url: 3000,
  placeholder: 150,
  accessibilityLabel: 75,
  altText: 2000,

  button: { text: 75, value: 2000 },
  confirm: { title: 100, text: 300, button: 30 },
  // A comment of @slack/types still says 75 for the value; the documentation says 150.
  option: { text: 75, value: 150, description: 75 },
  optionGroup: { label: 75, options: 100 },
  select: { options: 100, groups: 100 },
  suggestions: 100,
  choices: 10,
  overflow: 5,

  // likely: 3000 as the greatest max_length
  plainTextInput: { min: 0, max: 3000 },
  richTextInput: { lines: 100 },
  fileInput: { files: 10 },
  dispatchTriggers: 2,

  section: { fields: 10, field: 2000 },
  header: 150,
  context: 10,
  actions: 25,
  contextActions: 5,
  iconVisibleTo: 10,
  input: { label: 2000, hint: 2000 },
  image: { title: 2000 },
  // @slack/types: "must be less than 200" and "less than 50"
  video: { title: 199, author: 49, provider: 49, description: 199 },

  // likely, all of this group
  alert: 200,
  card: { title: 150, subtitle: 150, body: 200, actions: 3 },
  carousel: 10,
  container: { title: 150, subtitle: 150, blocks: 10 },
  markdown: 12_000,
  table: { rows: 100, columns: 20, total: 10_000 },
  // likely: newer specifications of others say 201 rows and 20,000 characters
  dataTable: { rowsMin: 2, rows: 101, columns: 20, page: 100, total: 10_000 },
  // likely: newer specifications of others say 12 series and segments
  chart: { perMessage: 2, title: 50, series: 6, segments: 6, points: 20, label: 20, axis: 50 },
  plan: { perMessage: 1, tasks: 50 },

  message: {
    blocks: 50,
    attachments: 100,
    text: 40_000,
    // likely: bolt-js#2509
    blockText: 13_200,
  },
  // likely: 8 kB; a subscription in the manifest caps event_type at 50
  metadata: { bytes: 8_000, eventType: 50 },
  view: {
    blocks: 100,
    title: 24,
    button: 24,
    callbackId: 255,
    externalId: 255,
    privateMetadata: 3000,
    bytes: 250_000,
  },
} as const;
