import { readFileSync } from 'node:fs';

/** Prints the line `N passed, N failed` for Vitest's JSON report. A file that could not be loaded is one failure. */
function count(path) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'));
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}

function countOrNothing(path) {
  try {
    return count(path);
  } catch {
    // No report: Vitest itself did not get that far.
    return { passed: 0, failed: 1 };
  }
}

const { passed, failed } = countOrNothing(process.argv[2]);
console.log(`${passed} passed, ${failed} failed`);
