import type { Goal, Result, Table } from './section.ts';
import { figure, ratio } from './words.ts';

/** Hand-written: what was found, tried and kept, by the name of the measure. */
export type Findings = Readonly<Record<string, string>>;

export function report(results: readonly Result[], findings: Findings): string {
  return [
    '# Results',
    '',
    'Written by `npm run bench`. Every process ran on one machine and over loopback, and shared its cores with the load and the stubs. Ratios carry over to other machines, absolute figures do not; both sides of a ratio come from one run.',
    '',
    ...goalLines(results),
    ...results.flatMap(sectionLines),
    '# What was found, what was tried, what stayed',
    '',
    ...Object.values(findings).flatMap((text) => [text.trim(), '']),
  ].join('\n');
}

function goalLines(results: readonly Result[]): string[] {
  const rows = results.flatMap(({ name, section }) => section.goals.map((goal) => goalRow(name, goal)));
  const head = ['measure', 'Greenroom', 'beside', 'ratio', 'to reach', 'reached', 'by'];
  return [...tableLines(head, rows), ''];
}

function goalRow(name: string, goal: Goal): string[] {
  const { what, unit, greenroom, beside, besideWhat, target } = goal;
  const share = greenroom / beside;
  const [wanted, reached] =
    'atLeast' in target
      ? [`>= ${target.atLeast}`, share >= target.atLeast]
      : [`<= ${target.atMost}`, share <= target.atMost];
  return [
    what,
    `${figure(greenroom)} ${unit}`,
    `${figure(beside)} ${unit} (${besideWhat})`,
    ratio(greenroom, beside),
    wanted,
    reached ? 'yes' : '**no**',
    `\`${name}\``,
  ];
}

function sectionLines({ machine, section }: Result): string[] {
  return [
    `## ${section.title}`,
    '',
    ...section.notes.map((note) => `- ${note}`),
    `- ${machine.join('; ')}`,
    '',
    ...section.tables.flatMap(titledTable),
  ];
}

function titledTable({ title, head, rows }: Table): string[] {
  return [`### ${title}`, '', ...tableLines(head, rows), ''];
}

function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)];
}
