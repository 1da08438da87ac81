import type { ScopeReport } from '../../../core/scopes/verdict/verdict_types.ts';
import { asMrkdwn } from '../../blocks/phrase.ts';
import { type Confirmations, confirmedBy } from '../../messages/scope_report/confirmations.ts';
import { summariseReport } from '../../messages/scope_report/report_summary.ts';
import { explainVerdict } from '../../messages/scope_report/verdict_sentence.ts';
import type { Banner } from '../view_frame.ts';
import type { Judgement } from './judge_typed_scopes.ts';

const EXPLAINED = 8;

/** Shown before any other banner, and without the secret. */
export const secretSeen: Banner = {
  level: 'error',
  text: 'There is something here that looks like a secret. Remove it, and rotate it in Zoom: Slack has it now. Greenroom keeps nothing of it.',
};

/** The banner about the whole list; null for an empty one. */
export function verdictBanner(
  { report }: Judgement,
  confirmations: Confirmations = new Map(),
): Banner | null {
  if (report.empty) return null;
  const notable = [...report.blocking, ...report.toConfirm, ...report.warnings];
  const lines = notable
    .slice(0, EXPLAINED)
    .map((verdict) => `• ${asMrkdwn(explainVerdict(verdict))}${confirmedBy(verdict, confirmations)}`);
  const more = notable.length - lines.length;
  return {
    level: levelOf(report),
    text: summariseReport(report, report.managementType),
    lines: more > 0 ? [...lines, `… and ${more} more.`] : lines,
  };
}

function levelOf(report: ScopeReport): Banner['level'] {
  if (report.blocking.length > 0) return 'error';
  if (report.toConfirm.length > 0) return 'warning';
  return report.warnings.length > 0 ? 'info' : 'success';
}
