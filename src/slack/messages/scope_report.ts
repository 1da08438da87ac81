import type { ManagementType } from '../../core/readiness/checks.ts';
import type { ScopeReport, ScopeVerdict } from '../../core/scopes/verdict.ts';
import { explainVerdict, summarise } from '../../core/scopes/words.ts';
import { actionIds } from '../action_ids.ts';
import type { KnownBlock, MessageView } from '../blocks/block_types.ts';
import { button } from '../blocks/elements.ts';
import { messageView } from '../blocks/fit.ts';
import { actions, context, header, section, sections } from '../blocks/layout.ts';
import { count } from '../blocks/text.ts';
import { catalogueLine } from './catalogue_line.ts';
import { type Confirmations, confirmedBy } from './confirmations.ts';
import { correctedList } from './corrected_list.ts';
import { copyBlocks, listButtons, listValue } from './scope_lists.ts';
import { managementNames } from './words.ts';

/** How many characters each group may take, so that thousands of scopes still make one message. */
const room = { fix: 3600, confirm: 1800, know: 1800, fine: 600, codeBlocks: 1 };

/** The answer to `/zoom-scopes check`. */
export function scopeReportMessage(
  report: ScopeReport,
  managementType: ManagementType,
  confirmations: Confirmations = new Map(),
): MessageView {
  const fine = report.verdicts.filter(({ severity }) => severity === 'ok');
  const summary = summarise(report, managementType);
  return messageView(`Scopes for ${managementNames[managementType]} apps. ${summary}`, [
    header(`Scopes for ${managementNames[managementType]} apps`),
    section(summary),
    ...group(':x: *Fix*', 'these cannot be used as they are', report.blocking, room.fix),
    ...group(
      ':grey_question: *Confirm*',
      'only someone who sees them in Zoom can tell',
      report.toConfirm,
      room.confirm,
    ),
    ...confirmButton(report),
    ...group(
      ':information_source: *Good to know*',
      'these can be used',
      report.warnings,
      room.know,
      confirmations,
    ),
    ...fineBlocks(fine),
    ...correctedBlocks(report, managementType),
    context(footer(report)),
  ]);
}

function group(
  title: string,
  about: string,
  verdicts: readonly ScopeVerdict[],
  most: number,
  confirmations: Confirmations = new Map(),
): KnownBlock[] {
  if (verdicts.length === 0) return [];
  const { shown, left } = within(
    verdicts,
    (verdict) => `• ${explainVerdict(verdict)}${confirmedBy(verdict, confirmations)}`,
    most,
  );
  const more = left === 0 ? [] : [`… and ${count(left, 'more')}, not shown here.`.replace('mores', 'more')];
  return sections([`${title} (${verdicts.length}): ${about}.`, ...shown, ...more]);
}

/** Carries the whole list, so that it is judged anew once somebody has said yes. */
function confirmButton({ toConfirm, verdicts, managementType }: ScopeReport): KnownBlock[] {
  if (toConfirm.length === 0) return [];
  const value = listValue(
    managementType,
    verdicts.map(({ scope }) => scope),
  );
  const label = toConfirm.length === 1 ? 'I have seen it in Zoom' : 'I have seen them in Zoom';
  return value === undefined ? [] : actions([button(label, actionIds.confirmScopes, value)]);
}

function fineBlocks(verdicts: readonly ScopeVerdict[]): KnownBlock[] {
  if (verdicts.length === 0) return [];
  const { shown, left } = within(verdicts, ({ scope }) => `\`${scope}\``, room.fine);
  const more = left === 0 ? '' : ` … and ${left.toLocaleString('en')} more`;
  return [section(`:white_check_mark: *Fine* (${verdicts.length}): ${shown.join(', ')}${more}`)];
}

/** The list as it could be declared, to copy or to use; as it came when nothing had to change. */
function correctedBlocks(report: ScopeReport, managementType: ManagementType): KnownBlock[] {
  const { scopes, changed, without } = correctedList(report, managementType);
  const all = report.verdicts.map(({ scope }) => scope);
  const label = changed ? 'Use the corrected list' : 'Use this list';
  const buttons = report.empty ? [] : actions(listButtons(label, { managementType, scopes }, all));
  if (!changed || scopes.length === 0) return buttons;
  const open =
    without === 0
      ? ''
      : ` ${count(without, 'scope')} of yours ${without === 1 ? 'is' : 'are'} not in it: see above.`;
  return [
    section(`*Corrected list* (${count(scopes.length, 'scope')}), to copy.${open}`),
    ...copyBlocks(scopes, room.codeBlocks),
    ...buttons,
  ];
}

function footer(report: ScopeReport): string {
  const ignored =
    report.ignored === 0
      ? ''
      : ` ${count(report.ignored, 'word')} of the text ${report.ignored === 1 ? 'was' : 'were'} no scope and was left out.`;
  return `${catalogueLine()}${ignored}`;
}

/** Only what is shown is put into words: that costs more than the verdict. */
function within<T>(
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
