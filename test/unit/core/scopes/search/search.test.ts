import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../../src/core/scopes/catalogue/catalogue.ts';
import { leaveFor } from '../../../../../src/core/scopes/catalogue/special_scopes.ts';
import { groupByCategory, searchScopes } from '../../../../../src/core/scopes/search/search_scopes.ts';

function first(query: string, many = 1): readonly string[] {
  return searchScopes(query, 'admin', { limit: many }).map((row) => row.scope);
}

describe('type-ahead', () => {
  it.each([
    ['meeting:read:meeting:admin', 'meeting:read:meeting:admin'],
    ['meeting:read:meeting', 'meeting:read:meeting:admin'],
    ['meeting', 'meeting:read:meeting:admin'],
    ['MEETING:RE', 'meeting:read:meeting:admin'],
    ['list meetings', 'meeting:read:list_meetings:admin'],
    ['meetings list', 'meeting:read:list_meetings:admin'],
    ['create webinar', 'webinar:write:webinar:admin'],
    ['user setings', 'user:read:settings:admin'],
    ['chat channel', 'team_chat:read:channel:admin'],
    ['/users/{userId}/meetings', 'meeting:read:list_meetings:admin'],
    ['/users/{userid}/meetings', 'meeting:read:list_meetings:admin'],
    ['GET /meetings/{meetingId}', 'meeting:read:meeting:admin'],
    ['GET https://api.zoom.us/v2/groups', 'group:read:list_groups:admin'],
    ['scim', 'scim2:admin'],
  ])('finds for "%s" first %s', (query, scope) => {
    expect(first(query)).toEqual([scope]);
  });

  it('finds a small typing error', () => {
    expect(first('recrding', 20).every((scope) => scope.includes('record'))).toBe(true);
  });

  it('finds nothing for nonsense', () => {
    expect(searchScopes('xyzzy qqq', 'admin')).toEqual([]);
  });

  it('begins with what an integration usually needs', () => {
    expect(first('', 2)).toEqual(['user:read:user:admin', 'user:read:list_users:admin']);
    expect(searchScopes('  ', 'user')[0]?.scope).toBe('user:read:user');
    expect(searchScopes('', 'user')).toHaveLength(100);
  });

  it('stays within a category', () => {
    const found = searchScopes('list', 'admin', { category: 'Webinar' });
    expect(found.length).toBeGreaterThan(3);
    expect(new Set(found.map((row) => row.category))).toEqual(new Set(['Webinar']));
    expect(searchScopes('', 'admin', { category: 'Webinar', limit: 2000 })).toHaveLength(
      catalogue.scopes.filter((row) => row.category === 'Webinar' && row.level === 'admin').length,
    );
  });

  it.each(['admin', 'user'] as const)('offers all of, and only, what is fine for %s', (type) => {
    const all = searchScopes('', type, { limit: 5000 });
    expect(all.every((row) => leaveFor(row, type) === 'ok')).toBe(true);
    expect(all).toHaveLength(catalogue.scopes.filter((row) => leaveFor(row, type) === 'ok').length);
  });

  it('finds every scope by its own name', () => {
    for (const row of searchScopes('', 'user', { limit: 5000 }))
      expect(searchScopes(row.scope, 'user', { limit: 1 })[0]?.scope).toBe(row.scope);
  });
});

describe('grouping', () => {
  it('keeps the order in which categories and scopes were found', () => {
    const found = searchScopes('list meetings', 'admin', { limit: 20 });
    const groups = groupByCategory(found);
    expect(groups[0]?.category).toBe('Meeting');
    expect(groups.flatMap((group) => group.scopes)).toHaveLength(found.length);
    for (const { category, scopes } of groups) for (const row of scopes) expect(row.category).toBe(category);
  });
});
