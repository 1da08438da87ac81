import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { actionable, dispatchable, focusable, placeholdable } from './objects.ts';
import { richText } from './rich_text.ts';
import { actionId, broken, chars, lengthOf } from './text.ts';

/** Elements that live in input blocks only. No masked input exists in Slack. */

const field = { ...actionable, ...dispatchable, ...focusable, ...placeholdable };
const longest = LIMITS.plainTextInput.max;

const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...field,
    initial_value: chars(longest, 0).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(LIMITS.plainTextInput.min).max(longest).optional(),
    max_length: z.int().min(1).max(longest).optional(),
  })
  .superRefine((input, ctx) => {
    const most = input.max_length ?? longest;
    if ((input.min_length ?? 0) > most)
      broken(ctx, 'out_of_range', '`min_length` must not be greater than `max_length`', ['min_length']);
    if (lengthOf(input.initial_value ?? '') > most)
      broken(ctx, 'too_long', `must be less than ${most + 1} characters`, ['initial_value']);
  });

// Whether Slack looks at the form of an initial address is unverified: a wrong one is refused.
const emailInput = z.strictObject({
  type: z.literal('email_text_input'),
  ...field,
  initial_value: z.union([z.literal(''), z.email()]).optional(),
});

const urlInput = z.strictObject({
  type: z.literal('url_text_input'),
  ...field,
  initial_value: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).optional(),
});

const numeral = z.string().regex(/^-?[0-9]+(\.[0-9]+)?$/);

const numberInput = z
  .strictObject({
    type: z.literal('number_input'),
    ...field,
    is_decimal_allowed: z.boolean(),
    initial_value: numeral.optional(),
    min_value: numeral.optional(),
    max_value: numeral.optional(),
  })
  .superRefine((input, ctx) => {
    const least = Number(input.min_value ?? Number.NEGATIVE_INFINITY);
    const most = Number(input.max_value ?? Number.POSITIVE_INFINITY);
    if (least > most)
      broken(ctx, 'out_of_range', '`min_value` must not be greater than `max_value`', ['min_value']);
    const first = Number(input.initial_value ?? Number.NaN);
    if (first < least || first > most)
      broken(ctx, 'out_of_range', 'must be between `min_value` and `max_value`', ['initial_value']);
    if (!input.is_decimal_allowed)
      for (const name of ['initial_value', 'min_value', 'max_value'] as const)
        if (input[name]?.includes('.')) broken(ctx, 'bad_format', 'must be a whole number', [name]);
  });

const lines = z.int().min(1).max(LIMITS.richTextInput.lines).optional();

/** action_id: required by the documentation, optional in @slack/types. */
export const richTextInput = z
  .strictObject({
    type: z.literal('rich_text_input'),
    ...field,
    action_id: actionId,
    initial_value: richText.optional(),
    min_lines: lines,
    max_lines: lines,
  })
  .superRefine((input, ctx) => {
    if (input.min_lines && input.max_lines && input.min_lines > input.max_lines)
      broken(ctx, 'out_of_range', '`min_lines` must not be greater than `max_lines`', ['min_lines']);
  });

export const fileInput = z.strictObject({
  type: z.literal('file_input'),
  ...actionable,
  filetypes: z.array(z.string().min(1)).min(1).optional(),
  max_files: z.int().min(1).max(LIMITS.fileInput.files).optional(),
});

export const textInputs = [plainTextInput, emailInput, urlInput, numberInput, richTextInput] as const;
