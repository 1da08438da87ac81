import { describe, expect, it } from 'vitest';
import type { ManagementType } from '../../../../../src/core/scopes/grammar/scope_level.ts';
import { parsePaste } from '../../../../../src/core/scopes/parse/parse_paste.ts';
import { checkScopes } from '../../../../../src/core/scopes/verdict/check_scopes.ts';
import type { ScopeVerdict } from '../../../../../src/core/scopes/verdict/verdict_types.ts';

function judge(scope: string, type: ManagementType, ...confirmed: string[]): ScopeVerdict | undefined {
  return checkScopes([scope], type, new Set(confirmed)).verdicts[0];
}

describe('the level rule', () => {
  it('lets a user scope into a user-managed app only', () => {
    expect(judge('meeting:read:meeting', 'user')).toMatchObject({ kind: 'ok', severity: 'ok' });
    expect(judge('meeting:read:meeting', 'admin')).toMatchObject({
      kind: 'wrong_level',
      severity: 'error',
      onlyFor: 'user',
      right: 'meeting:read:meeting:admin',
    });
  });

  it('lets an admin scope into an admin-managed app only', () => {
    expect(judge('meeting:read:meeting:admin', 'admin')).toMatchObject({ kind: 'ok', severity: 'ok' });
    expect(judge('meeting:read:meeting:admin', 'user')).toMatchObject({
      kind: 'wrong_level',
      severity: 'error',
      onlyFor: 'admin',
      right: 'meeting:read:meeting',
    });
  });

  it('names no other level when Zoom has none', () => {
    expect(judge('user:read:list_users:admin', 'user')).toEqual({
      kind: 'wrong_level',
      severity: 'error',
      scope: 'user:read:list_users:admin',
      managementType: 'user',
      onlyFor: 'admin',
    });
    expect(judge('tasks:write:task', 'admin')).not.toHaveProperty('right');
  });

  it.each(['admin', 'user'] as const)('refuses a master scope in an %s-managed app', (type) => {
    expect(judge('meeting:read:meeting:master', type)).toMatchObject({ kind: 'master', severity: 'error' });
  });

  it.each([
    'marketplace:update:client_secret',
    'marketplace:write:event_subscription',
    'marketplace:read:list_event_subscriptions',
    'marketplace:write:websocket_connection',
  ])('refuses %s, which belongs to the app itself, everywhere', (scope) => {
    expect(judge(scope, 'user')).toMatchObject({ kind: 'app_owned', severity: 'error' });
    expect(judge(scope, 'admin')).toMatchObject({ kind: 'app_owned', severity: 'error' });
  });

  it.each([
    ['imchat:bot', 'error', 'ok'],
    ['imchat:userapp', 'ok', 'warn'],
    ['zoomapp:inmeeting', 'ok', 'warn'],
    ['contact_center:read:zcc_voice_audio', 'warn', 'ok'],
  ])('judges %s as %s for users and %s for admins', (scope, user, admin) => {
    expect(judge(scope, 'user')).toMatchObject({ kind: 'special', severity: user });
    expect(judge(scope, 'admin')).toMatchObject({ kind: 'special', severity: admin });
  });

  it('accepts scim2:admin for admins, though it has two parts', () => {
    expect(judge('scim2:admin', 'admin')).toMatchObject({ kind: 'ok' });
    expect(judge('scim2:admin', 'user')).toMatchObject({ kind: 'wrong_level', onlyFor: 'admin' });
  });

  it.each([
    'contact_center:udpate:region:admin',
    'phone:patch:alert_setting:admin',
    'contact_center:write:queue disposition:admin',
  ])('accepts %s as Zoom spells it', (scope) => {
    expect(judge(scope, 'admin')).toMatchObject({ kind: 'ok', scope });
  });
});

