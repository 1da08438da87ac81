import { copied, type JsonObject, textAt } from '../json.ts';
import { note, settle } from '../state/journal.ts';
import type { SlackState } from '../state/workspace_state.ts';
import { clientIn, parseArguments } from './arguments.ts';
import { type Answer, type Call, no } from './call.ts';
import { faultOn, isReplyLost } from './call_faults.ts';
import { authorised, methodOf, runMethod } from './method_list.ts';

/** An HTTP answer, or `cut`: the connection ends without one. */
export type Reply =
  | {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | 'cut';

export interface Posted {
  readonly method: string;
  readonly authorization: string;
  readonly contentType: string;
  readonly body: string;
  readonly query: URLSearchParams;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

const json = (answer: Answer, headers: Record<string, string> = {}, status = 200): Reply => ({
  status,
  headers: { ...JSON_TYPE, ...headers },
  body: JSON.stringify(answer),
});

const tooMany = (seconds: number): Reply => json(no('ratelimited'), { 'retry-after': String(seconds) }, 429);

/** Secrets in requests stay out of the log. */
const loggable = ({ token: _token, client_secret: _secret, ...rest }: JsonObject) => copied(rest);

const isCall = (found: Call | Answer): found is Call => 'slackState' in found;

/** One call of `/api/<method>`: faults, content type, token, scopes, the method; all of it recorded. */
export function answerCall(slackState: SlackState, posted: Posted): Reply {
  const parsed = parseArguments(posted);
  const args = parsed.ok ? { ...clientIn(posted.authorization), ...parsed.args } : {};
  const entry = note(slackState.journal, 'from_app', posted.method, loggable(args), null);
  const reply = (made: Reply, answer: JsonObject) => {
    settle(entry, copied(answer), made === 'cut' ? null : made.status);
    return made;
  };
  const fault = faultOn(slackState, posted.method, args);
  if (fault?.kind === 'html') return reply(htmlPage(fault.status), { html: true });
  if (fault?.kind === 'limited') return reply(tooMany(fault.retryAfter), no('ratelimited'));
  if (fault?.kind === 'failed') return reply(json(fault.answer), fault.answer);
  if (!parsed.ok) {
    entry.violations.push({ code: parsed.error, pointer: parsed.pointer, message: posted.contentType });
    return reply(json(no(parsed.error)), no(parsed.error));
  }
  const method = methodOf(posted.method);
  const token = posted.authorization.replace(/^Bearer\s+/i, '') || textAt(args, 'token');
  const call = authorised({ slackState, args, violations: entry.violations }, method, token);
  if (isCall(call)) Object.assign(entry, { team: call.team.id });
  const answer = isCall(call) ? runMethod(method, call) : call;
  if (isReplyLost(slackState, posted.method, args)) return reply('cut', answer);
  if (answer.error === 'ratelimited') return reply(tooMany(Number(answer.retry_after ?? 1)), answer);
  const scopes = {
    'x-oauth-scopes': slackState.scopes.join(','),
    'x-accepted-oauth-scopes': method?.scope ?? '',
  };
  return reply(json(answer, scopes), answer);
}

export const htmlPage = (status: number): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>Server error</title><h1>Something went wrong</h1>',
});
