import { describe, expect, it } from 'vitest';
import { findOperations } from '../../../../../src/core/scopes/search/find_operations.ts';
import { type FindOptions, findScopes } from '../../../../../src/core/scopes/search/find_scopes.ts';

const basesOf = (query: string, options: FindOptions = {}): readonly string[] => {
  const found = findScopes(query, options);
  if (found.kind === 'scope') return [found.details.base];
  return 'details' in found ? found.details.map(({ base }) => base) : [];
};
const pathsOf = (query: string): readonly string[] =>
  findOperations(query, 5).map(({ method, path }) => `${method} ${path}`);

describe('words', () => {
  it.each([
    ['list meetings', 'meeting:read:list_meetings'],
    ['meetings list', 'meeting:read:list_meetings'],
    ['Meeting LIST', 'meeting:read:list_meetings'],
    ['meeting:read:list', 'meeting:read:list_meetings'],
    ['list_meetings', 'meeting:read:list_meetings'],
    ['lst meetigns', 'meeting:read:list_meetings'],
    ['meting:read:list_meetings', 'meeting:read:list_meetings'],
    ['meeting:list:meetings', 'meeting:read:list_meetings'],
    ['create meeting', 'meeting:write:meeting'],
    ['users', 'user:read:list_users'],
    ['get user', 'user:read:user'],
    ['remove user', 'user:delete:user'],
    ['recordings delete', 'cloud_recording:delete:recording_file'],
    ['webinar registrants', 'webinar:read:list_registrants'],
    ['meeting participants report', 'report:read:list_meeting_participants'],
    ['phone call logs', 'phone:read:list_call_logs'],
  ])('%s finds %s first', (query, base) => {
    expect(basesOf(query)[0]).toBe(base);
  });

  it('names each scope once, at all its levels', () => {
    const bases = basesOf('meeting', { limit: 1000 });
    expect(new Set(bases).size).toBe(bases.length);
  });

  it('finds only what a management type may have, when asked so', () => {
    expect(basesOf('list users', { managementType: 'user' })).not.toContain('user:read:list_users');
    expect(basesOf('list users', { managementType: 'admin' })[0]).toBe('user:read:list_users');
  });

  it('finds nothing for nonsense, nothing at all, and a flood', () => {
    expect(findScopes('xyzzy plugh')).toEqual({ kind: 'nothing' });
    expect(findScopes(' \u200b ')).toEqual({ kind: 'nothing' });
    expect(findScopes('qq '.repeat(100_000))).toEqual({ kind: 'nothing' });
    expect(findScopes('/'.repeat(100_000))).toEqual({ kind: 'nothing' });
  });
});

describe('a scope', () => {
  it('returns its levels, operations, events and classic scopes, with whatever suffix it is asked for', () => {
    for (const query of ['meeting:read:list_meetings', 'meeting:read:list_meetings:admin']) {
      const found = findScopes(query);
      if (found.kind !== 'scope') throw new Error(found.kind);
      expect(found.details.levels.map(({ level }) => level)).toEqual(['user', 'admin', 'master']);
      expect(found.details.operations).toContain('GET /users/{userId}/meetings');
      expect(found.details.classic).toContain('meeting:read:admin');
      expect(found.details.act).toBe('read');
    }
  });

  it('is distinguished from a classic one, whose granular ones are listed', () => {
    const found = findScopes('meeting:read:admin');
    expect(found).toMatchObject({ kind: 'classic', scope: 'meeting:read:admin' });
    expect(basesOf('meeting:read:admin')).toContain('meeting:read:meeting');
  });

  it('is found by an event', () => {
    expect(findScopes('meeting.started')).toMatchObject({ kind: 'event', event: 'meeting.started' });
    expect(basesOf('meeting.started')).toContain('meeting:read:meeting');
  });
});

describe('an operation', () => {
  it.each([
    ['GET /users/me/meetings', 'GET /users/{userId}/meetings'],
    ['get /users/{userId}/meetings', 'GET /users/{userId}/meetings'],
    ['GET /users/:id/meetings', 'GET /users/{userId}/meetings'],
    ['GET https://api.zoom.us/v2/users/me/meetings?page_size=300', 'GET /users/{userId}/meetings'],
    ['GET /v2/meetings/85746065432', 'GET /meetings/{meetingId}'],
    ['DELETE /meetings/85746065432', 'DELETE /meetings/{meetingId}'],
    ['GET /user/me/meeting', 'GET /users/{userId}/meetings'],
    ['/past_meetings/x/participants', 'GET /past_meetings/{meetingId}/participants'],
    ['GET /report/meetings/1/participants', 'GET /report/meetings/{meetingId}/participants'],
    ['GET /users', 'GET /users'],
  ])('%s is %s', (query, name) => {
    expect(pathsOf(query)[0]).toBe(name);
    expect(findScopes(query).kind).toBe('operations');
  });

  it('keeps to the method', () => {
    expect(pathsOf('POST /users/me/meetings').every((name) => name.startsWith('POST'))).toBe(true);
  });

  it('is nothing when Zoom has no such path', () => {
    expect(findScopes('GET /no/such/thing').kind).toBe('nothing');
  });
});
