import { readFileSync } from 'node:fs';

/** What stands in a JSON report of Vitest. A file that could not be loaded is one failure. */
function count(path) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
  };
}

function countOrNothing(path) {
  try {
    return count(path);
  } catch {
    // No report: Vitest itself did not get that far.
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

// One report for each lane. The last line is `N passed, N failed`; anything skipped is a failure of the machine.
const all = process.argv.slice(2).map(countOrNothing);
const sum = (key) => all.reduce((total, one) => total + one[key], 0);
if (sum('skipped') > 0) {
  console.log(`${sum('skipped')} skipped: nothing may be skipped here`);
  process.exitCode = 1;
}
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
