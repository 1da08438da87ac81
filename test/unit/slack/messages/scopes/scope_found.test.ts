import { describe, expect, it } from 'vitest';
import { findScopes } from '../../../../../src/core/scopes/search/find_scopes.ts';
import { foundMessage, scopesShown } from '../../../../../src/slack/messages/scopes/scope_found.ts';
import { read } from '../reading.ts';
import { mischief } from '../samples.ts';

const words = (query: string, uses: { scope: string; appName: string }[] = []) =>
  read(foundMessage(findScopes(query), query, null, { uses }));

describe('what is found', () => {
  it('shows all details of one scope', () => {
    const uses = [{ scope: 'meeting:read:list_meetings:admin', appName: 'StackOne <Zoom>' }];
    expect(words('meeting:read:list_meetings:admin', uses)).toMatchSnapshot();
  });

  it('names the scopes of an operation at each level', () => {
    const text = words('GET /users/me/meetings');
    expect(text).toContain('GET /users/{userId}/meetings');
    expect(text).toContain('user: `meeting:read:list_meetings`');
    expect(text).toContain('admin: `meeting:read:list_meetings:admin`');
  });

  it('lists many, with how many apps use each', () => {
    const text = words('list meetings', [
      { scope: 'meeting:read:list_meetings', appName: 'One' },
      { scope: 'meeting:read:list_meetings:admin', appName: 'Two' },
    ]);
    expect(text).toMatch(/`meeting:read:list_meetings` \(user, admin, master\) reads.*used by 2 apps/);
  });

  it('says where there is no form for the other management type', () => {
    expect(words('user:read:list_users')).toContain('There is none for user-managed apps');
    expect(words('tasks:write:task')).toContain('There is none for admin-managed apps');
  });

  it('explains classic scopes and events', () => {
    expect(words('meeting:read:admin')).toContain('is a classic scope');
    expect(words('meeting.started')).toContain('To get the event `meeting.started`');
  });

  it('says how old the catalogue is, whatever was asked', () => {
    for (const query of ['recording', 'xyzzy plugh', 'GET /users', 'user:read:user', 'meeting.started'])
      expect(words(query)).toMatch(/Catalogue of Zoom scopes: [A-Z][a-z]+ \d{4}\. Zoom may have newer ones/);
  });

  it('fits the longest answers, and shows hostile text as text', () => {
    for (const query of ['meeting:write:admin', 'GET /', 'phone', 'phone:read:admin', mischief])
      expect(words(query).length).toBeLessThan(13_200);
  });

  it('asks for the uses of every level of what is shown', () => {
    expect(scopesShown(findScopes('user:read:user'))).toContain('user:read:user:admin');
    expect(scopesShown(findScopes('xyzzy plugh'))).toEqual([]);
  });
});
