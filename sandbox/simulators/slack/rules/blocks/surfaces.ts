import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import {
  actions,
  context,
  contextActions,
  divider,
  header,
  homeActions,
  homeInput,
  identified,
  image,
  markdown,
  messageInput,
  modalInput,
  section,
  video,
} from './blocks.ts';
import { alert, card, carousel, plan, taskCard } from './cards.ts';
import { imageElement } from './elements.ts';
import { richText } from './rich_text.ts';
import { dataTable, dataVisualization, table } from './tables.ts';
import { anyText, broken, plainText } from './text.ts';

/**
 * Which block may stand on which surface (documentation's block list). A block that exists elsewhere is refused with
 * the same words as one that exists nowhere, as Slack does: "unsupported type: alert". `file` is read only.
 */
export type Surface = 'message' | 'modal' | 'home';

const everywhere = [context, divider, header, image, richText, section, video] as const;

// A table inside a container counts as the message's one table: across_blocks.ts.
const container = z
  .strictObject({
    type: z.literal('container'),
    ...identified,
    title: plainText(LIMITS.container.title).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(LIMITS.container.subtitle).optional(),
    icon: imageElement.optional(),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
    child_blocks: z
      .array(z.discriminatedUnion('type', [...everywhere, actions, messageInput, table]))
      .min(1)
      .max(LIMITS.container.blocks),
  })
  .superRefine((block, ctx) => {
    if (!block.title && !block.rich_text_title)
      broken(ctx, 'title_missing', 'must define either `title` or `rich_text_title`', ['type']);
    if (block.default_collapsed && !block.is_collapsible)
      broken(ctx, 'not_collapsible', '`default_collapsed` requires `is_collapsible`', ['default_collapsed']);
  });

const message = z.discriminatedUnion('type', [
  ...everywhere,
  actions,
  messageInput,
  card,
  carousel,
  table,
  dataTable,
  container,
  contextActions,
  dataVisualization,
  markdown,
  plan,
  taskCard,
]);

// `card` is listed for modals, but fails there according to others (unverified): refused.
const modal = z.discriminatedUnion('type', [...everywhere, actions, modalInput, alert]);

const home = z.discriminatedUnion('type', [
  ...everywhere,
  homeActions,
  homeInput,
  card,
  carousel,
  table,
  dataTable,
]);

/** The block list of a surface: what may stand there and how many. */
export const blockList = {
  message: z.array(message).max(LIMITS.message.blocks),
  modal: z.array(modal).min(1).max(LIMITS.view.blocks),
  home: z.array(home).min(1).max(LIMITS.view.blocks),
} as const;
