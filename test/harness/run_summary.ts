import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { needs } from './needs.ts';

const MOST_FILES = 10;
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`.padStart(9);

/** The end of a run: how long it took, which files took longest, and what was not run and how to get it. */
export default class RunSummary implements Reporter {
  #startedAt = performance.now();

  onInit(): void {
    this.#startedAt = performance.now();
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = [...slowest(modules), ...notRun(modules)];
    console.log(`\n${[`Total ${seconds(performance.now() - this.#startedAt)}`, ...lines].join('\n')}`);
  }
}

function slowest(modules: readonly TestModule[]): string[] {
  const measured = modules.map((module) => {
    const { duration, collectDuration } = module.diagnostic();
    return { ms: duration + collectDuration, name: nameOf(module) };
  });
  const first = measured.toSorted((a, b) => b.ms - a.ms).slice(0, MOST_FILES);
  return [
    `The ${first.length} slowest of ${measured.length} files:`,
    ...first.map(({ ms, name }) => `${seconds(ms)}  ${name}`),
  ];
}

function notRun(modules: readonly TestModule[]): string[] {
  const skipped = modules.flatMap((module) => {
    const count = [...module.children.allTests('skipped')].length;
    return count === 0 ? [] : [`  ${count} in ${nameOf(module)}`];
  });
  if (skipped.length === 0) return [];
  const absent = Object.values(needs).flatMap(({ tests, howToGet, isThere }) =>
    isThere() ? [] : [`  ${tests}: ${howToGet}`],
  );
  return [
    'NOT RUN:',
    ...skipped,
    ...(absent.length > 0 ? ['What this machine lacks, and how to get it:', ...absent] : []),
  ];
}

function nameOf(module: TestModule): string {
  return `${relative(process.cwd(), module.moduleId)} (${module.project.name})`;
}
