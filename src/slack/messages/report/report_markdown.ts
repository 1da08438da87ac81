import { type ReportColumn, type ReportRow, reportColumns } from './report_row.ts';

/** The rows as a page: a table for each section, with the columns that it uses. `title`, `lead`: plain text. */
export function reportMarkdown(title: string, lead: readonly string[], rows: readonly ReportRow[]): string {
  const sections = [...new Set(rows.map(({ section }) => section))];
  const tables = sections.flatMap((section) => [
    `## ${escaped(section)}`,
    tableOf(rows.filter((row) => row.section === section)),
  ]);
  return `${[`# ${escaped(title)}`, ...lead.map(escaped), ...tables].join('\n\n')}\n`;
}

function tableOf(rows: readonly ReportRow[]): string {
  const used = reportColumns.filter(
    (column) => column !== 'section' && rows.some((row) => row[column] !== ''),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(used),
    line(used.map(() => '---')),
    ...rows.map((row) => line(used.map((column: ReportColumn) => escaped(row[column])))),
  ].join('\n');
}

/**
 * Everything that Markdown or HTML could read as its own. What does harm at the start of a line alone is escaped only there: escaped
 * everywhere, it makes scopes and dates unreadable as text.
 */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#!|~>]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/^(\s*)([-+.:@])/, '$1\\$2')
    .replace(/\s+/g, ' ');
}
