import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

// Of a long output often only the end is kept, so the failures are listed again, shortened.
const MOST_FAILURES = 12;
const MOST_LINES = 6;
const LONGEST_LINE = 160;

/** What stands in a JSON report of Vitest. A file that could not be loaded is one failure. */
function read(path) {
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  return {
    passed: numPassedTests,
    skipped: numPendingTests + numTodoTests,
    failures: testResults.flatMap(failuresOf),
  };
}

function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(process.cwd(), name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [{ title: file, message }];
  return failed.map(({ fullName, failureMessages }) => ({
    title: `${file} > ${fullName}`,
    message: failureMessages.join('\n'),
  }));
}

function readOrFail(path) {
  try {
    return read(path);
  } catch (error) {
    // Vitest itself did not get as far as a report.
    return { passed: 0, skipped: 0, failures: [{ title: path, message: String(error) }] };
  }
}

/** What was expected, and where in this project: lines about libraries are left out, except the first one. */
function outline({ title, message }) {
  const lines = stripVTControlCharacters(message ?? '')
    .split('\n')
    .filter((line, at) => line.trim() !== '' && (at === 0 || !/node_modules|node:internal/.test(line)));
  return [
    title,
    ...lines.slice(0, MOST_LINES).map((line) => `    ${line.trim().slice(0, LONGEST_LINE)}`),
  ].join('\n');
}

// One report for each lane. The last line is `N passed, N failed`; anything skipped is a failure of the machine.
const all = process.argv.slice(2).map(readOrFail);
const sum = (key) => all.reduce((total, one) => total + one[key], 0);
const failures = all.flatMap((one) => one.failures);
for (const failure of failures.slice(0, MOST_FAILURES)) console.log(`FAILED ${outline(failure)}`);
if (failures.length > MOST_FAILURES) console.log(`and ${failures.length - MOST_FAILURES} more`);
if (sum('skipped') > 0) {
  console.log(`${sum('skipped')} skipped: nothing may be skipped here`);
  process.exitCode = 1;
}
console.log(`${sum('passed')} passed, ${failures.length} failed`);
