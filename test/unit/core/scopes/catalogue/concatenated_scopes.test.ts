import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../../src/core/scopes/catalogue/catalogue.ts';
import { parsePaste } from '../../../../../src/core/scopes/parse/parse_paste.ts';
import { checkScopes } from '../../../../../src/core/scopes/verdict/check_scopes.ts';

const A = 'user:read:list_users:admin';
const B = 'meeting:read:list_meetings:admin';
const found = (text: string): readonly string[] => parsePaste(text).found.map(({ normalised }) => normalised);
/** What the advice names for each, or the scope itself. */
const meant = (text: string): readonly (string | undefined)[] =>
  checkScopes(parsePaste(text), 'admin').verdicts.map((verdict) =>
    verdict.kind === 'malformed'
      ? verdict.suggestion
      : verdict.kind === 'unknown' && verdict.near !== undefined
        ? verdict.near
        : verdict.scope,
  );

describe('scopes that lost what was between them', () => {
  it.each([
    ['nothing', `${A}${B}`],
    ['a tag', `<code>${A}</code><code>${B}</code>`],
    ['a comment', `${A}<!-- -->${B}`],
    ['bold type', `**${A}****${B}**`],
    ['a zero-width space', `${A}\u200b${B}`],
    ['a full stop', `${A}.${B}.`],
    ['a dash', `${A}—${B}`],
    ['an ampersand', `${A}&${B}`],
    ['an ampersand of HTML', `${A}&amp;${B}`],
    ['an escaped line break', `${A}\\n${B}`],
    ['a backtick', `${A}\`${B}`],
    ['a plus sign', `${A}+${B}`],
    ['a colon', `${A}:${B}`],
    ['an underscore', `${A}_${B}`],
    ['a figure', `${A}2${B}`],
    ['a tilde', `${A}~${B}`],
    ['a caret', `${A}^${B}`],
    ['an arrow of PHP', `'${A}'=>'${B}'`],
    ['an emoji', `👩‍💻${A}👨‍👩‍👧${B}✅`],
    ['a Japanese dot', `${A}・${B}。`],
    ['an Arabic semicolon', `${A}؛${B}`],
    ['a Chinese word', `权限${A}和${B}。`],
    ['a Japanese label', `スコープ：${A}と${B}`],
    ['a Hebrew prefix', `ה־${A} ו־${B}`],
    ['a Thai word', `ขอบเขต${A}และ${B}`],
    ['a middle dot', `·${A}·${B}`],
    ['numbers with a colon', `1:${A}\n2:${B}`],
    ['numbers with a hyphen', `1-${A}\n2-${B}`],
    ['numbers in circles', `①${A} ②${B}`],
    ['numbers in boxes', `1️⃣${A} 2️⃣${B}`],
    ['keys and single quotes', `{name:'${A}'},{name:'${B}'}`],
    ['a role of reStructuredText', `:code:\`${A}\`, :code:\`${B}\``],
    ['an abbreviation', `etc.${A},resp.${B}`],
    ['attributes', `<option value="${A}">List</option><option value='${B}'>Meetings</option>`],
    ['boxes to tick', `<input type=checkbox name=${A}><input name="${B}" checked />`],
  ])('are all found when there is %s', (_, text) => {
    expect(found(text)).toEqual([A, B]);
  });

  it.each([
    ['a footnote sign', `${A}¹ ${B}†`],
    ['a footnote', `${A}[1] ${B}(2)`],
    ['a dash', `${A}— ${B}–`],
    ['a hyphen', `-${A} ${B}-`],
    ['a dash and a description', `${A}—List users ${B}–Meetings`],
    ['a heading and a dash', `Users—${A} Meetings—${B}`],
    ['an abbreviation', `e.g.${A} (i.e.${B})`],
    ['a number', `1${A} 2${B}`],
    ['prose', `${A}List users ${B}View`],
    ['a number behind the level', `${A}1 ${B}2`],
    ['a star', `${A}* ${B}**`],
    ['prose in small letters', `${A}list ${B}view`],
    ['prose, with nothing between them', `${A}${B}View a meeting`],
    ['a number, with nothing between them', `${A}${B}3`],
    ['prose between them', `${A}View all user things${B}View a meeting`],
    ['a word between them', `${A}and${B}`],
    ['an explanation behind a colon', `${A}:lists ${B}:lists`],
    ['an emoji of Slack behind a colon', `${A}:tada: ${B}:tada:`],
    ['a label', `eg:${A} Permission:${B}`],
  ])('are named, not thrown away, with %s glued to them', (_, text) => {
    expect(meant(text)).toEqual([A, B]);
  });

  it('are all found, however many there are, where there is one way to part them', () => {
    const names = catalogue.scopes.filter(({ level }) => level === 'admin').map((row) => row.scope);
    const scope = fc.constantFrom(...names.filter((name) => !name.includes(' ')));
    fc.assert(
      fc.property(fc.array(scope, { minLength: 2, maxLength: 4 }), (scopes) => {
        const text = scopes.join('');
        const parts = found(text);
        expect(parts.join('')).toBe(text);
        if (parts.length > 1) expect(parts).toEqual(scopes);
      }),
    );
  });

  it('are no secret, whatever their names say', () => {
    const scopes = ['crc:update:apiconnector_private_key:admin', 'h323_device:delete:device:admin'];
    expect(found(scopes.join(''))).toEqual(scopes);
    const labels = catalogue.scopes.filter(
      ({ scope, level }) => level === 'admin' && /key|secret|token|pass/.test(scope),
    );
    expect(labels.length).toBeGreaterThan(3);
    for (const { scope } of labels) {
      for (const next of ['h323_device:delete:device:admin', 'meeting:read:meeting:admin'])
        expect(found(`${scope}${next}`)).toEqual([scope, next]);
    }
  });

  it('stay in one piece where what stands there might be one of several', () => {
    expect(found('user:read:userSettings')).toEqual(['user:read:userSettings']);
    expect(found('contact\\xgroup:read:admin')).toEqual(['contact\\xgroup:read:admin']);
    expect(found('user:read:user…')).toEqual(['user:read:user…']);
  });
});

describe('what is no scope, though it has colons', () => {
  it.each([
    'redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback',
    'redirect_uri=http%3A…',
    'redirect_uri=https%3A%2F%2Fapi.stackone.com%2Fconnect%2Foauth2%2Fzoom%2Fcallback&state=meeting:abc',
    'https://example.com/meeting:read:meeting',
    'http://localhost:3000/user:read',
    'localhost:3000/user:read:user',
    'slack://channel?team=T1&id=C1',
    'zoommtg://zoom.us/join?confno=1',
    'ana@example.com:meeting',
    'from 12:30 to 13:00',
    '12:30:15.250',
    'meeting.started, recording.completed: both',
    '{"event":"meeting.started"}',
  ])('leaves out %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('reads the scopes of an address, and nothing else of it', () => {
    const url = `https://zoom.us/oauth/authorize?redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb&state=a:b&scope=${encodeURIComponent(A)}%20${encodeURIComponent(B)}`;
    expect(found(url)).toEqual([A, B]);
  });
});
