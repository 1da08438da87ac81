import type { ManagementType } from '../../../core/checks/check.ts';
import { isConfirmable } from '../../../core/scopes/verdict/check_scopes.ts';
import type { ScopeReport, ScopeVerdict } from '../../../core/scopes/verdict/verdict_types.ts';
import type { KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { context, header, section, sections } from '../../blocks/layout.ts';
import { asMrkdwn } from '../../blocks/phrase.ts';
import { table } from '../../blocks/table.ts';
import { escapeMrkdwn, wordList } from '../../blocks/text.ts';
import { managementNames } from '../product_words.ts';
import { shownScope } from '../scopes/shown_scope.ts';
import { type Confirmations, confirmedBy } from './confirmations.ts';
import { summariseReport } from './report_summary.ts';
import { confirmButton, correctedBlocks, footer, within } from './scope_report_parts.ts';
import { type Advice, adviceFor, wordFor } from './verdict_advice.ts';
import { explainVerdict } from './verdict_sentence.ts';

/** Characters for the confirmations below the table. */
const CONFIRMED = 900;
/** Characters of the plain text: what a notification, a screen reader or an old client has instead of the table. */
const PLAIN = 3000;

/** The answer to `/zoom-scopes check`: a table, what is wrong first. */
export function scopeReportMessage(
  report: ScopeReport,
  managementType: ManagementType,
  confirmations: Confirmations = new Map(),
): MessageView {
  const ordered = inOrder(report);
  const { block, shown } = table(['Scope', 'Verdict', 'What to do'], ordered, rowOf);
  return messageView(plainReport(report, managementType, ordered), [
    header(`Scopes for ${managementNames[managementType]} apps`),
    section(summariseReport(report, managementType)),
    ...(block === null ? [] : [block]),
    ...moreBlocks(ordered.slice(shown)),
    ...confirmedBlocks(report, confirmations),
    ...confirmButton(report),
    ...correctedBlocks(report, managementType),
    context(footer(report)),
  ]);
}

const ORDER: readonly Advice['word'][] = ['Fix', 'Confirm', 'Note', 'Fine'];

/** As they came, but what asks for most comes first. */
function inOrder({ verdicts }: ScopeReport): readonly ScopeVerdict[] {
  return ORDER.flatMap((word) => verdicts.filter((verdict) => wordFor(verdict) === word));
}

function rowOf(verdict: ScopeVerdict): readonly string[] {
  const { word, advice } = adviceFor(verdict);
  return [shownScope(verdict.scope), word, advice];
}

function plainReport(
  report: ScopeReport,
  managementType: ManagementType,
  ordered: readonly ScopeVerdict[],
): string {
  const notable = ordered.filter(({ severity }) => severity !== 'ok');
  const { shown, left } = within(notable, plainRow, PLAIN);
  return [
    `Scopes for ${managementNames[managementType]} apps. ${summariseReport(report, managementType)}`,
    ...shown,
    ...(left > 0 ? [`… and ${left.toLocaleString('en')} more.`] : []),
  ].join('\n');
}

function plainRow(verdict: ScopeVerdict): string {
  const [scope = '', word = '', advice = ''] = rowOf(verdict).map(escapeMrkdwn);
  return `${word}: ${scope}. ${advice}${advice.endsWith('?') ? '' : '.'}`;
}

/** What the table has no room for, by its kind. */
function moreBlocks(left: readonly ScopeVerdict[]): KnownBlock[] {
  if (left.length === 0) return [];
  const kinds = ORDER.map(
    (word) => [word, left.filter((verdict) => wordFor(verdict) === word).length] as const,
  )
    .filter(([, many]) => many > 0)
    .map(([word, many]) => `${many.toLocaleString('en')} ${kindWords[word]}`);
  return [
    section(`… and ${left.length.toLocaleString('en')} more that do not fit here: ${wordList(kinds)}.`),
  ];
}

const kindWords: Readonly<Record<Advice['word'], string>> = {
  Fix: 'to fix',
  Confirm: 'to confirm',
  Note: 'good to know',
  Fine: 'fine',
};

/** Who has confirmed which scopes. */
function confirmedBlocks({ verdicts }: ScopeReport, confirmations: Confirmations): KnownBlock[] {
  const seen = verdicts.filter((verdict) => isConfirmable(verdict) && verdict.confirmed);
  if (seen.length === 0) return [];
  const { shown, left } = within(
    seen,
    (verdict) => `• ${asMrkdwn(explainVerdict(verdict))}${confirmedBy(verdict, confirmations)}`,
    CONFIRMED,
  );
  return sections([...shown, ...(left > 0 ? [`… and ${left.toLocaleString('en')} more.`] : [])]);
}
