import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePaste } from '../../../../../src/core/scopes/parse/parse_paste.ts';
import { checkScopes } from '../../../../../src/core/scopes/verdict/check_scopes.ts';

const names = ['meeting:read:meeting:admin', 'user:read:list_users:admin', 'report:read:user:admin'];
const manifest = (scopes: readonly unknown[]) => ({
  display_information: { display_name: 'Notes: meeting:read:notes app' },
  oauth_information: {
    usage: 'ADMIN_MANAGEMENT',
    development_redirect_uri: 'https://api.stackone.com/connect/oauth2/zoom/callback',
    scopes,
    scope_description: 'Reads users:all, and meetings:mine.',
  },
  developer_information: { developer_name: 'Ana: dev', support: 'mailto:ana@example.com' },
});
const entries = names.map((scope) => ({ scope, optional: false }));
const scopesIn = (text: string) => parsePaste(text).found.map(({ normalised }) => normalised);

describe('a manifest that lost its end', () => {
  it.each([
    ['as one line', JSON.stringify({ manifest: manifest(entries) })],
    ['over many lines', JSON.stringify(manifest(entries), null, 2)],
    ['with plain strings', JSON.stringify(manifest(names))],
    ['with curly quotes', JSON.stringify(manifest(entries)).replace(/"/g, '”')],
  ])('keeps its level and its scopes, wherever it was cut, and blames no prose: %s', (_, text) => {
    const begin = text.indexOf(names[0] ?? '');
    for (let end = begin + 3; end < text.length - 1; end += 1) {
      const paste = parsePaste(text.slice(0, end));
      expect(paste).toMatchObject({ source: 'manifest', managementType: 'admin', incomplete: true });
      const found = paste.found.map(({ normalised }) => normalised);
      // What was cut in the middle is marked; all before it is as it was.
      const whole = found.filter((scope) => !scope.endsWith('…'));
      expect(names.slice(0, whole.length)).toEqual(whole);
      expect(found.length - whole.length).toBeLessThanOrEqual(1);
      const report = checkScopes(paste, 'admin');
      expect(report.accepted.every((scope) => names.includes(scope))).toBe(true);
      expect(report.passes).toBe(found.length === whole.length && whole.length > 0);
    }
  });

  it('is said to be cut off, and only then', () => {
    const text = JSON.stringify(manifest(entries));
    const isIncomplete = (part: string) => checkScopes(parsePaste(part), 'admin').incomplete;
    expect(isIncomplete(text.slice(0, -40))).toBe(true);
    expect(isIncomplete(text)).toBe(false);
    expect(isIncomplete(text.replace('"optional":false}]', '"optional":false},]'))).toBe(false);
  });

  it('may begin in the middle too, where the rest was pasted into the next field', () => {
    const text = JSON.stringify(manifest(entries));
    const rest = text.slice(text.indexOf(names[1] ?? '') + 5);
    expect(scopesIn(rest)).toEqual(['…read:list_users:admin', names[2]]);
    expect(parsePaste(rest)).toMatchObject({ source: 'manifest', incomplete: true });
  });
});

describe('a manifest in the quotes of another language', () => {
  const json = JSON.stringify(manifest(entries), null, 2);
  it.each([
    ['single quotes', json.replace(/"/g, "'")],
    ['JSON in JSON', JSON.stringify(json)],
    ['JSON in JSON in JSON', JSON.stringify(JSON.stringify(json))],
    ['HTML', json.replace(/"/g, '&quot;')],
    ['HTML by numbers', json.replace(/"/g, '&#34;')],
    ['curly single quotes', json.replace(/"/g, '’')],
    ['a program', `module.exports = ${json.replace(/"([a-z_]+)":/g, '$1:').replace(/"/g, "'")};`],
    [
      'YAML',
      `oauth_information:\n  usage: ADMIN_MANAGEMENT\n  scopes:\n${names.map((name) => `    - scope: ${name}\n      optional: false\n`).join('')}  scope_description: Reads meeting:read:list_meetings:admin\n`,
    ],
  ])('keeps its level, and none of its prose is taken for a scope: %s', (_, text) => {
    expect(parsePaste(text)).toMatchObject({ source: 'manifest', managementType: 'admin' });
    expect(scopesIn(text)).toEqual(names);
  });

  it('blames nothing but scopes, wherever the field before it ended', () => {
    for (const text of [JSON.stringify(manifest(entries)), json]) {
      for (let at = text.indexOf('"optional"'); at < text.indexOf(names[2] ?? ''); at += 1) {
        const truncated = scopesIn(text.slice(at)).filter((scope) => !names.includes(scope));
        expect(
          truncated.every(
            (scope) => /^…[a-z_:]+$/.test(scope) && names.some((name) => name.endsWith(scope.slice(1))),
          ),
        ).toBe(true);
      }
    }
  });
});

describe('the place of a scope in a manifest', () => {
  /** Any unit of a string of JSON may be written as its code. */
  const coded = (text: string) =>
    text
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
  const json = JSON.stringify(manifest(entries));

  it.each([
    ['plain', json],
    [
      'all words in codes',
      json.replace(/"([\w:]+)"/g, (quoted, word) =>
        word === 'oauth_information' ? quoted : `"${coded(word)}"`,
      ),
    ],
    ['with one scope in codes', json.replace(names[0] ?? '', coded(names[0] ?? ''))],
    [
      'behind an escaped quotation of the list',
      json.replace('Notes:', String.raw`\"scopes\": [\"${names[2]}\"]`),
    ],
    ['JSON in JSON', JSON.stringify(json)],
    ['JSON in JSON, cut off', JSON.stringify(JSON.stringify(manifest(entries), null, 2)).slice(0, -60)],
    ['curly quotes, and straight ones behind', `${json.replace(/"/g, '”')} "scopes"`],
    ['JavaScript', `x = ${json.replace(/"([a-z_]+)":/g, '$1: ').replace(/"/g, "'")}`],
    [
      'in a field that follows',
      `ting:admin", "optional": false}, {"scope": "${names[1]}", "optional": true}]} "scopes"`,
    ],
  ])('is where it is written, escapes or not: %s', (_, text) => {
    const { found, source } = parsePaste(text);
    expect(source).toBe('manifest');
    expect(found.length).toBeGreaterThan(1);
    for (const { text: written, position, normalised } of found) {
      expect(text.slice(position, position + written.length)).toBe(written);
      expect(JSON.parse(`"${written}"`)).toBe(normalised.replace('…', ''));
    }
  });

  it('is found for any strings, in the order of the list and without overlap', () => {
    const names = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('a:b:c', '…a:b:c')),
    );
    fc.assert(
      fc.property(names, fc.boolean(), (scopes, isCoded) => {
        const listed = scopes.map((scope) => (isCoded ? `"${coded(scope)}"` : JSON.stringify(scope)));
        const text = `{"oauth_information":{"scopes":[${listed}]}}`;
        let until = text.indexOf('[');
        for (const { text: written, position } of parsePaste(text).found) {
          expect(position).toBeGreaterThanOrEqual(until);
          expect(text.slice(position, position + written.length)).toBe(written);
          expect(scopes.map((scope) => scope.replace(/^…|…$/g, ''))).toContain(JSON.parse(`"${written}"`));
          until = position + written.length;
        }
      }),
    );
  });
});

describe("an error of Zoom's", () => {
  const missing = (list: string) =>
    JSON.stringify({ code: 4711, message: `Invalid access token, does not contain scopes:[${list}].` });

  it.each([
    ['user', ['meeting:read:meeting']],
    ['admin', ['meeting:read:meeting:admin']],
  ] as const)('that lists alternatives of both levels is read for a %s-managed app', (app, wanted) => {
    for (const list of [
      'meeting:read:meeting, meeting:read:meeting:admin',
      'meeting:read:meeting:admin,meeting:read:meeting,meeting:read:meeting:master',
      'meeting:read, meeting:read:admin, meeting:read:meeting, meeting:read:meeting:admin',
      '"meeting:read:meeting","meeting:read:meeting:admin", ...',
    ]) {
      const report = checkScopes(parsePaste(missing(list)), app);
      expect(report).toMatchObject({ accepted: wanted, passes: true, mixed: false, alternatives: true });
    }
  });

  it.each([
    'does not contain any of the scopes:[%s]',
    'does not contain the required scopes: %s',
    "doesn't have scopes:[%s]",
    'The access token is missing scopes: [%s]',
    'Missing required scopes: [%s]',
  ])('is read in other words too: %s', (words) => {
    const text = words.replace('%s', 'meeting:read:meeting, meeting:read:meeting:admin');
    expect(checkScopes(parsePaste(text), 'user')).toMatchObject({
      accepted: ['meeting:read:meeting'],
      passes: true,
      mixed: false,
    });
  });

  it('leaves classic ones where no granular one is named', () => {
    const report = checkScopes(parsePaste(missing('user:read, user:read:admin')), 'admin');
    expect(report.accepted).toEqual(['user:read:admin']);
  });

  it('still names the wrong level where there is no alternative', () => {
    const report = checkScopes(parsePaste(missing('meeting:read:meeting')), 'admin');
    expect(report.verdicts).toMatchObject([{ kind: 'wrong_level', right: 'meeting:read:meeting:admin' }]);
    expect(report.alternatives).toBe(false);
  });

  it('loses no scope that has a form for this kind of app which is not listed', () => {
    const verdicts = (list: string, app: 'user' | 'admin') =>
      checkScopes(parsePaste(missing(list)), app).verdicts.map(({ scope, kind }) => [scope, kind]);
    expect(verdicts('meeting:read:list_meetings, user:read:user:admin', 'admin')).toEqual([
      ['meeting:read:list_meetings', 'wrong_level'],
      ['user:read:user:admin', 'ok'],
    ]);
    expect(
      verdicts('user:read:user, meeting:read:list_meetings:admin, user:read:user:admin', 'user'),
    ).toEqual([
      ['user:read:user', 'ok'],
      ['meeting:read:list_meetings:admin', 'wrong_level'],
    ]);
    expect(verdicts('user:read:user:admin, meeting:read:quite_new:admin', 'admin')).toEqual([
      ['user:read:user:admin', 'ok'],
      ['meeting:read:quite_new:admin', 'unknown'],
    ]);
    // There is no such scope for user-managed apps: only the other one can be meant.
    expect(verdicts('user:read:user, user:read:list_users:admin', 'user')).toEqual([
      ['user:read:user', 'ok'],
    ]);
  });

  it('is read error by error', () => {
    const text = `${missing('user:read:user, user:read:user:admin')}\n${missing('report:read:user:admin')}`;
    expect(checkScopes(parsePaste(text), 'user').verdicts.map(({ scope, kind }) => [scope, kind])).toEqual([
      ['user:read:user', 'ok'],
      ['report:read:user:admin', 'wrong_level'],
    ]);
  });

  it.each([
    ['USER_OPERATION', 'user'],
    ['ADMIN_MANAGEMENT', 'admin'],
  ])('about a scope that is not valid for %s says which kind of app it is', (usage, app) => {
    const text = `{"setting":"/oauth_information/scopes[0]","message":"user:read:user is not a valid scope name when usage is ${usage}"}`;
    expect(parsePaste(text)).toMatchObject({ source: 'zoom_error', managementType: app });
    expect(scopesIn(text)).toEqual(['user:read:user']);
  });
});
