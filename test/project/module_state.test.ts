import { expect, test } from 'vitest';
import { mutableState } from './module_state.ts';
import { filesIn, read } from './source_files.ts';

test('no file of src keeps state of its module: what changes is made at start and handed over', () => {
  const found = filesIn('src').flatMap((path) => mutableState(read(path)).map((name) => `${path}: ${name}`));
  expect(found).toEqual([]);
});

test.each([
  ['a variable', 'let count = 0;', ['count']],
  ['an exported variable', 'export let count = 0;', ['count']],
  ['an old variable', 'var count = 0;', ['count']],
  ['a map', 'const seen = new Map<string, number>();\nexport const see = (k) => seen.set(k, 1);', ['seen']],
  ['a typed set', 'const all: Set<string> = new Set();\nfunction f() {\n  all.add("a");\n}', ['all']],
  ['a weak map', 'const by = new WeakMap<object, A>();\nfunction f(a) {\n  by.delete(a);\n}', ['by']],
  ['a list', 'const list: string[] = [];\nfunction f(a) {\n  list.push(a);\n}', ['list']],
  ['an object', 'const now = { at: 0 };\nfunction f(a) {\n  now.at = a;\n  now["b"] += 1;\n}', ['now']],
  ['a static field', 'class A {\n  static last = 0;\n}', ['last']],
  ['a set of constants', 'const all = new Set(["a"]);\nexport const has = (a) => all.has(a);', []],
  ['a constant', 'const most = 3;\nif (most == 3) f(most);', []],
  ['a variable of a function', 'function f() {\n  let count = 0;\n  count += 1;\n}', []],
  ['a map of a function', 'function f() {\n  const all = new Map();\n  all.set(1, 2);\n}', []],
  ['a comparison', 'const kind = { a: 1 };\nexport const is = (b) => kind.a === b || kind.a => b;', []],
  ['a static constant', 'class A {\n  static readonly most = 3;\n}', []],
])('%s is found to be state or not', (_, text, names) => {
  expect(mutableState(text)).toEqual(names);
});
