import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { checkboxes, radioButtons } from './choices.ts';
import {
  button,
  datepicker,
  datetimepicker,
  feedbackButtons,
  iconButton,
  imageElement,
  imageSource,
  onePicture,
  overflow,
  timepicker,
  workflowButton,
} from './elements.ts';
import { fileInput, richTextInput, textInputs } from './inputs.ts';
import { selects } from './selects.ts';
import { anyText, blockId, broken, chars, mrkdwn, plainText, secureUrl, webUrl } from './text.ts';

/** The long-standing blocks. Which element may sit in which block: the unions of @slack/types 3.2. */

export const identified = { block_id: blockId.optional() };

export const divider = z.strictObject({ type: z.literal('divider'), ...identified });

export const header = z.strictObject({
  type: z.literal('header'),
  ...identified,
  text: plainText(LIMITS.header),
});

const accessory = z.discriminatedUnion('type', [
  button,
  workflowButton,
  checkboxes,
  radioButtons,
  datepicker,
  timepicker,
  overflow,
  imageElement,
  ...selects,
]);

export const section = z
  .strictObject({
    type: z.literal('section'),
    ...identified,
    text: anyText().optional(),
    fields: z.array(anyText(LIMITS.section.field)).min(1).max(LIMITS.section.fields).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .superRefine((block, ctx) => {
    if (!block.text && !block.fields)
      broken(ctx, 'text_or_fields', 'must define either `text` or `fields`', ['type']);
  });

export const context = z.strictObject({
  type: z.literal('context'),
  ...identified,
  elements: z
    .array(z.discriminatedUnion('type', [imageElement, plainText(), mrkdwn()]))
    .min(1)
    .max(LIMITS.context),
});

export const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  ...identified,
  elements: z
    .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
    .min(1)
    .max(LIMITS.contextActions),
});

const anywhereActions = [
  button,
  workflowButton,
  checkboxes,
  radioButtons,
  datepicker,
  timepicker,
  overflow,
  richTextInput,
  ...selects,
] as const;

/** datetimepicker: messages and modals; on Home unverified, so refused there. */
function actionsWith(elements: z.ZodType) {
  return z.strictObject({
    type: z.literal('actions'),
    ...identified,
    elements: z.array(elements).min(1).max(LIMITS.actions),
  });
}

export const homeActions = actionsWith(z.discriminatedUnion('type', anywhereActions));
export const actions = actionsWith(z.discriminatedUnion('type', [...anywhereActions, datetimepicker]));

const anywhereInputs = [...textInputs, checkboxes, radioButtons, datepicker, timepicker, ...selects] as const;

function inputWith(element: z.ZodType) {
  return z
    .strictObject({
      type: z.literal('input'),
      ...identified,
      label: plainText(LIMITS.input.label),
      hint: plainText(LIMITS.input.hint).optional(),
      element,
      optional: z.boolean().optional(),
      dispatch_action: z.boolean().optional(),
    })
    .superRefine((block, ctx) => {
      if (block.dispatch_action && fileInput.safeParse(block.element).success)
        broken(ctx, 'no_dispatch', '`file_input` can not dispatch actions', ['dispatch_action']);
    });
}

export const homeInput = inputWith(z.discriminatedUnion('type', anywhereInputs));
export const messageInput = inputWith(z.discriminatedUnion('type', [...anywhereInputs, datetimepicker]));
/** file_input: modals only (unverified elsewhere). */
export const modalInput = inputWith(
  z.discriminatedUnion('type', [...anywhereInputs, datetimepicker, fileInput]),
);

export const image = z
  .strictObject({
    type: z.literal('image'),
    ...identified,
    alt_text: chars(LIMITS.altText),
    title: plainText(LIMITS.image.title).optional(),
    ...imageSource,
  })
  .superRefine(onePicture);

/** Also needs the scope links.embed:write and an unfurl domain, which no payload shows. */
export const video = z.strictObject({
  type: z.literal('video'),
  ...identified,
  alt_text: chars(LIMITS.altText),
  title: plainText(LIMITS.video.title),
  thumbnail_url: webUrl,
  video_url: secureUrl,
  title_url: secureUrl.optional(),
  author_name: chars(LIMITS.video.author).optional(),
  provider_name: chars(LIMITS.video.provider).optional(),
  provider_icon_url: webUrl.optional(),
  description: plainText(LIMITS.video.description).optional(),
});

/** Standard markdown, not mrkdwn. The limit also holds for all of a message together. */
export const markdown = z.strictObject({
  type: z.literal('markdown'),
  ...identified,
  text: chars(LIMITS.markdown),
});
