/** Slack's limits (docs.slack.dev, @slack/types), counted in UTF-16 units, and the tighter ones we set ourselves. */
export const limits = {
  message: {
    blocks: 50,
    /** Slack cuts at 40,000 and advises 4,000. */
    text: 3900,
    /** Slack refuses a message of about 13,200 characters in its blocks: msg_blocks_too_long (bolt-js#2509). */
    blockText: 12_500,
  },
  /** A text that is sent in messages of its own: Slack refuses a message at twice this length. */
  fileText: { parts: 20, length: 6_000 },
  /** Slack allows a view 250 kB of JSON: 60,000 characters fit in any script. */
  view: { blocks: 100, blockText: 60_000, title: 24, privateMetadata: 3000 },
  section: { text: 3000, fields: 10, field: 2000 },
  /** 100 rows with the head, 10,000 characters in all (likely); room is left for the rest of the message. */
  table: { rows: 100, text: 7400, cell: 300 },
  /** Bars of a chart in one series; characters of its texts (likely). */
  chart: { bars: 20, label: 20, title: 50 },
  header: 150,
  context: { elements: 10, text: 2000 },
  actions: 25,
  button: { text: 75, value: 2000, url: 3000 },
  option: { text: 75, value: 150, description: 75 },
  select: 100,
  /** Boxes to tick, or radio buttons. */
  choices: 10,
  /** Entries of one "…" menu. */
  overflow: 5,
  placeholder: 150,
  actionId: 255,
  confirm: { title: 100, text: 300, button: 30 },
  /** Ours: what a person typed is shown up to here. */
  shown: { name: 60, purpose: 300, note: 300, people: 10, words: 80, contact: 100 },
} as const;
