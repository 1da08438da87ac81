import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../../src/core/scopes/catalogue/catalogue.ts';
import { parsePaste } from '../../../../../src/core/scopes/parse/parse_paste.ts';
import { checkScopes } from '../../../../../src/core/scopes/verdict/check_scopes.ts';
import { correctedList } from '../../../../../src/core/scopes/verdict/corrected_list.ts';

const granular = catalogue.scopes.map((row) => row.scope).filter((scope) => !scope.includes(' '));
const classic = [...new Set(catalogue.scopes.flatMap((row) => row.classic))];
const scope = fc.oneof(fc.constantFrom(...granular), fc.constantFrom(...classic));
const hex = (sign: string): string => sign.charCodeAt(0).toString(16).padStart(2, '0');

/** How tools write the two signs of a scope; what was pasted can be read exactly. */
const encodings: Readonly<Record<string, (sign: string) => string>> = {
  'a Markdown escape': (sign) => `\\${sign}`,
  'a Markdown escape in JSON': (sign) => `\\\\${sign}`,
  'a decimal entity': (sign) => `&#${sign.charCodeAt(0)};`,
  'a hexadecimal entity': (sign) => `&#x${hex(sign)};`,
  'a named entity': (sign) => (sign === '_' ? '&lowbar;' : '&colon;'),
  'an entity encoded twice': (sign) => `&amp;#${sign.charCodeAt(0)};`,
  'a percent sign': (sign) => `%${hex(sign).toUpperCase()}`,
  'a percent sign encoded twice': (sign) => `%25${hex(sign)}`,
  'a JSON escape': (sign) => `\\u00${hex(sign)}`,
  'a JSON escape in JSON': (sign) => `\\\\u00${hex(sign).toUpperCase()}`,
  'an escape of a program': (sign) => `\\x${hex(sign)}`,
  'quoted-printable': (sign) => `=${hex(sign).toUpperCase()}`,
  'Excel XML': (sign) => `_x00${hex(sign).toUpperCase()}_`,
  'a soft hyphen': (sign) => `\u00ad${sign}`,
  'a soft hyphen as an entity': (sign) => `&shy;${sign}`,
  'a zero-width space': (sign) => `${sign}\u200b`,
  'a zero-width joiner': (sign) => `\u200d${sign}\u2060`,
  'a byte order mark': (sign) => `${sign}\ufeff`,
  'a place to break': (sign) => `${sign}<wbr>`,
  'a place to break in XHTML': (sign) => `<wbr />${sign}`,
  'a tag': (sign) => `<span class="x">${sign}</span>`,
  'a comment': (sign) => `${sign}<!-- here -->`,
  LaTeX: (sign) => (sign === '_' ? '\\textunderscore{}' : sign),
  'a percent sign encoded five times': (sign) => `%25252525${hex(sign)}`,
  'a percent sign of old programs': (sign) => `%u00${hex(sign)}`,
  'an escape with braces': (sign) => `\\u{${hex(sign)}}`,
  'an octal escape': (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`,
  'UTF-7': (sign) => (sign === ':' ? '+ADo-' : '+AF8-'),
  'a place to break in LaTeX': (sign) => `${sign}\\allowbreak `,
  'a line through it': (sign) => `${sign}\u0336`,
  'a line under it': (sign) => `${sign}\u0332`,
  'bold type': (sign) => `**${sign}**`,
};

/** What may happen to a sign and cannot always be undone. */
const damages: Readonly<Record<string, (sign: string) => string>> = {
  'a line break behind it': (sign) => `${sign}\n`,
  'a line break before it': (sign) => `\n${sign}`,
  'a Windows line break': (sign) => `${sign}\r\n`,
  'a line separator': (sign) => `${sign}\u2028`,
  'a tag for a line break': (sign) => `${sign}<br/>`,
  'a broken line of a mail': (sign) => `${sign}=\r\n`,
  'a cell border': (sign) => `${sign} |\n| `,
  'a blank behind it': (sign) => `${sign} `,
  'a no-break space': (sign) => `\u00a0${sign}`,
  'a hyphen and a line break': (sign) => `${sign}-\n`,
  'dots in its place': () => '...',
  'an ellipsis in its place': () => '…',
  'a hyphen': () => '-',
  'a dash': () => '—',
  'a backslash': () => '\\',
  'an escape that nobody knows': () => '\\q',
  'an entity that nobody knows': () => '&zzz;',
  'half an entity': (sign) => `&#${sign.charCodeAt(0)}`,
  'bad bytes': () => '%C3%28',
  'a lone percent sign': () => '%',
  'a replacement character': () => '\ufffd',
  'a plus sign': () => '+',
  'an ampersand': () => '&',
  'an equals sign': () => '=',
  'a backtick': () => '`',
  'an apostrophe': () => '’',
  'code around it': (sign) => `\`${sign}\``,
  'a tilde': () => '~',
  'an exclamation mark': () => '!',
  'a full-width sign': (sign) => (sign === '_' ? '＿' : '：'),
  'a star': (sign) => `*${sign}*`,
  'a superscript': (sign) => `${sign}²`,
  'an emoji': () => '👩‍💻',
  'a caret': (sign) => `^${sign}`,
  'a middle dot': () => '·',
  'a middle dot of Japanese': () => '・',
  'an ideographic full stop': () => '。',
  'a word of another script': () => '和',
  'a label': (sign) => `${sign}name:`,
  twice: (sign) => sign + sign,
};

const written = (
  scopes: readonly string[],
  where: readonly number[],
  how: (sign: string) => string,
): string =>
  scopes
    .map((one, i) => {
      const signs = [...one.matchAll(/[_:]/g)].map(({ index }) => index);
      const at = signs[(where[i] ?? 0) % Math.max(1, signs.length)] ?? -1;
      return at < 0 ? one : one.slice(0, at) + how(one[at] ?? '') + one.slice(at + 1);
    })
    .join('\n\n');

const lists = fc.array(scope, { minLength: 1, maxLength: 3 });
const places = fc.array(fc.nat(9), { minLength: 3, maxLength: 3 });
const type = fc.constantFrom('admin' as const, 'user' as const);
const busyMachine = { timeout: 120_000 };

describe('scopes that were encoded on their way', busyMachine, () => {
  it.each(Object.entries(encodings))('are read exactly through %s, at any sign', (_, how) => {
    fc.assert(
      fc.property(lists, places, (scopes, where) => {
        const found = parsePaste(written(scopes, where, how)).found.map(({ normalised }) => normalised);
        expect(found).toEqual(scopes);
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.entries(encodings))('are read exactly through %s, at every sign', (_, how) => {
    fc.assert(
      fc.property(lists, (scopes) => {
        const text = scopes.map((one) => one.replace(/[_:]/g, how)).join(', ');
        expect(parsePaste(text).found.map(({ normalised }) => normalised)).toEqual(scopes);
      }),
      { numRuns: 30 },
    );
  });
});

describe('scopes that were broken over two lines', () => {
  it.each([
    ['in a mail that quotes', '> ', '\n> '],
    ['in a comment of a program', '// ', '\n// '],
    ['in a comment of a script', '# ', '\n# '],
    ['in a comment of a block', ' * ', '\n * '],
    ['in a cell', '| ', '   |\n| '],
    ['in a list', '- ', '\n  '],
  ])('are whole again %s', (_, begin, gap) => {
    const text = `${begin}meeting:read:list_${gap}meetings:admin${gap}user:read:user:admin`;
    expect(parsePaste(text).found.map(({ normalised }) => normalised)).toEqual([
      'meeting:read:list_meetings:admin',
      'user:read:user:admin',
    ]);
  });
});

describe('scopes that were damaged on their way', busyMachine, () => {
  it.each(Object.entries({ ...encodings, ...damages }))('are never read as others: %s', (_, how) => {
    fc.assert(
      fc.property(lists, places, type, (scopes, where, app) => {
        const report = checkScopes(parsePaste(written(scopes, where, how)), app);
        // Of what was meant: the scopes themselves, and what stands for them in an app of this kind.
        const meant = new Set([...scopes, ...correctedList(checkScopes(scopes, app)).scopes]);
        const strangers = [...report.accepted, ...correctedList(report).scopes].filter(
          (one) => !meant.has(one),
        );
        expect(strangers).toEqual([]);
        // Nothing is lost without a word: it is there, or something is to be mended.
        if (report.passes) expect(report.accepted).toEqual(checkScopes(scopes, app).accepted);
      }),
      { numRuns: 120 },
    );
  });

  // Found by the property above: both halves are scopes by themselves.
  it.each(['phone:read和room:master', 'phone:read・room:master', 'phone:read·room:master'])(
    'are named when their halves are scopes too: %s',
    (text) => {
      const report = checkScopes(parsePaste(text), 'user');
      expect(report.accepted).toEqual([]);
      expect(report.passes).toBe(false);
    },
  );

  it('are never read as others, wherever they are torn', () => {
    const tear = fc.constantFrom(
      '\n',
      ' ',
      '-\n',
      '|\n|',
      '\u00a0',
      '\r\n',
      '`',
      '\\',
      '&',
      '%',
      '…',
      '\ufffd',
    );
    fc.assert(
      fc.property(scope, fc.nat(80), tear, type, (one, place, mark, app) => {
        const at = 1 + (place % (one.length - 1));
        const report = checkScopes(parsePaste(`${one.slice(0, at)}${mark}${one.slice(at)}`), app);
        const meant = new Set([one, ...correctedList(checkScopes([one], app)).scopes]);
        const strangers = [...report.accepted, ...correctedList(report).scopes].filter(
          (each) => !meant.has(each),
        );
        expect(strangers).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
