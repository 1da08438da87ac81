import { z } from 'zod';
import { LIMITS } from '../limits.ts';

type Refine = z.core.$RefinementCtx<unknown>;

/** Reports one broken rule from inside a schema; `path` is relative to the value of that schema. */
export function broken(ctx: Refine, rule: string, message: string, path: PropertyKey[] = []): void {
  ctx.addIssue({ code: 'custom', message, path, params: { rule } });
}

/** Slack counts characters, not UTF-16 units: an emoji is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** A string of `min` to `max` characters. Empty strings are refused unless `min` is 0. */
export function chars(max: number, min = 1) {
  return z.string().superRefine((value, ctx) => {
    const length = lengthOf(value);
    if (length > max) broken(ctx, 'too_long', `must be less than ${max + 1} characters`);
    if (length < min) broken(ctx, 'too_short', `must be more than ${min - 1} characters`);
  });
}

/** `emoji` exists on plain text only. */
export function plainText(max: number = LIMITS.text) {
  return z.strictObject({ type: z.literal('plain_text'), text: chars(max), emoji: z.boolean().optional() });
}

/** `verbatim` exists on mrkdwn only. */
export function mrkdwn(max: number = LIMITS.text) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: chars(max), verbatim: z.boolean().optional() });
}

export function anyText(max: number = LIMITS.text) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

/** An absolute address with one of the given schemes. What Slack accepts beyond http(s) is unverified: refused. */
function address(schemes: readonly string[], max: number) {
  return chars(max).superRefine((value, ctx) => {
    const known = URL.canParse(value) && schemes.includes(new URL(value).protocol);
    if (!known) broken(ctx, 'bad_url', 'must be a valid URL');
  });
}

export const webUrl = address(['http:', 'https:'], LIMITS.url);
export const secureUrl = address(['https:'], LIMITS.url);
/** Where a button, an overflow option or a link may lead. */
export const linkUrl = address(['http:', 'https:', 'mailto:', 'slack:', 'tel:'], LIMITS.url);

export const blockId = chars(LIMITS.blockId);
export const actionId = chars(LIMITS.actionId);
export const userId = z.string().regex(/^[UW][A-Z0-9]+$/);
export const channelId = z.string().regex(/^[CG][A-Z0-9]+$/);
export const conversationId = z.string().regex(/^[CDG][A-Z0-9]+$/);
