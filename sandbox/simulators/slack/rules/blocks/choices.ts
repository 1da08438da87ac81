import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { actionable, choice, confirmable, focusable } from './objects.ts';
import { broken } from './text.ts';

type Refine = z.core.$RefinementCtx<unknown>;

/** What is chosen at the start must be one of the options, field by field. */
export function mustBeAmong(
  ctx: Refine,
  options: readonly unknown[],
  chosen: unknown,
  path: PropertyKey[],
): void {
  if (options.some((one) => isDeepStrictEqual(one, chosen))) return;
  broken(ctx, 'not_among_options', 'must exactly match one of the provided options', path);
}

/** `checkboxes` with what each chosen one must match. */
export const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...actionable,
    ...confirmable,
    ...focusable,
    options: z.array(choice).min(1).max(LIMITS.choices),
    initial_options: z.array(choice).min(1).max(LIMITS.choices).optional(),
  })
  .superRefine((box, ctx) => {
    for (const [index, chosen] of (box.initial_options ?? []).entries())
      mustBeAmong(ctx, box.options, chosen, ['initial_options', index]);
  });

export const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...actionable,
    ...confirmable,
    ...focusable,
    options: z.array(choice).min(1).max(LIMITS.choices),
    initial_option: choice.optional(),
  })
  .superRefine((radio, ctx) => {
    if (radio.initial_option) mustBeAmong(ctx, radio.options, radio.initial_option, ['initial_option']);
  });
