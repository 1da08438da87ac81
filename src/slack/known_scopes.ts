import type { ManagementType } from '../core/readiness/checks.ts';
import { catalogue } from '../core/scopes/catalogue.ts';
import type { PasteResult } from '../core/scopes/grammar.ts';
import { checking } from '../core/scopes/verdict.ts';
import { runInSteps } from '../event_loop.ts';
import { isDatabaseDown } from '../store/postgres/down.ts';
import type { MessageView } from './blocks/block_types.ts';
import type { Person } from './bolt/calls.ts';
import type { Confirmations } from './messages/confirmations.ts';
import { scopeReportMessage } from './messages/scope_report.ts';
import { scopeReportInModal } from './messages/scope_report_modal.ts';
import type { Use } from './messages/scope_story.ts';
import type { Room } from './room.ts';

/**
 * What this workspace knows beyond the catalogue: which of these scopes somebody has seen in Zoom, and who. Asked only about
 * those that the catalogue does not know.
 */
export async function confirmationsOf(
  room: Room,
  { workspaceId }: Person,
  all: readonly string[],
): Promise<Confirmations> {
  const scopes = [...new Set(all.map((scope) => scope.trim().toLowerCase()))].filter(
    (scope) => catalogue.find(scope) === undefined,
  );
  if (scopes.length === 0) return new Map();
  const confirmed = await ifAnswered(() => room.usecases.confirmedScopes({ workspaceId, scopes }));
  return new Map(confirmed.map(({ scope, by, at }) => [scope, { by, at }]));
}

/** The report about a list, with what this workspace knows, for the place where it is shown. */
export async function reportFor(
  room: Room,
  person: Person,
  input: readonly string[] | PasteResult,
  managementType: ManagementType,
  place: 'message' | 'modal',
): Promise<MessageView> {
  const scopes = 'found' in input ? input.found.map(({ normalised }) => normalised) : input;
  const confirmations = await confirmationsOf(room, person, scopes);
  const report = await runInSteps(checking(input, managementType, new Set(confirmations.keys())));
  const draw = place === 'modal' ? scopeReportInModal : scopeReportMessage;
  return draw(report, managementType, confirmations);
}

/** Registered apps of this workspace that declare one of these scopes. */
export async function usesOf(
  room: Room,
  { workspaceId }: Person,
  scopes: readonly string[],
): Promise<readonly Use[]> {
  return scopes.length === 0 ? [] : ifAnswered(() => room.usecases.scopeUses({ workspaceId, scopes }));
}

/** The catalogue is in memory: without the database only what this workspace adds to it is missing. */
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
