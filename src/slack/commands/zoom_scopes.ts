import { parsePaste } from '../../core/scopes/grammar.ts';
import { checkScopes } from '../../core/scopes/verdict.ts';
import type { CommandCall } from '../bolt/calls.ts';
import { helpMessage } from '../messages/help.ts';
import { refusalMessages } from '../messages/refusals.ts';
import { scopeReportMessage } from '../messages/scope_report.ts';
import { scopeCheckView } from '../modals/scope_check.ts';
import { managementTypeOf, split } from './words.ts';

/** `/zoom-scopes check [admin|user] [any list]`; what is missing is asked in a modal. Nothing is registered. */
export async function zoomScopes(call: CommandCall): Promise<void> {
  const { first, rest } = split(call.text);
  if (first === '' || (first === 'check' && rest === '')) return call.open(scopeCheckView());
  if (first === 'help' || first === '?') return call.reply(helpMessage('/zoom-scopes'));
  // `/zoom-scopes admin …` is meant as a check too.
  const words = first === 'check' ? rest : managementTypeOf(first) === null ? null : call.text;
  if (words === null) return call.reply(refusalMessages.unknownCommand('/zoom-scopes', first));
  await checkWords(call, words);
}

async function checkWords(call: CommandCall, words: string): Promise<void> {
  const { first, rest } = split(words);
  const named = managementTypeOf(first);
  const list = named === null ? words : rest;
  const paste = parsePaste(list);
  const managementType = named ?? paste.managementType;
  if (managementType === undefined || paste.found.length === 0)
    return call.open(scopeCheckView(list, managementType));
  await call.reply(scopeReportMessage(checkScopes(paste, managementType), managementType));
}
