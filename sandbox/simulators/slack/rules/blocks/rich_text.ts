import { z } from 'zod';
import { blockId, linkUrl } from './text.ts';

/**
 * rich_text and everything inside it, with the fields of @slack/types 3.2. Fields other sources mention (`offset` of a
 * list, `language` of preformatted text, `highlight` of a mention) are refused.
 */
const styled = {
  style: z
    .strictObject({
      bold: z.boolean().optional(),
      code: z.boolean().optional(),
      italic: z.boolean().optional(),
      strike: z.boolean().optional(),
      underline: z.boolean().optional(),
    })
    .optional(),
};

const text = z.strictObject({ type: z.literal('text'), text: z.string().min(1), ...styled });
const link = z.strictObject({
  type: z.literal('link'),
  url: linkUrl,
  text: z.string().optional(),
  unsafe: z.boolean().optional(),
  ...styled,
});
const emoji = z.strictObject({
  type: z.literal('emoji'),
  // Without colons: `wave`, not `:wave:`.
  name: z.string().regex(/^[^\s:]+$/),
  unicode: z.string().min(1).optional(),
  url: linkUrl.optional(),
  ...styled,
});
const user = z.strictObject({
  type: z.literal('user'),
  user_id: z.string().regex(/^[UW][A-Z0-9]+$/),
  ...styled,
});
const usergroup = z.strictObject({
  type: z.literal('usergroup'),
  usergroup_id: z.string().regex(/^S[A-Z0-9]+$/),
  ...styled,
});
const channel = z.strictObject({
  type: z.literal('channel'),
  channel_id: z.string().regex(/^[CDG][A-Z0-9]+$/),
  ...styled,
});
const team = z.strictObject({
  type: z.literal('team'),
  team_id: z.string().regex(/^T[A-Z0-9]+$/),
  ...styled,
});
const broadcast = z.strictObject({
  type: z.literal('broadcast'),
  range: z.enum(['here', 'channel', 'everyone']),
  ...styled,
});
const color = z.strictObject({
  type: z.literal('color'),
  value: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  ...styled,
});
/** `timestamp` in seconds. */
const date = z.strictObject({
  type: z.literal('date'),
  timestamp: z.int().min(0),
  format: z.string().min(1),
  url: linkUrl.optional(),
  fallback: z.string().optional(),
  ...styled,
});

const inline = z.discriminatedUnion('type', [
  text,
  link,
  emoji,
  user,
  usergroup,
  channel,
  team,
  broadcast,
  color,
  date,
]);

const bordered = { border: z.literal([0, 1]).optional() };
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline) });

const list = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  elements: z.array(section).min(1),
  indent: z.int().min(0).max(8).optional(),
  ...bordered,
});

const quote = z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline), ...bordered });

const preformatted = z.strictObject({
  type: z.literal('rich_text_preformatted'),
  elements: z.array(z.discriminatedUnion('type', [text, link])),
  ...bordered,
});

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId.optional(),
  elements: z.array(z.discriminatedUnion('type', [section, list, quote, preformatted])),
});
