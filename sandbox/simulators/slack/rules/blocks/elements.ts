import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { actionable, confirmable, focusable, overflowOption, placeholdable } from './objects.ts';
import { actionId, broken, chars, linkUrl, plainText, userId, webUrl } from './text.ts';

const accessible = { accessibility_label: chars(LIMITS.accessibilityLabel).optional() };
const coloured = { style: z.enum(['primary', 'danger']).optional() };
const buttonText = plainText(LIMITS.button.text);
const buttonValue = chars(LIMITS.button.value);

export const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  ...confirmable,
  ...coloured,
  ...accessible,
  text: buttonText,
  value: buttonValue.optional(),
  url: linkUrl.optional(),
});

/** Starts a link trigger. action_id: required by the documentation, optional in @slack/types. */
export const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...confirmable,
  ...coloured,
  ...accessible,
  action_id: actionId,
  text: buttonText,
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: webUrl,
      customizable_input_parameters: z
        .array(z.strictObject({ name: z.string().min(1), value: z.string() }))
        .optional(),
    }),
  }),
});

const feedbackButton = z.strictObject({ text: buttonText, value: buttonValue, ...accessible });

export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  ...actionable,
  positive_button: feedbackButton,
  negative_button: feedbackButton,
});

export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  ...actionable,
  ...confirmable,
  ...accessible,
  // The only icon known to work; others are unverified.
  icon: z.enum(['trash']),
  text: buttonText,
  value: buttonValue.optional(),
  visible_to_user_ids: z.array(userId).max(LIMITS.iconVisibleTo).optional(),
});

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  ...confirmable,
  options: z.array(overflowOption).min(1).max(LIMITS.overflow),
});

export const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...actionable,
  ...confirmable,
  ...focusable,
  ...placeholdable,
  initial_date: z.iso.date().optional(),
});

export const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...actionable,
  ...confirmable,
  ...focusable,
  ...placeholdable,
  initial_time: z
    .string()
    .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/)
    .optional(),
  timezone: z
    .string()
    .superRefine((zone, ctx) => {
      if (!isTimeZone(zone)) broken(ctx, 'bad_timezone', 'must be a valid IANA timezone');
    })
    .optional(),
});

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}

/** Unix time in seconds, ten digits. */
export const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...actionable,
  ...confirmable,
  ...focusable,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
});

const slackFile = z
  .strictObject({ id: z.string().min(1).optional(), url: webUrl.optional() })
  .superRefine((file, ctx) => {
    if ((file.id === undefined) === (file.url === undefined))
      broken(ctx, 'id_or_url', 'must define either `id` or `url`');
  });

export const imageSource = { image_url: webUrl.optional(), slack_file: slackFile.optional() };

interface Pictured {
  readonly image_url?: unknown;
  readonly slack_file?: unknown;
}

export function onePicture(image: Pictured, ctx: z.core.$RefinementCtx<unknown>): void {
  if ((image.image_url === undefined) === (image.slack_file === undefined))
    broken(ctx, 'url_or_file', 'must define either `image_url` or `slack_file`', ['type']);
}

export const imageElement = z
  .strictObject({ type: z.literal('image'), alt_text: chars(LIMITS.altText), ...imageSource })
  .superRefine(onePicture);
