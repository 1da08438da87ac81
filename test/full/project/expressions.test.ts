import { readFileSync } from 'node:fs';
import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import { filesIn, read } from '../../project/source_files.ts';
import { type Expression, expressionsIn } from './expressions.ts';

/** Everything that runs, in the product or beside it; the page's bundle is made from these. */
const files = ['src', 'sandbox', 'scripts', 'bench', 'migrations'].flatMap((folder) =>
  filesIn(folder, /\.(ts|tsx|mts|js|mjs|cjs|jsx)$/),
);
const all = files.map((path) => expressionsIn(path, read(path)));

/** Strings or expressions, told apart by `typeof` before they are used; and node-cron's own `match`, which takes a time. */
const passedOn: readonly string[] = [
  'sandbox/simulators/slack/person/refusal.ts',
  'src/jobs/scheduler/scheduler.ts',
];

/** Only an automaton proves anything; what it cannot read (backreferences, look-around, long counted repeats) is refused. */
async function costOf({ pattern, flags }: Expression): Promise<string> {
  const verdict = await check(pattern, flags, { checker: 'automaton', timeout: 200_000 });
  if (verdict.status === 'safe') return 'linear';
  return verdict.status === 'unknown' ? verdict.error.kind : verdict.complexity.summary;
}

/** Without a look at the first character, and with a counted repeat of three in place of 61: the automaton takes minutes for that. */
const provable = (pattern: string): Expression => ({
  pattern: pattern.replace('^(?![\\.\\-])', '^').replaceAll('{0,61}', '{0,3}'),
  flags: '',
  place: '',
});

function patternsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    (key === 'pattern' || key === 'regex') && typeof value === 'string' ? [value] : patternsIn(value),
  );
}

describe('the regular expressions of the project', () => {
  it('are found wherever they stand', () => {
    const text = [
      'const a: RegExp = /a+/u, b = (x: string) => x.replace(/b/g, "/no/");',
      'const c = z.object({ d: z.string().regex(/^e$/) }); // /no/',
      'const h = <b title="/no/">{"f".match(/g/)}</b>;',
    ].join('\n');
    const { written, made } = expressionsIn('some.tsx', text);
    expect(written.map(({ pattern, flags, place }) => `/${pattern}/${flags} ${place}`)).toEqual([
      '/a+/u some.tsx:1',
      '/b/g some.tsx:1',
      '/^e$/ some.tsx:2',
      '/g/ some.tsx:3',
    ]);
    expect(made).toEqual([]);
  });

  it.each([
    'new RegExp(word)',
    'RegExp("a")',
    'const Made = RegExp; new Made("a")',
    'new globalThis.RegExp(word)',
    'text.match(word)',
    'text.search("a" + word)',
    'text.matchAll(patternOf(word))',
  ])('are noticed when they are made of a string: %s', (text) => {
    expect(expressionsIn('some.ts', text).made).toEqual(['some.ts:1']);
  });

  it('are all written out, so that they can be checked', () => {
    const made = all
      .flatMap((one) => one.made)
      .filter((place) => !passedOn.includes(place.split(':')[0] ?? ''));
    expect(made).toEqual([]);
  });

  it('of Slack’s schema, by which a manifest is checked, take no more than linear time', async () => {
    const texts = [1, 2].map((version) =>
      readFileSync(`vendor/slack-manifest-schema/manifest.schema.${version}.0.0.json`, 'utf8'),
    );
    const patterns = new Set(texts.flatMap((text) => patternsIn(JSON.parse(text))));
    expect(patterns.size).toBeGreaterThan(5);
    const costs = await Promise.all([...patterns].map((pattern) => costOf(provable(pattern))));
    expect([...new Set(costs)]).toEqual(['linear']);
  });

  it('take no more than linear time, whatever they are given', { timeout: 240_000 }, async () => {
    const places = new Map<string, Expression[]>();
    for (const one of all.flatMap(({ written }) => written)) {
      const key = `/${one.pattern}/${one.flags}`;
      places.set(key, [...(places.get(key) ?? []), one]);
    }
    const costs = await Promise.all(
      [...places].map(async ([key, [first, ...more]]) => {
        if (first === undefined) return [];
        const cost = await costOf(first);
        return cost === 'linear' ? [] : [`${key} (${cost}): ${[first, ...more].map(({ place }) => place)}`];
      }),
    );
    expect(places.size).toBeGreaterThan(150);
    expect(costs.flat()).toEqual([]);
  });
});
