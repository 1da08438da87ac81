import type { ManagementType } from '../core/checks/check.ts';
import { catalogue } from '../core/scopes/catalogue/catalogue.ts';
import type { PasteResult } from '../core/scopes/parse/parse_paste.ts';
import { checking } from '../core/scopes/verdict/check_scopes.ts';
import { runInChunks } from '../event_loop.ts';
import { isDatabaseDown } from '../store/postgres/client/outage.ts';
import type { MessageView } from './blocks/block_types.ts';
import type { HandlerContext } from './handler_context.ts';
import type { Confirmations } from './messages/scope_report/confirmations.ts';
import { scopeReportMessage } from './messages/scope_report/scope_report.ts';
import { scopeReportInModal } from './messages/scope_report/scope_report_modal.ts';
import type { Use } from './messages/scopes/scope_details_blocks.ts';
import type { Person } from './requests/requests.ts';

/**
 * Which of these scopes were confirmed in this workspace, and by whom. Reads only those that are not in the catalogue.
 */
export async function confirmationsOf(
  context: HandlerContext,
  { workspaceId }: Person,
  all: readonly string[],
): Promise<Confirmations> {
  const scopes = [...new Set(all.map((scope) => scope.trim().toLowerCase()))].filter(
    (scope) => catalogue.find(scope) === undefined,
  );
  if (scopes.length === 0) return new Map();
  const confirmed = await ifAnswered(() => context.usecases.confirmedScopes({ workspaceId, scopes }));
  return new Map(confirmed.map(({ scope, by, at }) => [scope, { by, at }]));
}

/** The report about a list, with the workspace's confirmations, for the place where it is shown. */
export async function reportFor(
  context: HandlerContext,
  person: Person,
  input: readonly string[] | PasteResult,
  managementType: ManagementType,
  place: 'message' | 'modal',
): Promise<MessageView> {
  const scopes = 'found' in input ? input.found.map(({ normalised }) => normalised) : input;
  const confirmations = await confirmationsOf(context, person, scopes);
  const report = await runInChunks(checking(input, managementType, new Set(confirmations.keys())));
  const draw = place === 'modal' ? scopeReportInModal : scopeReportMessage;
  return draw(report, managementType, confirmations);
}

/** Registered apps of this workspace that declare one of these scopes. */
export async function usesOf(
  context: HandlerContext,
  { workspaceId }: Person,
  scopes: readonly string[],
): Promise<readonly Use[]> {
  return scopes.length === 0 ? [] : ifAnswered(() => context.usecases.scopeUses({ workspaceId, scopes }));
}

/** The catalogue is in memory: without the database only the additions of this workspace are missing. */
export async function ifAnswered<T>(ask: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await ask();
  } catch (error) {
    if (isDatabaseDown(error)) return [];
    throw error;
  }
}

/** The words by which confirmed scopes are searched: letters and digits only. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
