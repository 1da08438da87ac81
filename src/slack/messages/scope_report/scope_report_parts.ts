import type { ManagementType } from '../../../core/checks/check.ts';
import { correctedList } from '../../../core/scopes/verdict/corrected_list.ts';
import type { ScopeReport } from '../../../core/scopes/verdict/verdict_types.ts';
import { actionIds } from '../../action_ids.ts';
import type { KnownBlock } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { actions, section } from '../../blocks/layout.ts';
import { count } from '../../blocks/text.ts';
import { catalogueLine } from '../scopes/catalogue_line.ts';
import { convertButton, copyBlocks, listButtons, listValue } from '../scopes/scope_list_blocks.ts';

// What the report says in a message and in a modal alike.

/** Its value holds the whole list, which is judged again after the confirmation. */
export function confirmButton({ toConfirm, verdicts, managementType }: ScopeReport): KnownBlock[] {
  if (toConfirm.length === 0) return [];
  const value = listValue(
    managementType,
    verdicts.map(({ scope }) => scope),
  );
  const label = toConfirm.length === 1 ? 'I have seen it in Zoom' : 'I have seen them in Zoom';
  return value === undefined ? [] : actions([button(label, actionIds.confirmScopes, value)]);
}

/** The list as it could be declared, to copy or to use; as it came when nothing had to change. */
export function correctedBlocks(report: ScopeReport, managementType: ManagementType): KnownBlock[] {
  const { scopes, open: toSee, changed, lost } = correctedList(report);
  const without = lost + toSee.length;
  const all = report.verdicts.map(({ scope }) => scope);
  const label = changed ? 'Use the corrected list' : 'Use this list';
  const buttons = report.empty
    ? []
    : actions([...listButtons(label, { managementType, scopes }), ...convertButton(managementType, all)]);
  if (!changed || scopes.length === 0) return buttons;
  const open =
    without === 0
      ? ''
      : ` ${count(without, 'scope')} of yours ${without === 1 ? 'is' : 'are'} not in it: see above.`;
  return [
    section(`*Corrected list* (${count(scopes.length, 'scope')}), to copy.${open}`),
    ...copyBlocks(scopes, 1),
    ...buttons,
  ];
}

export function footer(report: ScopeReport): string {
  const ignored =
    report.ignored === 0
      ? ''
      : ` ${count(report.ignored, 'word')} of the text ${report.ignored === 1 ? 'was' : 'were'} no scope and left out.`;
  return `${catalogueLine()}${ignored}`;
}

/** Only what is shown is put into words: that costs more than the verdict. */
export function within<T>(
  items: readonly T[],
  lineOf: (item: T) => string,
  most: number,
): { shown: string[]; left: number } {
  const shown: string[] = [];
  let used = 0;
  for (const item of items) {
    const line = lineOf(item);
    used += line.length + 1;
    if (used > most && shown.length > 0) break;
    shown.push(line);
  }
  return { shown, left: items.length - shown.length };
}
