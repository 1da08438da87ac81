import type { ManagementType } from '../../core/readiness/checks.ts';
import type { ScopeReport } from '../../core/scopes/verdict.ts';
import type { MessageView } from '../blocks/block_types.ts';

/** The answer to `/zoom-scopes check`. */
export function scopeReportMessage(report: ScopeReport, managementType: ManagementType): MessageView {
  void [report, managementType];
  return { text: '', blocks: [] };
}
