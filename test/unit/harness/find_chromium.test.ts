import { expect, test } from 'vitest';
import { findChromium, type Machine } from '../../harness/find_chromium.ts';

/** A machine with these files, and a distribution that brings one more. */
function machine(files: readonly string[], more: Partial<Machine> = {}): Machine {
  return { named: undefined, exists: (path) => files.includes(path), install: null, ...more };
}

function debian(): Machine {
  const files: string[] = [];
  return machine(files, { install: () => void files.push('/usr/bin/chromium') });
}

const neverInstalls = () => {
  throw new Error('Nobody asked for that');
};

test('a browser in one of the usual places is taken, and nothing is installed', () => {
  expect(findChromium(machine(['/usr/bin/google-chrome'], { install: neverInstalls }))).toBe(
    '/usr/bin/google-chrome',
  );
});

test('CHROMIUM goes before every place, and is the only one: a wrong path finds nothing and installs nothing', () => {
  const files = ['/usr/bin/chromium', '/opt/mine'];
  expect(findChromium(machine(files, { named: '/opt/mine' }))).toBe('/opt/mine');
  expect(findChromium(machine(files, { named: '/opt/gone', install: neverInstalls }))).toBeNull();
});

test('where there is none, the one of the distribution is installed if that is possible', () => {
  expect(findChromium(debian())).toBe('/usr/bin/chromium');
  expect(findChromium(machine([]))).toBeNull();
  expect(findChromium(machine([], { install: () => undefined }))).toBeNull();
});
