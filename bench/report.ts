import type { Load, Measured } from './measure.ts';

export interface Row extends Measured {
  readonly server: string;
}

export interface Scenario {
  readonly load: Load;
  readonly rows: readonly Row[];
}

export interface Memory {
  readonly server: string;
  /** MB */
  readonly idle: number | null;
  readonly after: number | null;
}

export interface Results {
  readonly machine: readonly string[];
  readonly apps: number;
  readonly rounds: number;
  readonly scenarios: readonly Scenario[];
  readonly memory: readonly Memory[];
  /** GETs per second. */
  readonly outside: { readonly plain: number; readonly ours: number };
  /** Milliseconds a call. */
  readonly scopes: readonly { readonly name: string; readonly p50: number; readonly p99: number }[];
}

/** Everything is told beside this one. */
export const yardstick = 'plain Bolt';

export function report(results: Results): string {
  return [
    '# Results',
    '',
    'Written by `npm run bench`. Every process ran on one machine and over loopback, and shared its cores with the load; ratios carry over to other machines, absolute figures do not.',
    '',
    ...results.machine.map((line) => `- ${line}`),
    `- ${results.apps} registered Zoom apps; medians of ${results.rounds} rounds`,
    '',
    ...results.scenarios.flatMap(scenarioLines),
    '## Memory',
    '',
    ...table(
      ['server', 'idle', 'after all rounds'],
      results.memory.map(({ server, idle, after }) => [server, megabytes(idle), megabytes(after)]),
    ),
    '',
    '## Calls to the outside',
    '',
    'GET of a small JSON, 16 at a time, from the same stub.',
    '',
    ...table(
      ['client', 'requests/s', 'beside undici'],
      [
        ['undici `request` alone', whole(results.outside.plain), '1.00'],
        [
          "Greenroom's client (budget, circuit, limits)",
          whole(results.outside.ours),
          ratio(results.outside.ours, results.outside.plain),
        ],
      ],
    ),
    '',
    '## Help with scopes',
    '',
    'In one process, in memory; nothing to compare with.',
    '',
    ...table(
      ['what', 'p50 ms', 'p99 ms'],
      results.scopes.map(({ name, p50, p99 }) => [name, p50.toFixed(2), p99.toFixed(2)]),
    ),
    '',
  ].join('\n');
}

function scenarioLines({ load, rows }: Scenario): string[] {
  const base = rows.find(({ server }) => server === yardstick)?.perSecond ?? Number.NaN;
  return [
    `## \`/zoom-app ${load.text}\`, ${load.atOnce} at a time, ${whole(load.requests)} requests`,
    '',
    ...table(
      ['server', 'acknowledged/s', `beside ${yardstick}`, 'p50 ms', 'p99 ms', 'answered/s'],
      rows.map((row) => [
        row.server,
        whole(row.perSecond),
        ratio(row.perSecond, base),
        row.p50.toFixed(1),
        row.p99.toFixed(1),
        row.answersPerSecond === null ? 'sends none' : whole(row.answersPerSecond),
      ]),
    ),
    '',
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)];
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en');
}

function ratio(number: number, base: number): string {
  return (number / base).toFixed(2);
}

function megabytes(number: number | null): string {
  return number === null ? 'not known here' : `${Math.round(number)} MB`;
}
