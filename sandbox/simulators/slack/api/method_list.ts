import { type Answer, type Call, lacksScope, type Method, no, wrong } from './call.ts';
import { inWorkspace } from './in_workspace.ts';
import { accountMethods } from './methods/account.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import { fileMethods } from './methods/files.ts';
import { historyMethods } from './methods/history.ts';
import { installMethods } from './methods/install.ts';
import { peopleMethods } from './methods/people.ts';
import { userGroupMethods } from './methods/user_groups.ts';
import { viewMethods } from './methods/views.ts';

/** Every method that exists here; anything else is `unknown_method`. */
const METHODS: Record<string, Method> = {
  ...accountMethods,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...historyMethods,
  ...viewMethods,
  ...installMethods,
  ...peopleMethods,
  ...userGroupMethods,
};

export const methodOf = (name: string): Method | null =>
  Object.hasOwn(METHODS, name) ? (METHODS[name] ?? null) : null;

/** Scope, then the method itself. */
export function runMethod(method: Method | null, call: Call): Answer {
  if (method === null) return wrong(call, 'unknown_method');
  const lacking = method.scope === null ? null : lacksScope(call, method.scope);
  return lacking ?? method.run(call);
}

/** The team of a token, or Slack's refusal. */
export function authorised(call: Omit<Call, 'team'>, method: Method | null, token: string): Call | Answer {
  const [first] = call.slackState.teams;
  if (first === undefined) return no('fatal_error');
  if (method === null || method.token === 'none') return { ...call, team: first };
  if (token === '') return no('not_authed');
  if (token === call.slackState.appToken)
    return method.token === 'app' ? { ...call, team: first } : no('not_allowed_token_type');
  const teams = call.slackState.teams.filter((one) => one.botToken === token);
  if (teams.length === 0) return no('invalid_auth');
  if (method.token === 'app') return no('not_allowed_token_type');
  if (!teams.some((one) => one.installed)) return no('account_inactive');
  return inWorkspace(call, method, teams);
}
