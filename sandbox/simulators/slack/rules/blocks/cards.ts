import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { identified } from './blocks.ts';
import { button, imageElement } from './elements.ts';
import { richText } from './rich_text.ts';
import { anyText, broken, chars, linkUrl, mrkdwn } from './text.ts';

/** Newer blocks (2026): alert, card, carousel, plan of tasks. Their limits are "likely". */

export const alert = z.strictObject({
  type: z.literal('alert'),
  ...identified,
  text: anyText(LIMITS.alert),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

export const card = z
  .strictObject({
    type: z.literal('card'),
    ...identified,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    title: mrkdwn(LIMITS.card.title).optional(),
    subtitle: mrkdwn(LIMITS.card.subtitle).optional(),
    body: mrkdwn(LIMITS.card.body).optional(),
    actions: z.array(button).min(1).max(LIMITS.card.actions).optional(),
  })
  .superRefine((block, ctx) => {
    if (!block.hero_image && !block.title && !block.actions && !block.body)
      broken(ctx, 'empty_card', 'must define one of `hero_image`, `title`, `actions` or `body`', ['type']);
  });

export const carousel = z.strictObject({
  type: z.literal('carousel'),
  ...identified,
  elements: z.array(card).min(1).max(LIMITS.carousel),
});

/** One step: `complete`, not `completed`. */
export const taskCard = z.strictObject({
  type: z.literal('task_card'),
  ...identified,
  task_id: z.string().min(1),
  title: z.string().min(1),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
  details: richText.optional(),
  output: richText.optional(),
  sources: z
    .array(z.strictObject({ type: z.literal('url'), url: linkUrl, text: chars(LIMITS.text) }))
    .optional(),
});

export const plan = z.strictObject({
  type: z.literal('plan'),
  ...identified,
  title: z.string().min(1),
  tasks: z.array(taskCard).max(LIMITS.plan.tasks).optional(),
});
