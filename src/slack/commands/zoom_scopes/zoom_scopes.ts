import type { ManagementType } from '../../../core/checks/check.ts';
import { type PasteResult, parsePaste } from '../../../core/scopes/parse/parse_paste.ts';
import { findScopes } from '../../../core/scopes/search/find_scopes.ts';
import { meantFor } from '../../../core/scopes/verdict/alternative_scopes.ts';
import { converting } from '../../../core/scopes/verdict/convert_scopes.ts';
import { runInChunks } from '../../../event_loop.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { helpMessage } from '../../messages/help_message.ts';
import { confirmedList, MOST_SHOWN } from '../../messages/lists/confirmed_list.ts';
import { convertedMessage } from '../../messages/scopes/scope_converted.ts';
import { foundMessage, scopesShown } from '../../messages/scopes/scope_found.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { confirmationsOf, reportFor, usesOf, wordsOf } from '../../scope_reports.ts';
import { scopeCheckView } from '../../views/scope_check_view.ts';
import { managementTypeOf, split } from '../command_words.ts';
import { unknownCommand } from '../unknown_command.ts';
import { planCommand } from './plan_command.ts';

const subcommands = { check, convert, find, plan: planCommand, confirmed: listConfirmed, help };
type Subcommand = keyof typeof subcommands;

/** `/zoom-scopes <subcommand> [admin|user] …`; what is missing is asked in a modal. Nothing is registered. */
export async function zoomScopes(context: HandlerContext, request: CommandRequest): Promise<void> {
  const { first, rest } = split(request.text);
  if (first === '') return request.open(() => scopeCheckView());
  if (isSubcommand(first)) return subcommands[first](context, request, rest);
  // `/zoom-scopes admin …` is meant as a check.
  if (managementTypeOf(first) !== null) return check(context, request, request.text);
  await unknownCommand(request, '/zoom-scopes', first, Object.keys(subcommands));
}

function isSubcommand(word: string): word is Subcommand {
  return Object.hasOwn(subcommands, word);
}

async function help({ supportContact }: HandlerContext, request: CommandRequest): Promise<void> {
  await request.reply(helpMessage('/zoom-scopes', '', supportContact));
}

async function check(context: HandlerContext, request: CommandRequest, words: string): Promise<void> {
  const { list, paste, managementType } = readList(words);
  if (managementType === undefined || paste.found.length === 0)
    return request.open(() => scopeCheckView(list, managementType));
  request.hold();
  await request.reply(await reportFor(context, request.person, paste, managementType, 'message'));
}

async function convert(context: HandlerContext, request: CommandRequest, words: string): Promise<void> {
  request.hold();
  const { paste, named } = readList(words);
  if (named === null || paste.found.length === 0)
    return request.reply(helpMessage('/zoom-scopes', 'convert'));
  const scopes = meantFor(paste.found, named).map(({ normalised }) => normalised);
  const confirmed = new Set((await confirmationsOf(context, request.person, scopes)).keys());
  const conversions = await runInChunks(converting(scopes, named, confirmed));
  await request.reply(convertedMessage(conversions, named));
}

/** `find [admin|user] <words, a scope, an event, METHOD /path>` */
async function find(context: HandlerContext, request: CommandRequest, words: string): Promise<void> {
  request.hold();
  const { first, rest } = split(words);
  // `find user list` means the words; `find user-managed list` narrows.
  const named = rest === '' || /^users?$/.test(first) ? null : managementTypeOf(first);
  const query = named === null ? words : rest;
  if (query.trim() === '') return request.reply(helpMessage('/zoom-scopes', 'find'));
  const found = findScopes(query, named === null ? {} : { managementType: named });
  const uses = await usesOf(context, request.person, scopesShown(found));
  const scope = query.trim().toLowerCase();
  const seen = (await confirmationsOf(context, request.person, [scope])).get(scope);
  await request.reply(foundMessage(found, query, named, { uses, ...(seen === undefined ? {} : { seen }) }));
}

/** `confirmed [words]`: the unlisted scopes that were confirmed in this workspace. */
async function listConfirmed(context: HandlerContext, request: CommandRequest, words: string): Promise<void> {
  request.hold();
  const { workspaceId } = request.person;
  const parts = wordsOf(words).slice(0, 10);
  const lines = await context.usecases.findConfirmedScopes({
    workspaceId,
    words: parts,
    limit: MOST_SHOWN + 1,
  });
  await request.reply(confirmedList(lines));
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
