import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { project } from './source_files.ts';

const folder = mkdtempSync(join(tmpdir(), 'greenroom-count-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = { numPassedTests: 4, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const unloaded = { status: 'failed', assertionResults: [{ status: 'passed' }] };
const failed = { status: 'failed', assertionResults: [{ status: 'failed' }] };

/** Counts a report that passed beside this one. */
function count(other: object | string): { status: number | null; last: string | undefined } {
  const paths = [report, other].map((each, at) => {
    const path = join(folder, `${at}.json`);
    writeFileSync(path, typeof each === 'string' ? each : JSON.stringify(each));
    return path;
  });
  const { status, stdout } = spawnSync(process.execPath, ['.ci/count.mjs', ...paths], {
    cwd: project,
    encoding: 'utf8',
  });
  return { status, last: stdout.trim().split('\n').at(-1) };
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
    expect(count(other)).toEqual({ status, last });
  });
});
