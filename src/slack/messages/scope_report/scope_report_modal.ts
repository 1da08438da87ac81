import type { ManagementType } from '../../../core/checks/check.ts';
import type { ScopeReport, ScopeVerdict } from '../../../core/scopes/verdict/verdict_types.ts';
import type { KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { context, header, section, sections } from '../../blocks/layout.ts';
import { asMrkdwn } from '../../blocks/phrase.ts';
import { managementNames } from '../product_words.ts';
import { type Confirmations, confirmedBy } from './confirmations.ts';
import { summariseReport } from './report_summary.ts';
import { confirmButton, correctedBlocks, footer, within } from './scope_report_parts.ts';
import { explainVerdict } from './verdict_sentence.ts';

/** How many characters each group may take, so that thousands of scopes still make one modal. */
const charactersPerGroup = { fix: 14_000, confirm: 8_000, know: 8_000, fine: 4_000 };

/** The report where Slack shows no table: in groups, in sentences. */
export function scopeReportInModal(
  report: ScopeReport,
  managementType: ManagementType,
  confirmations: Confirmations = new Map(),
): MessageView {
  const fine = report.verdicts.filter(({ severity }) => severity === 'ok');
  const summary = summariseReport(report, managementType);
  return {
    text: summary,
    blocks: [
      header(`Scopes for ${managementNames[managementType]} apps`),
      section(summary),
      ...group(':x: *Fix*', 'these cannot be used as they are', report.blocking, charactersPerGroup.fix),
      ...group(
        ':grey_question: *Confirm*',
        'only someone who sees them in Zoom can tell',
        report.toConfirm,
        charactersPerGroup.confirm,
      ),
      ...confirmButton(report),
      ...group(
        ':information_source: *Good to know*',
        'these can be used',
        report.warnings,
        charactersPerGroup.know,
        confirmations,
      ),
      ...fineBlocks(fine),
      ...correctedBlocks(report, managementType),
      context(footer(report)),
    ],
  };
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
    (verdict) => `• ${asMrkdwn(explainVerdict(verdict))}${confirmedBy(verdict, confirmations)}`,
    most,
  );
  const more = left === 0 ? [] : [`… and ${left.toLocaleString('en')} more, not shown here.`];
  return sections([`${title} (${verdicts.length}): ${about}.`, ...shown, ...more]);
}

function fineBlocks(verdicts: readonly ScopeVerdict[]): KnownBlock[] {
  if (verdicts.length === 0) return [];
  const { shown, left } = within(verdicts, ({ scope }) => `\`${scope}\``, charactersPerGroup.fine);
  const more = left === 0 ? '' : ` … and ${left.toLocaleString('en')} more`;
  return sections([`:white_check_mark: *Fine* (${verdicts.length}): ${shown.join(', ')}${more}`]);
}
