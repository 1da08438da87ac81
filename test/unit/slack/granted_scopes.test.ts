import { describe, expect, it } from 'vitest';
import {
  compareGranted,
  logScopeDifference,
  missingScopesLine,
  noAdminLine,
} from '../../../src/slack/granted_scopes.ts';
import { botScopes, optionalScopes } from '../../../src/slack/manifest.ts';
import { grantedScopes } from '../../../src/slack/web_api/scopes_of_answer.ts';

describe('granted scopes', () => {
  it.each([
    [
      'named',
      { ok: true, response_metadata: { scopes: ['commands', 'chat:write'] } },
      ['commands', 'chat:write'],
    ],
    [
      'named with spaces',
      { ok: true, response_metadata: { scopes: [' commands', 'chat:write '] } },
      ['commands', 'chat:write'],
    ],
    ['an empty header', { ok: true, response_metadata: { scopes: [''] } }, null],
    ['no header', { ok: true, response_metadata: {} }, null],
    ['no metadata', { ok: true }, null],
  ])('are read from an answer: %s', (_what, answer, scopes) => {
    expect(grantedScopes(answer)).toEqual(scopes);
  });

  it.each([
    ['all', [...botScopes], { missing: [], optional: [], unused: [] }],
    ['in another order', [...botScopes].reverse(), { missing: [], optional: [], unused: [] }],
    ['none', [], { missing: [...botScopes], optional: [], unused: [] }],
    ['all but one', ['commands', 'chat:write'], { missing: ['users:read'], optional: [], unused: [] }],
    [
      'with the optional ones',
      [...botScopes, ...optionalScopes],
      { missing: [], optional: [...optionalScopes], unused: [] },
    ],
    [
      'with some of them',
      [...botScopes, 'im:history'],
      { missing: [], optional: ['im:history'], unused: [] },
    ],
    [
      'with others',
      [...botScopes, 'emoji:read', 'admin'],
      { missing: [], optional: [], unused: ['emoji:read', 'admin'] },
    ],
    [
      'with look-alikes',
      ['commands', 'chat:write.public', 'users:read.email'],
      {
        missing: ['chat:write', 'users:read'],
        optional: [],
        unused: ['chat:write.public', 'users:read.email'],
      },
    ],
    [
      'named twice',
      [...botScopes, ...botScopes, 'emoji:read', 'emoji:read'],
      { missing: [], optional: [], unused: ['emoji:read'] },
    ],
  ])('are compared with those of the manifest: %s', (_what, granted, difference) => {
    expect(compareGranted(granted)).toEqual(difference);
  });

  it.each<[readonly string[], readonly string[] | null, boolean]>([
    [[], ['commands', 'chat:write'], true],
    [[], botScopes, false],
    [[], null, false],
    [['U1'], ['commands', 'chat:write'], false],
  ])('say whether anybody can be an admin: %j named, %j granted', (admins, granted, isSaid) => {
    expect(noAdminLine(admins, granted) !== null).toBe(isSaid);
  });

  it('that are missing are said in one line with what to do, others are not worth a line', () => {
    expect(missingScopesLine(compareGranted([...botScopes, 'emoji:read']))).toBeNull();
    const line = missingScopesLine(compareGranted(['commands']));
    expect(line).toMatch(
      /^The Slack app lacks the scopes chat:write \(no message is posted\), users:read .*Reinstall to Workspace"\.$/,
    );
    expect(missingScopesLine(compareGranted(['commands', 'chat:write']))).toContain(
      'lacks the scope users:read (Greenroom cannot see who is a person of the workspace):',
    );
  });

  it.each<[string, readonly string[] | null, 'warn' | 'info' | null, RegExp]>([
    ['those of the manifest', botScopes, null, /^$/],
    ['the optional ones too', [...botScopes, ...optionalScopes], null, /^$/],
    ['not said', null, null, /^$/],
    ['fewer', ['commands', 'chat:write'], 'warn', /^The Slack app lacks the scope users:read/],
    [
      'more',
      [...botScopes, 'emoji:read', 'admin'],
      'info',
      /^The Slack app has scopes .* no harm: emoji:read, admin\.$/,
    ],
    ['others', ['emoji:read'], 'warn', /lacks the scopes commands .*no harm: emoji:read\.$/],
    [
      'very many',
      [...botScopes, ...Array.from({ length: 90 }, (_, n) => `x:${n}`)],
      'info',
      / and 80 more\.$/,
    ],
  ])('are said in one line of the log at start when they are %s', (_what, granted, level, words) => {
    const lines: [string, string][] = [];
    logScopeDifference(granted, {
      warn: (line: string) => lines.push(['warn', line]),
      info: (line: string) => lines.push(['info', line]),
    });
    expect(lines.map(([at]) => at)).toEqual(level === null ? [] : [level]);
    expect(lines.map(([, line]) => line).join()).toMatch(words);
  });
});
