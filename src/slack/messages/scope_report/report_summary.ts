import type { ManagementType } from '../../../core/checks/check.ts';
import type { ScopeReport } from '../../../core/scopes/verdict/verdict_types.ts';
import { managementNames } from '../product_words.ts';

/** One or two sentences about the whole list. Plain text without a character that Slack escapes. */
export function summariseReport(report: ScopeReport, managementType: ManagementType): string {
  return `${summaryOf(report, managementType)}${pasteNotes(report)}`;
}

function pasteNotes({ incomplete, alternatives }: ScopeReport): string {
  const cut = incomplete
    ? ' The manifest is cut off: paste its rest too, what is not here was not read.'
    : '';
  const several = alternatives ? " Zoom's error lists alternatives: usually one of them is enough." : '';
  return `${cut}${several}`;
}

function summaryOf(report: ScopeReport, managementType: ManagementType): string {
  if (report.empty) return 'There is no scope in this list. Zoom wants at least one.';
  const apps = `${managementNames[managementType]} apps`;
  const { accepted, blocking, toConfirm } = report;
  const parts = [
    blocking.length > 0 ? `${many(blocking.length, 'scope')} must be changed or removed` : '',
    toConfirm.length > 0
      ? `${many(toConfirm.length, 'scope')} ${toConfirm.length === 1 ? 'is' : 'are'} not in the catalogue and must be confirmed`
      : '',
  ].filter((part) => part !== '');
  const mixed = report.mixed ? ' The list mixes admin and user scopes; one app can hold only one kind.' : '';
  if (parts.length > 0)
    return `${parts.join(', and ')}; ${accepted.length} of ${report.verdicts.length} can go into ${apps}.${mixed}`;
  const warnings = report.warnings.length;
  const notes = warnings === 0 ? '' : ` ${many(warnings, 'note')} below.`;
  return accepted.length === 1
    ? `The scope can go into ${apps}.${notes}`
    : `All ${accepted.length} scopes can go into ${apps}.${notes}`;
}

/** Without the separator of thousands that `count` writes: the other figures of these sentences have none. */
function many(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
