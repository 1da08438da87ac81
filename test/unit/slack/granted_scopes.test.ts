import { describe, expect, it } from 'vitest';
import { compareGranted, grantedScopes, missingScopesLine } from '../../../src/slack/granted_scopes.ts';
import { botScopes, optionalScopes } from '../../../src/slack/manifest.ts';

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
      [...botScopes, 'files:read', 'admin'],
      { missing: [], optional: [], unused: ['files:read', 'admin'] },
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
      [...botScopes, ...botScopes, 'files:read', 'files:read'],
      { missing: [], optional: [], unused: ['files:read'] },
    ],
  ])('are compared with those of the manifest: %s', (_what, granted, difference) => {
    expect(compareGranted(granted)).toEqual(difference);
  });

  it('that are missing are said in one line with what to do, others are not worth a line', () => {
    expect(missingScopesLine(compareGranted([...botScopes, 'files:read']))).toBeNull();
    const line = missingScopesLine(compareGranted(['commands']));
    expect(line).toMatch(
      /^The Slack app lacks the scopes chat:write, users:read: .*Reinstall to Workspace"\.$/,
    );
    expect(missingScopesLine(compareGranted(['commands', 'chat:write']))).toContain(
      'lacks the scope users:read:',
    );
  });
});
