import type { ManagementType } from '../../../core/checks/check.ts';
import { type PasteResult, parsePaste } from '../../../core/scopes/parse/parse_paste.ts';
import { findScopes } from '../../../core/scopes/search/find_scopes.ts';
import { meantFor } from '../../../core/scopes/verdict/alternative_scopes.ts';
import { converting } from '../../../core/scopes/verdict/convert_scopes.ts';
import { runInSteps } from '../../../event_loop.ts';
import { confirmationsOf, reportFor, usesOf, wordsOf } from '../../confirmed_scope_words.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { helpMessage } from '../../messages/help_message.ts';
import { confirmedList, MOST_SHOWN } from '../../messages/lists/confirmed_list.ts';
import { convertedMessage } from '../../messages/scopes/scope_converted.ts';
import { foundMessage, scopesShown } from '../../messages/scopes/scope_found.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { scopeCheckView } from '../../views/scope_check_view.ts';
import { managementTypeOf, split } from '../command_words.ts';
import { unknownCommand } from '../unknown_command.ts';
import { planCommand } from './plan_command.ts';

const subcommands = { check, convert, find, plan: planCommand, confirmed: listConfirmed, help };
type Subcommand = keyof typeof subcommands;

/** `/zoom-scopes <subcommand> [admin|user] …`; what is missing is asked in a modal. Nothing is registered. */
export async function zoomScopes(context: HandlerContext, call: CommandRequest): Promise<void> {
  const { first, rest } = split(call.text);
  if (first === '') return call.open(() => scopeCheckView());
  if (isSubcommand(first)) return subcommands[first](context, call, rest);
  // `/zoom-scopes admin …` is meant as a check.
  if (managementTypeOf(first) !== null) return check(context, call, call.text);
  await unknownCommand(call, '/zoom-scopes', first, Object.keys(subcommands));
}

function isSubcommand(word: string): word is Subcommand {
  return Object.hasOwn(subcommands, word);
}

async function help(_context: HandlerContext, call: CommandRequest): Promise<void> {
  await call.reply(helpMessage('/zoom-scopes'));
}

async function check(context: HandlerContext, call: CommandRequest, words: string): Promise<void> {
  const { list, paste, managementType } = readList(words);
  if (managementType === undefined || paste.found.length === 0)
    return call.open(() => scopeCheckView(list, managementType));
  call.hold();
  await call.reply(await reportFor(context, call.person, paste, managementType, 'message'));
}

async function convert(context: HandlerContext, call: CommandRequest, words: string): Promise<void> {
  call.hold();
  const { paste, named } = readList(words);
  if (named === null || paste.found.length === 0) return call.reply(helpMessage('/zoom-scopes', 'convert'));
  const scopes = meantFor(paste.found, named).map(({ normalised }) => normalised);
  const confirmed = new Set((await confirmationsOf(context, call.person, scopes)).keys());
  const conversions = await runInSteps(converting(scopes, named, confirmed));
  await call.reply(convertedMessage(conversions, named));
}

/** `find [admin|user] <words, a scope, an event, METHOD /path>` */
async function find(context: HandlerContext, call: CommandRequest, words: string): Promise<void> {
  call.hold();
  const { first, rest } = split(words);
  // `find user list` means the words; `find user-managed list` narrows.
  const named = rest === '' || /^users?$/.test(first) ? null : managementTypeOf(first);
  const query = named === null ? words : rest;
  if (query.trim() === '') return call.reply(helpMessage('/zoom-scopes', 'find'));
  const found = findScopes(query, named === null ? {} : { managementType: named });
  const uses = await usesOf(context, call.person, scopesShown(found));
  const scope = query.trim().toLowerCase();
  const seen = (await confirmationsOf(context, call.person, [scope])).get(scope);
  await call.reply(foundMessage(found, query, named, { uses, ...(seen === undefined ? {} : { seen }) }));
}

/** `confirmed [words]`: the unlisted scopes that were confirmed in this workspace. */
async function listConfirmed(context: HandlerContext, call: CommandRequest, words: string): Promise<void> {
  call.hold();
  const { workspaceId } = call.person;
  const parts = wordsOf(words).slice(0, 10);
  const lines = await context.usecases.findConfirmedScopes({
    workspaceId,
    words: parts,
    limit: MOST_SHOWN + 1,
  });
  await call.reply(confirmedList(lines));
}

interface List {
  /** The management type as typed, or as named in a pasted manifest. */
  readonly named: ManagementType | null;
  readonly managementType: ManagementType | undefined;
  readonly list: string;
  readonly paste: PasteResult;
}

function readList(words: string): List {
  const { first, rest } = split(words);
  const named = managementTypeOf(first);
  const list = named === null ? words : rest;
  const paste = parsePaste(list);
  return { named, managementType: named ?? paste.managementType, list, paste };
}
