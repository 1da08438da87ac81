import type { ManagementType } from './level.ts';
import type { ScopeReport, ScopeVerdict } from './verdict.ts';

/** One plain sentence in Slack mrkdwn: what is wrong, what to do. */
export function explainVerdict(verdict: ScopeVerdict): string {
  return verdict.scope;
}

/** One or two sentences about the whole list. */
export function summarise(report: ScopeReport, managementType: ManagementType): string {
  return `${report.verdicts.length} ${managementType}`;
}
