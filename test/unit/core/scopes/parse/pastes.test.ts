import { describe, expect, it } from 'vitest';
import { parsePaste } from '../../../../../src/core/scopes/parse/parse_paste.ts';

const A = 'meeting:read:list_meetings';
const B = 'user:read:user:admin';

/** Everything that people have at hand when scopes do not work, beside lists. */
const pastes: readonly (readonly [name: string, text: string, source: string, ignored: number])[] = [
  [
    'a .env file',
    `PORT=3000\nDATABASE_URL=postgres://db:5432/x\nexport ZOOM_SCOPES="${A} ${B}"\n`,
    'list',
    5,
  ],
  ['a .env line with commas', `ZOOM_SCOPES=${A},${B}`, 'list', 1],
  ['YAML with comments', `scopes:\n  - ${A} # lists\n  - ${B}`, 'list', 2],
  ['source code', `const SCOPES = ['${A}', "${B}"]; // TODO:fix`, 'list', 3],
  [
    'a token response',
    `{"access_token":"***","token_type":"bearer","expires_in":3599,"scope":"${A} ${B}"}`,
    'json',
    5,
  ],
  ['an authorize URL', `https://zoom.us/oauth/authorize?client_id=x&scope=${A}+${B}`, 'authorize_url', 4],
  [
    'an authorize URL encoded twice',
    encodeURIComponent(encodeURIComponent(`https://zoom.us/oauth/authorize?x=1&scope=${A} ${B}`)),
    'authorize_url',
    3,
  ],
  [
    'error 4711',
    `{"code":4711,"message":"Invalid access token, does not contain scopes:[${A}, ${B}]."}`,
    'zoom_error',
    9,
  ],
  [
    'error 104 with quoted scopes',
    `{"code":104,"message":"Invalid access token, does not contain scopes:[\\"${A}\\",\\"${B}\\"]"}`,
    'zoom_error',
    9,
  ],
  [
    'error 201 with dots',
    `code: 201, Access token does not contain scopes: [${A}, ${B}, ...]`,
    'zoom_error',
    7,
  ],
  [
    'error 124',
    `{"code":124,"message":"Invalid access token, does not contain scopes:['${A}','${B}']"}`,
    'zoom_error',
    9,
  ],
  [
    'error -32001 of the tool server',
    `{"error":{"code":-32001,"message":"does not contain scope:[${A},${B}]"}}`,
    'zoom_error',
    7,
  ],
  [
    'a line of a log',
    `2026-11-23T10:11:12Z ERROR status=400 does not contain scopes:[${A}, ${B}]`,
    'zoom_error',
    7,
  ],
];

describe('whatever is pasted', () => {
  it.each(pastes)('reads the two scopes in %s', (_, text, source) => {
    const paste = parsePaste(text);
    expect(paste.found.map(({ normalised }) => normalised)).toEqual([A, B]);
    expect(paste.source).toBe(source);
  });

  it.each(pastes)('counts the words of %s that are none', (_, text, _source, ignored) => {
    expect(parsePaste(text).ignored).toBe(ignored);
  });

  it('takes no prose for a broken scope', () => {
    const { found } = parsePaste('Warning:this needs admins. Note:see the guide, step:two. TODO:ask Zoe');
    expect(found).toEqual([]);
  });

  it('still names half a scope', () => {
    const { found } = parsePaste('meeting:schedules_read recording:list user:profile');
    expect(found.map(({ normalised }) => normalised)).toEqual([
      'meeting:schedules_read',
      'recording:list',
      'user:profile',
    ]);
  });

  it('looks through right-to-left marks and overrides', () => {
    const { found } = parsePaste(`\u200f${A}\u200e \u202e${B}\u202c`);
    expect(found.map(({ normalised }) => normalised)).toEqual([A, B]);
  });

  it.each([
    ['*'.repeat(240), ''],
    ['_*'.repeat(120), '_*'.repeat(120)],
    [':*-'.repeat(80), ':*-'.repeat(80).slice(0, -1)],
    ['-'.repeat(250), ''],
  ])('reads a scope with %j behind it, a masked secret say, in one pass', (marks, kept) => {
    const { found } = parsePaste(`admin ${A}${marks}a ${A}${marks}`);
    expect(found.map(({ text }) => text)).toEqual([`${A}${marks}a`, `${A}${kept}`]);
  });
});
