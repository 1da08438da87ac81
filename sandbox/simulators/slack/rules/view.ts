import { z } from 'zod';
import { chars, plainText } from './blocks/text.ts';
import { checkBlocks } from './check_blocks.ts';
import { LIMITS } from './limits.ts';
import { isFields, itemsOf } from './pointer.ts';
import type { Refusal, Violation } from './violation.ts';
import { brokenTexts } from './well_formed.ts';
import { check } from './wording.ts';

const shared = {
  // Their content is judged by checkBlocks, which knows the surface.
  blocks: z.array(z.unknown()),
  private_metadata: chars(LIMITS.view.privateMetadata, 0).optional(),
  callback_id: chars(LIMITS.view.callbackId, 0).optional(),
  external_id: chars(LIMITS.view.externalId, 0).optional(),
};

const modal = z.strictObject({
  type: z.literal('modal'),
  ...shared,
  title: plainText(LIMITS.view.title),
  submit: plainText(LIMITS.view.button).optional(),
  close: plainText(LIMITS.view.button).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
});

/** No title, submit or close on Home. */
const home = z.strictObject({ type: z.literal('home'), ...shared });

// `workflow_step` left the platform in 2024.
const view = z.discriminatedUnion('type', [modal, home]);

/**
 * A view as sent to views.open, push, update or publish. `invalid_arguments` with pointers below `/view`, or
 * `view_too_large` over 250 kB of JSON. That external_id is unique per team is checked by the workspace.
 */
export function checkView(payload: unknown): Refusal | null {
  const bytes = Buffer.byteLength(JSON.stringify(payload) ?? '');
  if (bytes > LIMITS.view.bytes) {
    const message = `must be less than ${LIMITS.view.bytes + 1} bytes`;
    return { error: 'view_too_large', violations: [{ code: 'view_too_large', pointer: '/view', message }] };
  }
  const violations = [
    ...brokenTexts(payload, '/view'),
    ...check(view, payload, '/view'),
    ...contentOf(payload),
  ];
  return violations.length > 0 ? { error: 'invalid_arguments', violations } : null;
}

function contentOf(payload: unknown): Violation[] {
  if (!isFields(payload) || !Array.isArray(payload.blocks)) return [];
  if (payload.type === 'home') return checkBlocks(payload.blocks, 'home', '/view/blocks');
  if (payload.type !== 'modal') return [];
  const blocks = checkBlocks(payload.blocks, 'modal', '/view/blocks');
  return payload.submit === undefined ? [...blocks, ...inputsWithoutSubmit(payload.blocks)] : blocks;
}

/** Recorded: must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/2/input]. */
function inputsWithoutSubmit(blocks: unknown): Violation[] {
  return itemsOf(blocks)
    .filter(([, block]) => isFields(block) && block.type === 'input')
    .map(([index]) => ({
      code: 'submit_missing',
      pointer: `/view/blocks/${index}/input`,
      message: 'must define `submit` to use an `input` block in modals',
    }));
}
