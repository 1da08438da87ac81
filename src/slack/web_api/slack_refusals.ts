import { RespondError } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { classOfRefusal } from '../../core/deliveries/slack_error_codes.ts';
import { refusalOf } from './refused_tokens.ts';

/** Refusals of views.* and of response addresses that have nothing to do with what was to be shown. */
const OTHER_CAUSES: ReadonlySet<string> = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
  'not_found',
  'hash_conflict',
  'push_limit_reached',
  'duplicate_external_id',
  'not_enabled',
  'user_not_found',
  'ratelimited',
  'rate_limited',
]);

/** A trigger id lives 3 s and works once: later no modal opens by it. */
export function isTriggerGone(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && /^(expired|exchanged)_trigger_id$/.test(error.data.error);
}

/**
 * Did Slack understand the call and refuse its content? Unlisted error codes count too: new ones come every year, and a retry in
 * a simpler form does no harm. Outages, rate limits and refused tokens do not count.
 */
export function refusesContent(error: unknown): boolean {
  if (error instanceof WebAPIPlatformError)
    return refusalOf(error) === null && !OTHER_CAUSES.has(error.data.error);
  return error instanceof RespondError && error.statusCode === 400;
}

/**
 * A fault of Slack or the workspace: if a simpler form is taken later, that proves nothing about the blocks of the first one.
 */
export function passesByItself(error: unknown): boolean {
  if (!(error instanceof WebAPIPlatformError)) return false;
  const { kind } = classOfRefusal(error.data.error);
  return kind === 'unclear' || kind === 'workspace';
}

/** Does this response address work no more (used up, 30 minutes old), or refuse whatever is sent to it? */
export function refusesReply(error: unknown): boolean {
  if (!(error instanceof RespondError)) return false;
  return error.statusCode >= 400 && error.statusCode < 500 && error.statusCode !== 429;
}
