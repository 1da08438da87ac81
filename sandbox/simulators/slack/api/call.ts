import type { Violation } from '../contract.ts';
import type { JsonObject } from '../json.ts';
import type { Refusal } from '../rules/index.ts';
import { slackMessage } from '../rules/index.ts';
import { unsupportedBlock } from '../state/older_workspace.ts';
import type { SlackState, Team } from '../state/workspace_state.ts';

/** One call of a Web API method, after token and scopes are known to be good. */
export interface Call {
  readonly slackState: SlackState;
  readonly team: Team;
  readonly args: JsonObject;
  /** Rules the app broke with this call; kept in the log. */
  readonly violations: Violation[];
}

/** What goes back: always HTTP 200, `ok` says the rest. */
export type Answer = JsonObject & { readonly ok: boolean };

export interface Method {
  /** Every scope needed, or a function where it depends on what is asked. `null`: no scope. */
  readonly scope: string | null;
  readonly token: 'bot' | 'app' | 'none';
  /**
   * An org-wide token must say for which workspace, by `team_id` (docs: "required if org token is used"; the arguments of these methods are
   * `OptionalTeamAssignable` in @slack/web-api). Other methods ignore `team_id`.
   */
  readonly perWorkspace?: true;
  readonly run: (call: Call) => Answer;
}

export const fine = (more: JsonObject = {}): Answer => ({ ok: true, ...more });

/** Refused without a mistake of the app (a closed view, a full stack, an archived channel). */
export const no = (error: string, more: JsonObject = {}): Answer => ({ ok: false, error, ...more });

/** Refused because of a mistake of the app, which is recorded as a violation. */
export function wrong(call: Call, error: string, pointer = '', message = `Slack answers ${error}`): Answer {
  call.violations.push({ code: error, pointer, message });
  return no(error);
}

/** Refused by the rules for blocks, messages and views. */
function refused(call: Pick<Call, 'violations'>, refusal: Refusal): Answer {
  const { error, violations } = refusal;
  call.violations.push(
    ...(violations.length > 0 ? violations : [{ code: error, pointer: '', message: error }]),
  );
  const messages = violations.map(slackMessage);
  return no(error, {
    errors: violations.map((violation) => `${violation.message} [json-pointer:${violation.pointer}]`),
    response_metadata: { messages },
  });
}

/** Refused because this workspace does not have a block type yet: no mistake of the app. */
function unsupported(
  error: string,
  { message, pointer }: { readonly message: string; readonly pointer: string },
): Answer {
  const line = `${message} [json-pointer:${pointer}]`;
  return no(error, { errors: [line], response_metadata: { messages: [`[ERROR] ${line}`] } });
}

/** The content of a message or view as the rules and this workspace take it: null, or why not. `error`: Slack's code for a block type it does not have. */
export function refusedContent(
  call: Call,
  { refusal, content, pointer = '', error }: ContentCheck,
): Answer | null {
  if (refusal !== null) return refused(call, refusal);
  const unknown = unsupportedBlock(call.slackState, content, pointer);
  return unknown === null ? null : unsupported(error, unknown);
}

interface ContentCheck {
  readonly refusal: Refusal | null;
  readonly content: JsonObject;
  readonly pointer?: string;
  readonly error: string;
}

/** A required argument is missing: invalid_arguments, as Slack words it. */
export function missing(call: Call, name: string): Answer {
  return refused(call, {
    error: 'invalid_arguments',
    violations: [{ code: 'missing', pointer: `/${name}`, message: `missing required field: ${name}` }],
  });
}

/** An org-wide token did not say for which workspace (seen: lyft/omnibot#44). */
export function missingTeam(call: Pick<Call, 'violations'>): Answer {
  call.violations.push({
    code: 'missing_argument',
    pointer: '/team_id',
    message: 'an org-wide token must name a workspace',
  });
  return no('missing_argument');
}

/** The bot misses a scope for what it asks. */
export function lacksScope(call: Call, needed: string): Answer | null {
  if (call.slackState.scopes.includes(needed)) return null;
  const provided = call.slackState.scopes.join(',');
  call.violations.push({
    code: 'missing_scope',
    pointer: '',
    message: `needs ${needed}, the token has ${provided}`,
  });
  return no('missing_scope', { needed, provided });
}