describe('classic scopes', () => {
  it('takes three parts that end in a level for classic, and four for granular', () => {
    expect(judge('meeting:read:admin', 'admin')).toMatchObject({ kind: 'classic', severity: 'warn' });
    expect(judge('meeting:read:meeting:admin', 'admin')).toMatchObject({ kind: 'ok' });
    expect(judge('anything:unheard_of:master', 'admin')).toMatchObject({ kind: 'classic' });
  });

  it('suggests granular scopes that exist at this level, a few, and counts the rest', () => {
    const verdict = judge('meeting:read:admin', 'admin');
    expect(verdict).toMatchObject({ more: 22 });
    expect(verdict?.kind === 'classic' && verdict.suggestions.slice(0, 2)).toEqual([
      'meeting:read:meeting:admin',
      'meeting:read:list_meetings:admin',
    ]);
  });

  it.each([
    'meeting_token:read:local_recording',
    'meeting_token:read:live_streaming',
    'webinar_token:read:local_recording',
    'webinar_token:read:live_streaming',
    'chat_channel:read:member',
    'zva:read:km_kbs',
    'zva:write:km_kbs',
    'app:notification:read',
    'app:notification:write',
  ])('knows %s as classic, though it looks granular', (scope) => {
    expect(judge(scope, 'user')).toMatchObject({ kind: 'classic' });
  });

  it.each(['meeting:write:sip_dialing', 'webinar:write:sip_dialing'])(
    'takes %s, which is both, for granular',
    (scope) => {
      expect(judge(scope, 'user')).toMatchObject({ kind: 'ok' });
      expect(judge(scope, 'admin')).toMatchObject({ kind: 'wrong_level', right: `${scope}:admin` });
    },
  );

  it.each([
    'meeting_token:read:admin:local_recording',
    'meeting:write:admin:sip_dialing',
    'user_profile',
    'scim2',
    'division:wirte:admin',
  ])('recognises the odd classic scope %s', (scope) => {
    expect(judge(scope, 'admin')?.kind).toBe('classic');
  });

  it('is strict where a classic scope is clearly of the other level', () => {
    expect(judge('meeting:read:admin', 'user')).toMatchObject({ kind: 'classic', severity: 'error' });
    expect(judge('meeting:read', 'admin')).toMatchObject({ kind: 'classic', severity: 'error' });
    expect(judge('meeting:read', 'user')).toMatchObject({ kind: 'classic', severity: 'warn' });
  });

  it('takes two parts for classic only when the second is a classic word', () => {
    expect(judge('whatever:write', 'user')).toMatchObject({ kind: 'classic' });
    expect(judge('meeting:schedules_read', 'user')).toMatchObject({
      kind: 'malformed',
      why: { code: 'parts' },
    });
  });

  it('offers the new name of scim2', () => {
    expect(judge('scim2', 'admin')).toMatchObject({ suggestions: ['scim2:admin'] });
  });
});

describe('what only looks classic', () => {
  it.each([
    ['whatever:write', 'user'],
    ['widget:read:admin', 'admin'],
    ['channel:read:admin', 'admin'],
    ['anything:master', 'admin'],
  ] as const)('asks for a yes to %s, as for an unknown granular scope', (scope, type) => {
    expect(judge(scope, type)).toMatchObject({ kind: 'classic', severity: 'confirm', byShape: true });
    expect(judge(scope, type, scope)).toMatchObject({ severity: 'warn', confirmed: true });
    expect(checkScopes([scope], type)).toMatchObject({ passes: false, accepted: [] });
    expect(checkScopes([scope], type).toConfirm).toHaveLength(1);
    expect(checkScopes([scope], type, new Set([scope]))).toMatchObject({ passes: true, accepted: [scope] });
  });

  it.each([
    'AccountProfile:Read',
    'User:Edit',
    'User:Read',
    'Meeting:Read',
    'Role:Edit',
    'SubAccount:Delete',
    'SSO:Edit',
    'IMChat:Read',
    'ZDA:Read',
    'H323:View',
    'Report:Export',
  ])('names %s as a permission of a role, though some would be a classic scope in lower case', (text) => {
    const report = checkScopes(parsePaste(`${text}, user:read:user`), 'user');
    expect(report.verdicts[0]).toMatchObject({
      scope: text,
      severity: 'error',
      why: { code: 'role_permission' },
    });
    expect(report.accepted).toEqual(['user:read:user']);
  });

  it('takes no scope in capitals for one', () => {
    expect(judge('USER:READ', 'user')).toMatchObject({ kind: 'classic', severity: 'warn' });
    expect(judge('Meeting:Read:Meeting', 'user')).toMatchObject({ kind: 'ok' });
  });
});

describe('unknown scopes', () => {
  it('need a confirmation, and pass once they are confirmed', () => {
    expect(judge('meeting:read:brand_new', 'user')).toMatchObject({
      kind: 'unknown',
      severity: 'confirm',
      doubts: [],
    });
    expect(judge('meeting:read:brand_new', 'user', 'meeting:read:brand_new')).toMatchObject({
      severity: 'warn',
      confirmed: true,
    });
    const report = checkScopes(['meeting:read:brand_new'], 'user');
    expect(report).toMatchObject({ passes: false, blocking: [], accepted: [] });
    expect(report.toConfirm).toHaveLength(1);
  });

  it('names the doubt when the suffix does not fit, and never makes it an error', () => {
    expect(judge('foo:read:bar:admin', 'user')).toMatchObject({
      severity: 'confirm',
      doubts: ['level'],
    });
    expect(judge('foo:read:bar:master', 'user')).toMatchObject({ severity: 'confirm', doubts: ['level'] });
    expect(judge('foo:read:bar', 'admin')).toMatchObject({
      severity: 'confirm',
      doubts: ['level'],
    });
    expect(judge('foo:read:bar:admin', 'admin')).toMatchObject({ severity: 'confirm', doubts: [] });
  });

  it('names the doubt when Zoom has no such action', () => {
    expect(judge('foo:reads:bar', 'user')).toMatchObject({
      severity: 'confirm',
      doubts: ['action'],
    });
    expect(judge('foo:patch:bar', 'user')).toMatchObject({ doubts: [] });
  });

  it('takes a known base at a missing level for unknown, for Zoom has been seen to offer such scopes', () => {
    expect(judge('user:read:list_users', 'user')).toMatchObject({
      kind: 'unknown',
      severity: 'confirm',
      knownAs: ['user:read:list_users:admin', 'user:read:list_users:master'],
    });
    expect(judge('tasks:write:task:admin', 'admin')).toMatchObject({
      kind: 'unknown',
      knownAs: ['tasks:write:task'],
    });
  });

  it('but for the wrong level when the level that is needed exists', () => {
    expect(judge('user:read:list_users', 'admin')).toMatchObject({
      kind: 'wrong_level',
      right: 'user:read:list_users:admin',
    });
    expect(judge('tasks:write:task:admin', 'user')).toMatchObject({
      kind: 'wrong_level',
      right: 'tasks:write:task',
    });
    expect(judge('docs:read:export:master', 'user')).toMatchObject({
      kind: 'master',
      right: 'docs:read:export',
    });
  });
});

