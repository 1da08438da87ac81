import type { Finding } from './finding.ts';

/** Lines for people: what was found, and below each line that is not ok what to do. */
export function asTable(findings: readonly Finding[]): string {
  const widest = Math.max(...findings.map(({ check }) => check.length));
  const indent = ' '.repeat('warning  '.length);
  const rows = findings.flatMap(({ check, status, what, fix }) => [
    `${status.padEnd('warning'.length)}  ${check.padEnd(widest)}  ${what}`,
    ...(fix === null ? [] : [`${indent}${' '.repeat(widest)}  -> ${fix}`]),
  ]);
  return `${[...rows, '', summary(findings)].join('\n')}\n`;
}

function summary(findings: readonly Finding[]): string {
  const count = (status: Finding['status']) => findings.filter((finding) => finding.status === status).length;
  const [problems, warnings] = [count('problem'), count('warning')];
  if (problems + warnings === 0) return 'All is well.';
  const named = [
    problems > 0 && `${problems} ${problems === 1 ? 'problem' : 'problems'}`,
    warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  ].filter((part) => part !== false);
  return `${named.join(', ')}.`;
}

/** For programs: `{"version", "status", "findings": [{"check", "status", "what", "fix"}]}`; `status` is the worst of all. */
export function asJson(findings: readonly Finding[], version: string): string {
  const found = new Set(findings.map((finding) => finding.status));
  const status = found.has('problem') ? 'problem' : found.has('warning') ? 'warning' : 'ok';
  return `${JSON.stringify({ version, status, findings }, null, 2)}\n`;
}
