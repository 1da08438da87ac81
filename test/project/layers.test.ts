import { expect, test } from 'vitest';
import { breaches, circles, type Layers } from './layers.ts';
import type { Import } from './source_files.ts';

const imports = (...pairs: [from: string, to: string][]): Import[] =>
  pairs.map(([from, to]) => ({ from, to, typeOnly: false }));

const layers: Layers = [['low', 'file'], ['middle'], ['high']];

test.each([
  ['up', 'src/low/a.ts', 'src/high/b.ts', true],
  ['sideways', 'src/low/a.ts', 'src/file.ts', true],
  ['to a part without a layer', 'src/high/a.ts', 'src/new/b.ts', true],
  ['down', 'src/high/deep/a.ts', 'src/file.ts', false],
  ['inside of a part', 'src/low/a.ts', 'src/low/deep/b.ts', false],
  ['to another folder', 'src/low/a.ts', 'sandbox/high/b.ts', false],
])('an import %s is found to be a breach or not', (_, from, to, isBreach) => {
  expect(breaches('src', layers, imports([from, to]))).toHaveLength(isBreach ? 1 : 0);
});

test('circles are found, long and short, and files that only meet are none', () => {
  expect(circles(imports(['a', 'b'], ['b', 'a']))).toEqual([['a', 'b', 'a']]);
  expect(circles(imports(['x', 'a'], ['a', 'b'], ['b', 'c'], ['c', 'a']))).toEqual([['a', 'b', 'c', 'a']]);
  expect(circles(imports(['a', 'a']))).toEqual([['a', 'a']]);
  expect(circles(imports(['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd']))).toEqual([]);
});
