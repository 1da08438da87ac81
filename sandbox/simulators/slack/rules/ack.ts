import { z } from 'zod';
import { option, optionGroup } from './blocks/objects.ts';
import { broken } from './blocks/text.ts';
import { LIMITS } from './limits.ts';
import { checkMessage } from './message.ts';
import { type Fields, isFields, itemsOf, pointerOf } from './pointer.ts';
import { checkView } from './view.ts';
import type { Refusal, Violation } from './violation.ts';
import { brokenTexts } from './well_formed.ts';
import { check } from './wording.ts';

export type AckKind =
  | 'slash_commands'
  | 'view_submission'
  | 'block_suggestion'
  | 'block_actions'
  | 'view_closed'
  | 'shortcut'
  | 'message_action'
  | 'events_api';

/**
 * The body of an acknowledgement; null when Slack would take it. `context.view` is the view that was submitted: only
 * its input blocks can carry errors. A bare acknowledgement (nothing, '' or {}) fits all but `block_suggestion`.
 */
export function checkAck(kind: AckKind, body: unknown, context: { view?: unknown }): Refusal | null {
  // Of the answer to an event a 2xx is all that counts, whatever its body says (docs: Events API).
  if (kind === 'events_api') return null;
  const broken = refused('invalid_arguments', brokenTexts(body));
  if (broken !== null) return broken;
  if (kind === 'block_suggestion') return refused('invalid_options', check(suggestions, body ?? {}, ''));
  if (isBare(body)) return null;
  if (kind === 'slash_commands') return checkCommandAnswer(body);
  if (kind === 'view_submission') return checkSubmissionAnswer(body, context.view);
  // Slack would ignore it without a word, so the app's intent would be lost.
  const message = `no response payload is accepted for ${kind}`;
  return refused('unexpected_response_payload', [{ code: 'unexpected_payload', pointer: '', message }]);
}

function refused(error: string, violations: readonly Violation[]): Refusal | null {
  return violations.length > 0 ? { error, violations } : null;
}

function isBare(body: unknown): boolean {
  if (body === undefined || body === null || body === '') return true;
  return isFields(body) && Object.keys(body).length === 0;
}

const COMMAND_FIELDS = new Set([
  'text',
  'blocks',
  'attachments',
  // likely: whether an acknowledgement takes it as chat.postMessage does is not documented
  'markdown_text',
  'response_type',
  'mrkdwn',
  'unfurl_links',
  'unfurl_media',
  'metadata',
]);

/** Text, or a message. Slack tells the person `invalid_command_response` and the app nothing. */
function checkCommandAnswer(body: unknown): Refusal | null {
  const answer = typeof body === 'string' ? { text: body } : body;
  const message = checkMessage(answer);
  return refused('invalid_command_response', [...strangeFields(answer), ...(message?.violations ?? [])]);
}

/** Slack ignores unknown fields here; refusing them catches a `response_action` or a typo. */
function strangeFields(answer: unknown): Violation[] {
  return Object.keys(isFields(answer) ? answer : {})
    .filter((field) => !COMMAND_FIELDS.has(field))
    .map((field) => ({
      code: 'unknown_field',
      pointer: '',
      message: `invalid additional property: ${field}`,
    }));
}

const submissionAnswer = z.discriminatedUnion('response_action', [
  z.strictObject({ response_action: z.literal('clear') }),
  z.strictObject({
    response_action: z.literal('errors'),
    errors: z.record(z.string(), z.string().min(1)),
  }),
  z.strictObject({ response_action: z.literal('update'), view: z.looseObject({ type: z.literal('modal') }) }),
  z.strictObject({ response_action: z.literal('push'), view: z.looseObject({ type: z.literal('modal') }) }),
]);

function checkSubmissionAnswer(body: unknown, submitted: unknown): Refusal | null {
  const shape = refused('invalid_arguments', check(submissionAnswer, body, ''));
  if (shape || !isFields(body)) return shape;
  if (body.response_action === 'errors' && isFields(body.errors))
    return refused('invalid_arguments', checkErrors(body.errors, submitted));
  return body.view === undefined ? null : checkView(body.view);
}

/** Errors stand under inputs: at least one, each keyed by the block_id of an input block of that view. */
function checkErrors(errors: Fields, submitted: unknown): Violation[] {
  const ids = Object.keys(errors);
  if (ids.length === 0)
    return [{ code: 'too_few', pointer: '/errors', message: 'must provide at least 1 items' }];
  const inputs = inputBlockIds(submitted);
  return ids
    .filter((id) => !inputs.has(id))
    .map((id) => ({
      code: 'not_an_input',
      pointer: pointerOf('/errors', [id]),
      message: `\`${id}\` is not the block_id of an input block in this view`,
    }));
}

function inputBlockIds(view: unknown): Set<unknown> {
  const blocks = isFields(view) ? itemsOf(view.blocks) : [];
  return new Set(
    blocks.flatMap(([, block]) => (isFields(block) && block.type === 'input' ? [block.block_id] : [])),
  );
}

// Over 100 options Slack shows an empty menu without an error (likely: bolt-js#1630); groups are counted together.
const suggestions = z
  .strictObject({
    options: z.array(option).max(LIMITS.suggestions).optional(),
    option_groups: z.array(optionGroup).max(LIMITS.suggestions).optional(),
  })
  .superRefine((answer, ctx) => {
    if ((answer.options === undefined) === (answer.option_groups === undefined))
      broken(ctx, 'options_or_groups', 'must define either `options` or `option_groups`');
    const grouped = answer.option_groups?.flatMap((group) => group.options) ?? [];
    if (grouped.length > LIMITS.suggestions)
      broken(ctx, 'too_many', `no more than ${LIMITS.suggestions} items allowed`, ['option_groups']);
  });