describe('malformed scopes', () => {
  it.each([
    ['mеeting:read:meeting', 'look_alike', 'meeting:read:meeting'],
    ['meeting：read：meeting', 'look_alike', 'meeting:read:meeting'],
    ['meeting:read:list-meetings', 'look_alike', 'meeting:read:list_meetings'],
    ['ｍeeting:read:meeting', 'look_alike', 'meeting:read:meeting'],
    ['meeting:read:meeting:user', 'user_suffix', 'meeting:read:meeting'],
    ['meeting:read: meeting', 'blank', 'meeting:read:meeting'],
    ['meeting:read:adminView', 'attached_text', 'meeting:read:admin'],
    ['meeting::read:meeting', 'parts', 'meeting:read:meeting'],
    ['meeting:read:admin:meeting', 'parts', 'meeting:read:meeting'],
    ['scope:meeting:read:meeting', 'parts', 'meeting:read:meeting'],
    ['会议:read:meeting', 'character', 'meeting:read:meeting'],
  ])('says why %s is wrong (%s) and what was meant', (scope, code, suggestion) => {
    expect(judge(scope, 'user')).toMatchObject({
      kind: 'malformed',
      severity: 'error',
      why: { code },
      suggestion,
    });
  });

  it('names the character that only looks right', () => {
    expect(judge('mеeting:read:meeting', 'user')).toMatchObject({
      why: { character: 'е', kind: 'cyrillic', meant: 'e' },
    });
  });

  it('suggests the string for this management type', () => {
    expect(judge('meeting:read:meeting:user', 'admin')).toMatchObject({
      suggestion: 'meeting:read:meeting:admin',
    });
  });

  it('expands no wildcard', () => {
    expect(judge('cloud_recording:read:*', 'admin')).toMatchObject({ why: { code: 'wildcard' } });
    expect(judge('cloud_recording:read:*', 'admin')).not.toHaveProperty('suggestion');
  });

  it('gives up on a text that is far too long', () => {
    expect(judge('a:'.repeat(500_000), 'user')).toMatchObject({ why: { code: 'too_long' } });
  });

  it('keeps an unknown scope that has only its invented suffix wrong well-formed', () => {
    expect(judge('foo:read:bar:user', 'user')).toMatchObject({ suggestion: 'foo:read:bar' });
  });
});

describe('a whole list', () => {
  it('accepts what is fine once, sorted, and marks repeats', () => {
    const report = checkScopes(['user:read:user', 'MEETING:read:meeting ', 'user:read:user'], 'user');
    expect(report).toMatchObject({
      accepted: ['meeting:read:meeting', 'user:read:user'],
      passes: true,
      mixed: false,
    });
    expect(report.verdicts[1]).toMatchObject({ kind: 'ok', written: 'MEETING:read:meeting' });
    expect(report.verdicts[2]).toMatchObject({ kind: 'duplicate', of: 'user:read:user', severity: 'warn' });
  });

  it('wants at least one scope', () => {
    expect(checkScopes([], 'user')).toMatchObject({ empty: true, passes: false });
    expect(checkScopes([' ', '\u200b'], 'user')).toMatchObject({ empty: true, passes: false });
  });

  it('notices a list that mixes both levels', () => {
    expect(checkScopes(['user:read:user', 'user:read:list_users:admin'], 'user').mixed).toBe(true);
    expect(checkScopes(['user:read:user', 'meeting:read:admin'], 'user').mixed).toBe(true);
    expect(checkScopes(['user:read:user', 'meeting:read:meeting'], 'admin').mixed).toBe(false);
  });

  it('judges a paste, glued words and encoded colons included', () => {
    const report = checkScopes(parsePaste('meeting:read:adminView user%3Aread%3Auser and more'), 'user');
    expect(report.verdicts.map((verdict) => verdict.kind)).toEqual(['malformed', 'ok']);
    expect(report.ignored).toBe(2);
  });
});

describe('what only looks classic', () => {
  it('is replaced by the scopes of the same service and action', () => {
    const { verdicts } = checkScopes(
      ['meeting:read:admin', 'cloud_recording:read', 'nothing:read:admin'],
      'admin',
    );
    expect(
      verdicts.map((verdict) => (verdict.kind === 'classic' ? verdict.suggestions.length : verdict.kind)),
    ).toEqual([5, 5, 0]);
  });
});
