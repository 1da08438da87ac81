import { nameKey } from '../../../core/apps/app_name.ts';
import { catalogue } from '../../../core/scopes/catalogue/catalogue.ts';
import { toCsv } from '../../../core/text/csv.ts';
import type { AppReport } from '../../../usecases/report/read_report.ts';
import { count, named, plainLine } from '../../blocks/text.ts';
import type { FileToSend } from '../file_sent.ts';
import { passedWords } from './check_words.ts';
import { utcTime } from './plain_words.ts';
import { reportMarkdown } from './report_markdown.ts';
import { reportColumns } from './report_row.ts';
import { reportRows } from './report_rows.ts';

/** The same facts as a page to read, and as a table to work with. */
export function reportFiles(
  report: AppReport,
  now: Date,
): { readonly markdown: FileToSend; readonly csv: FileToSend } {
  const { app, environments } = report.card;
  const rows = reportRows(report);
  const title = `Report of ${plainLine(app.name) || 'a Zoom app'}`;
  const older = report.hasOlderEvents ? `The history holds the last ${report.events.length} changes.` : '';
  const lead = [
    `As of ${utcTime(now)}. ${passedWords(environments)}; ${count(app.scopes.length, 'scope')} declared. Scopes by Zoom's catalogue of ${catalogue.version}.`,
    `Made by Greenroom from what it has stored. "Verified" was seen by a machine, "said by" stated by a person, "follows" derived from other facts; what nothing has shown is called not verified. People stand here by their Slack user ids, times are in UTC, and accounts are counted by status and not named. ${older}`.trim(),
  ];
  const name = `greenroom-report-${fileWord(app.name)}-${now.toISOString().slice(0, 10)}`;
  const comment = `:page_facing_up: The report of *${named(app.name)}* that you asked for`;
  return {
    markdown: {
      filename: `${name}.md`,
      title,
      text: reportMarkdown(title, lead, rows),
      comment: `${comment}.`,
    },
    csv: {
      filename: `${name}.csv`,
      title: `${title} (table)`,
      text: toCsv([reportColumns, ...rows.map((row) => reportColumns.map((column) => row[column]))]),
      comment: `${comment}, as a table.`,
    },
  };
}

/** A part of a file's name: letters, digits and hyphens of ASCII, which every system takes. */
function fileWord(name: string): string {
  const word = nameKey(name)
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return word.slice(0, 40) || 'app';
}
