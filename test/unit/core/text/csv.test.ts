import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../../../../src/core/text/csv.ts';

test.each([
  ['plain', 'plain'],
  ['', ''],
  ['a,b', '"a,b"'],
  ['say "so"', '"say ""so"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("https://evil.example")', '"\'=HYPERLINK(""https://evil.example"")"'],
  ['+1', '"\'+1"'],
  ['-1', '"\'-1"'],
  ['@here', '"\'@here"'],
  ['\tx', '"\'\tx"'],
  [' =1', '"\' =1"'],
  ['\u00a0@x', '"\'\u00a0@x"'],
  ['＝1', '"\'＝1"'],
  ['－1', '"\'－1"'],
  ['<!channel> 👩‍💻 שלום', '<!channel> 👩‍💻 שלום'],
])('the cell %j', (text, cell) => {
  expect(toCsv([[text]])).toBe(`\uFEFF${cell}\r\n`);
});

test('no cell begins a formula, and a reader gets back what was written', () => {
  const rows = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(rows, (given) => {
      for (const row of read(toCsv(given)))
        for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
      const back = read(toCsv(given)).map((row) =>
        row.map((cell) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠]|[\t\r\n])/, '')),
      );
      expect(back).toEqual(given);
    }),
  );
});

/** RFC 4180, without any leniency. */
function read(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  cells.lastIndex = 1;
  for (let found = cells.exec(csv); found !== null; found = cells.exec(csv)) {
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') rows.push(row);
    if (found[3] === '\r\n') row = [];
  }
  return rows;
}
