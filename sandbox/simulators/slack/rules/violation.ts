/** One broken platform rule, in the form `blocks.validate` and `response_metadata.messages` report it. */
export interface Violation {
  /** Short machine name of the rule, e.g. `too_long`, `unknown_field`, `duplicate_block_id`. */
  readonly code: string;
  /** JSON pointer into the checked payload, e.g. `/view/blocks/2/text`. */
  readonly pointer: string;
  /** What Slack would print, e.g. `must be less than 25 characters`. */
  readonly message: string;
}

/** A refused request: the Slack error code of the whole call and every rule behind it. */
export interface Refusal {
  /** `invalid_arguments`, `invalid_blocks`, `no_text`, `view_too_large`, ... */
  readonly error: string;
  readonly violations: readonly Violation[];
}

/** The line Slack puts into `response_metadata.messages`: `[ERROR] <message> [json-pointer:<pointer>]`. */
export function slackMessage(violation: Violation): string {
  return `[ERROR] ${violation.message} [json-pointer:${violation.pointer}]`;
}
