import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { anyText, broken, chars, linkUrl, plainText } from './text.ts';

/** Composition objects: parts that elements share. */

// @slack/types calls title, confirm and deny optional, the documentation requires them: required here.
const confirmation = z.strictObject({
  title: plainText(LIMITS.confirm.title),
  text: anyText(LIMITS.confirm.text),
  confirm: plainText(LIMITS.confirm.button),
  deny: plainText(LIMITS.confirm.button),
  style: z.enum(['primary', 'danger']).optional(),
});

const placeholder = plainText(LIMITS.placeholder);

const optionValue = chars(LIMITS.option.value);

/** Selects: plain text only, no url. */
export const option = z.strictObject({
  text: plainText(LIMITS.option.text),
  value: optionValue,
  description: plainText(LIMITS.option.description).optional(),
});

/** Radio buttons and checkboxes: mrkdwn is allowed too. */
export const choice = z.strictObject({
  text: anyText(LIMITS.option.text),
  value: optionValue,
  description: anyText(LIMITS.option.description).optional(),
});

/** Overflow menus: the only options with a url. */
export const overflowOption = option.extend({ url: linkUrl.optional() });

export const optionGroup = z.strictObject({
  label: plainText(LIMITS.optionGroup.label),
  options: z.array(option).min(1).max(LIMITS.optionGroup.options),
});

const dispatchActionConfig = z.strictObject({
  trigger_actions_on: distinct(
    z
      .array(z.enum(['on_enter_pressed', 'on_character_entered']))
      .min(1)
      .max(LIMITS.dispatchTriggers),
  ),
});

export const conversationFilter = z
  .strictObject({
    include: distinct(z.array(z.enum(['im', 'mpim', 'private', 'public'])).min(1)).optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .superRefine((filter, ctx) => {
    if (Object.keys(filter).length === 0) broken(ctx, 'empty_filter', 'must define at least one filter');
  });

/** A list in which no item stands twice. */
function distinct<T extends z.ZodType<readonly unknown[]>>(list: T) {
  return list.superRefine((items, ctx) => {
    if (new Set(items).size < items.length) broken(ctx, 'not_unique', 'items must be unique');
  });
}

/** Fields every interactive element has. */
export const actionable = { action_id: chars(LIMITS.actionId).optional() };
export const confirmable = { confirm: confirmation.optional() };
export const focusable = { focus_on_load: z.boolean().optional() };
export const placeholdable = { placeholder: placeholder.optional() };
export const dispatchable = { dispatch_action_config: dispatchActionConfig.optional() };
