import { z } from 'zod';
import { chars, lengthOf } from './blocks/text.ts';
import { checkBlocks } from './check_blocks.ts';
import { LIMITS } from './limits.ts';
import { type Fields, isFields, itemsOf } from './pointer.ts';
import type { Refusal, Violation } from './violation.ts';
import { brokenTexts } from './well_formed.ts';
import { check } from './wording.ts';
import { wordsIn } from './words_in.ts';

/**
 * Bodies of chat.postMessage, chat.update, chat.postEphemeral and a response_url; null when Slack would take it.
 * `blocks`, `attachments` and `metadata` may be JSON strings, as the Web API sends them. Other arguments (channel,
 * unfurl_links ...) are not judged. Slack cuts text over 40,000 characters; refusing shows the loss.
 */
export function checkMessage(payload: unknown): Refusal | null {
  if (!isFields(payload)) return refuse('invalid_arguments', 'wrong_type', '', 'must provide an object');
  return (
    refusedFor('invalid_arguments', brokenTexts(unpacked(payload))) ??
    checkArguments(payload) ??
    checkMarkdown(payload) ??
    checkBlockList(payload) ??
    checkAttachments(payload) ??
    checkContent(payload) ??
    checkMetadata(payload)
  );
}

function refuse(error: string, code: string, pointer: string, message: string): Refusal {
  return { error, violations: [{ code, pointer, message }] };
}

function refusedFor(error: string, violations: readonly Violation[]): Refusal | null {
  return violations.length > 0 ? { error, violations } : null;
}

const plainArguments = z.looseObject({
  text: z.string().nullish(),
  response_type: z.enum(['in_channel', 'ephemeral']).nullish(),
});
const markdownText = z.looseObject({ markdown_text: chars(LIMITS.markdown, 0).nullish() });
const threadTs = z.looseObject({
  thread_ts: z
    .string()
    .regex(/^\d+\.\d{6}$/)
    .nullish(),
});

function checkArguments(payload: Fields): Refusal | null {
  return (
    refusedFor('invalid_arguments', check(plainArguments, payload, '')) ??
    refusedFor('invalid_thread_ts', check(threadTs, payload, ''))
  );
}

/** `markdown_text` stands alone: neither text nor blocks beside it (docs: chat.postMessage, markdown_text_conflict). */
function checkMarkdown(payload: Fields): Refusal | null {
  const refused = refusedFor('invalid_arguments', check(markdownText, payload, ''));
  if (refused || !isSaid(payload.markdown_text)) return refused;
  const clashes = isSaid(payload.text) || itemsOf(argument(payload.blocks).value).length > 0;
  if (!clashes) return null;
  const message = 'must not be used with `text` or `blocks`';
  return refuse('markdown_text_conflict', 'conflict', '/markdown_text', message);
}

const isSaid = (text: unknown): boolean => typeof text === 'string' && text.trim() !== '';

/** The value of an argument that may come as JSON; `undefined` when absent, `broken` when it is no JSON. */
function argument(value: unknown): { value: unknown; broken: boolean } {
  if (value === undefined || value === null || value === '') return { value: undefined, broken: false };
  if (typeof value !== 'string') return { value, broken: false };
  try {
    return { value: JSON.parse(value), broken: false };
  } catch {
    return { value: undefined, broken: true };
  }
}

/** With what came as JSON read: in there half a surrogate pair is an escape like any other. */
function unpacked(payload: Fields): Fields {
  const lists = ['blocks', 'attachments', 'metadata'].map((name) => [name, argument(payload[name]).value]);
  return { ...payload, ...Object.fromEntries(lists) };
}

function checkBlockList(payload: Fields): Refusal | null {
  const { value: blocks, broken } = argument(payload.blocks);
  if (broken || (blocks !== undefined && !Array.isArray(blocks)))
    return refuse('invalid_blocks_format', 'wrong_type', '/blocks', 'must provide an array');
  if (blocks === undefined) return null;
  const refused = refusedFor('invalid_blocks', checkBlocks(blocks, 'message'));
  if (refused || wordsIn(blocks) <= LIMITS.message.blockText) return refused;
  const message = `must be less than ${LIMITS.message.blockText + 1} characters`;
  return refuse('msg_blocks_too_long', 'too_long', '/blocks', message);
}

/** Legacy: only their number and the blocks inside are judged. */
function checkAttachments(payload: Fields): Refusal | null {
  const { value: attachments, broken } = argument(payload.attachments);
  if (broken || (attachments !== undefined && !Array.isArray(attachments)))
    return refuse('invalid_attachments', 'wrong_type', '/attachments', 'must provide an array');
  const most = LIMITS.message.attachments;
  if (itemsOf(attachments).length > most)
    return refuse('too_many_attachments', 'too_many', '/attachments', `no more than ${most} items allowed`);
  const violations = itemsOf(attachments).flatMap(([index, attachment]) =>
    isFields(attachment) && attachment.blocks !== undefined
      ? checkBlocks(attachment.blocks, 'message', `/attachments/${index}/blocks`)
      : [],
  );
  return refusedFor('invalid_attachments', violations);
}

/** A message must have content; only `delete_original` may come without. */
function checkContent(payload: Fields): Refusal | null {
  const text = typeof payload.text === 'string' ? payload.text : '';
  if (lengthOf(text) > LIMITS.message.text)
    return refuse(
      'msg_too_long',
      'too_long',
      '/text',
      `must be less than ${LIMITS.message.text + 1} characters`,
    );
  const shown = ['blocks', 'attachments'].some((field) => itemsOf(argument(payload[field]).value).length > 0);
  const deletes = payload.delete_original === true || payload.delete_original === 'true';
  if (text.trim() !== '' || isSaid(payload.markdown_text) || shown || deletes) return null;
  return refuse('no_text', 'no_text', '/text', 'must provide text, blocks or attachments');
}

const plainValue = z.union([z.string(), z.number(), z.boolean()]);
const plainObject = z.record(z.string(), plainValue);

// The form of event_type beyond "alphanumeric" is unverified: letters, digits and underscore.
const metadataShape = z.strictObject({
  event_type: z
    .string()
    .regex(/^[A-Za-z0-9_]+$/)
    .max(LIMITS.metadata.eventType),
  event_payload: z.record(z.string(), z.union([plainValue, plainObject, z.array(plainObject)])),
});

function checkMetadata(payload: Fields): Refusal | null {
  const { value: metadata, broken } = argument(payload.metadata);
  if (broken || (metadata !== undefined && !isFields(metadata)))
    return refuse('invalid_metadata_format', 'wrong_type', '/metadata', 'must provide an object');
  if (metadata === undefined) return null;
  const most = LIMITS.metadata.bytes;
  if (Buffer.byteLength(JSON.stringify(metadata)) > most)
    return refuse('metadata_too_large', 'too_long', '/metadata', `must be less than ${most + 1} bytes`);
  return refusedFor('invalid_metadata_schema', check(metadataShape, metadata, '/metadata'));
}
