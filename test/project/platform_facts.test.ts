import { describe, expect, it } from 'vitest';
import { filesIn, read } from './source_files.ts';

const page = 'docs/platform-facts.md';

/** Each fact of the page: its number and what stands below it. */
const facts = new Map(
  read(page)
    .split(/^### /m)
    .slice(1)
    .map((text): [string, string] => {
      const [number = '', ...rest] = text.split('\n');
      return [number.trim(), rest.join('\n').split(/^## /m)[0] ?? ''];
    }),
);

const commented = ['src', 'sandbox', 'bench', 'scripts', 'test'].flatMap((folder) => filesIn(folder));
const pages = filesIn('.', /\.md$/).filter((path) => path !== page);

/** The comments of a source file. What a string holds behind `//` is read too, which does no harm. */
function commentsIn(text: string): string {
  return (text.match(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g) ?? []).join('\n');
}

const texts = [
  ...commented.map((path) => ({ path, text: commentsIn(read(path)) })),
  ...pages.map((path) => ({ path, text: read(path) })),
];

function numbersIn(text: string): string[] {
  return [...text.matchAll(/\b[TSZO]\d{1,2}\b/g)].map(([number]) => number);
}

describe('the facts about Slack, Zoom and StackOne', () => {
  it('have one number each, without gaps', () => {
    const headings = [...read(page).matchAll(/^### (.*)$/gm)].map(([, number]) => number);
    const expected = ['T', 'S', 'Z', 'O'].flatMap((letter) => {
      const count = headings.filter((number) => number?.startsWith(letter)).length;
      return Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
    });
    expect(headings).toEqual(expected);
  });

  it('say how sure they are, and where they come from', () => {
    const bare = [...facts].filter(
      ([, text]) =>
        !/^\*(?:Documented|Measured|Reported|Assumed)\b/m.test(text) || !/\bSource: \S/.test(text),
    );
    expect(bare.map(([number]) => number)).toEqual([]);
  });

  it('are there for every number that is cited', () => {
    const cited = texts.flatMap(({ path, text }) => numbersIn(text).map((number) => ({ path, number })));
    expect(cited.length).toBeGreaterThan(30);
    expect(cited.filter(({ number }) => !facts.has(number))).toEqual([]);
  });

  it('refer to each other by numbers that exist', () => {
    const dangling = [...facts].flatMap(([number, text]) =>
      numbersIn(text)
        .filter((other) => !facts.has(other))
        .map((other) => `${number} cites ${other}`),
    );
    expect(dangling).toEqual([]);
  });

  it('are cited by number, not by a page outside of the project', () => {
    expect(texts.filter(({ text }) => /\bfacts: /.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
