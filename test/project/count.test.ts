import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { project } from './source_files.ts';

const folder = mkdtempSync(join(tmpdir(), 'greenroom-count-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = { numPassedTests: 4, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const unloaded = {
  name: join(project, 'test/unit/a.test.ts'),
  status: 'failed',
  message: 'Cannot find module',
  assertionResults: [{ status: 'passed' }],
};
const stack = [
  'AssertionError: \u001b[31mexpected 1 to be 2\u001b[39m',
  'at node_modules/chai/a.js',
  'at b.test.ts:3',
];
const failure = { fullName: 'adds', status: 'failed', failureMessages: [stack.join('\n')] };
const failed = { ...unloaded, name: join(project, 'test/unit/b.test.ts'), assertionResults: [failure] };

/** Counts a report that passed beside this one. */
function count(other: object | string): { status: number | null; last: string | undefined; lines: string[] } {
  const paths = [report, other].map((each, at) => {
    const path = join(folder, `${at}.json`);
    writeFileSync(path, typeof each === 'string' ? each : JSON.stringify(each));
    return path;
  });
  const { status, stdout } = spawnSync(process.execPath, ['.ci/count.mjs', ...paths], {
    cwd: project,
    encoding: 'utf8',
  });
  const lines = stdout.trim().split('\n');
  return { status, last: lines.at(-1), lines: lines.slice(0, -1) };
}

describe('the count of the tests of all lanes', () => {
  test.each<[string, object | string, string, number]>([
    ['adds what passed', report, '8 passed, 0 failed', 0],
    ['adds what failed', { ...report, numFailedTests: 1, testResults: [failed] }, '8 passed, 1 failed', 0],
    [
      'takes a file that could not be loaded for a failure',
      { ...report, testResults: [unloaded] },
      '8 passed, 1 failed',
      0,
    ],
    ['takes a lane without a report for a failure', '', '4 passed, 1 failed', 0],
    ['fails itself when a test was skipped', { ...report, numPendingTests: 1 }, '8 passed, 0 failed', 1],
    [
      'fails itself when a test is still to be written',
      { ...report, numTodoTests: 1 },
      '8 passed, 0 failed',
      1,
    ],
  ])('%s', (_what, other, last, status) => {
    expect(count(other)).toMatchObject({ status, last });
  });

  test('names what failed at its end, without color and without the stack of libraries', () => {
    expect(count({ ...report, testResults: [failed, unloaded] }).lines).toEqual([
      'FAILED test/unit/b.test.ts > adds',
      '    AssertionError: expected 1 to be 2',
      '    at b.test.ts:3',
      'FAILED test/unit/a.test.ts',
      '    Cannot find module',
    ]);
  });

  test('keeps the end short, however much failed', () => {
    const long = {
      ...failure,
      failureMessages: [Array.from({ length: 99 }, () => 'x'.repeat(999)).join('\n')],
    };
    const { lines, last } = count({
      ...report,
      testResults: [{ ...failed, assertionResults: Array.from({ length: 40 }, () => long) }],
    });
    expect(lines).toHaveLength(12 * 7 + 1);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(164);
    expect(lines.at(-1)).toBe('and 28 more');
    expect(last).toBe('8 passed, 40 failed');
  });
});
