import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { identifiersIn, retiredBy, retiredNamesIn, wordsOfName } from './names.ts';
import { filesIn, read } from './source_files.ts';

const retired = retiredNamesIn(read('docs/glossary.md'));
const files = ['src', 'sandbox', 'test', 'bench', 'scripts'].flatMap((folder) =>
  filesIn(folder, /\.(ts|tsx|mjs)$/),
);

/** Names that other people gave: a kind of Kubernetes, a word of Zoom's. */
const foreign: ReadonlySet<string> = new Set([
  'test/project/manifests.ts: PodDisruptionBudget',
  'src/core/scopes/grammar/service_names.ts: room',
]);

describe('the names that the glossary retires', () => {
  it('are read from its list', () => {
    expect(retired.length).toBeGreaterThan(50);
    expect(wordsOfName('createHTTPDoor_of.test.ts')).toEqual(['create', 'http', 'door', 'of', 'test', 'ts']);
    expect(retiredBy('runInTurn', retired)?.instead).toBe('workspace lock');
    expect(retiredBy('look', retired)?.whole).toBe(true);
    expect(retiredBy('lookup', retired)).toBeUndefined();
  });

  it('are no name of a file', () => {
    const found = files.filter((path) => retiredBy(basename(path).replace(/\.\w+$/, ''), retired));
    expect(found).toEqual([]);
  });

  it('are no identifier', () => {
    const found = files.flatMap((path) =>
      [...identifiersIn(path, read(path))]
        .filter((name) => !foreign.has(`${path}: ${name}`))
        .flatMap((name) => {
          const entry = retiredBy(name, retired);
          return entry === undefined ? [] : [`${path}: ${name} -> ${entry.instead}`];
        }),
    );
    expect(found).toEqual([]);
  });
});

describe('the words that the glossary explains', () => {
  const [tables = ''] = read('docs/glossary.md').split('## One word, two meanings');
  const terms = [...tables.matchAll(/^\| (?!say \|)([^|]+) \|/gm)].flatMap(([, names = '']) =>
    names.split(', '),
  );

  it('are explained once', () => {
    expect(terms.length).toBeGreaterThan(200);
    expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([]);
  });
});
