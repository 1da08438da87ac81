import { describe, expect, it } from 'vitest';
import { type CatalogueScope, catalogue } from '../../../../../src/core/scopes/catalogue/catalogue.ts';
import { leaveFor } from '../../../../../src/core/scopes/catalogue/special_scopes.ts';

const GRANULAR = /^[a-z0-9_]+:[a-z]+:[a-z0-9_]+(:(admin|master))?$/;

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

describe('the catalogue is whole', () => {
  it('holds every published scope once, at its level', () => {
    expect(new Set(catalogue.scopes.map((row) => row.scope)).size).toBe(2835);
    // One scope that Zoom lists for users needs client_credentials; it counts as app-owned: 655 + 1 and 6 - 1 in Zoom's lists.
    expect(tally(catalogue.scopes.map((row) => row.level))).toEqual({
      admin: 1482,
      master: 687,
      user: 655,
      app: 6,
      none: 5,
    });
  });

  it('knows which bases exist at which level', () => {
    const bases = [...new Set(catalogue.scopes.map((row) => row.base))];
    const has = (base: string, level: CatalogueScope['level']) =>
      catalogue.atLevel(base, level) !== undefined;
    expect(bases).toHaveLength(1563);
    expect(bases.filter((base) => has(base, 'user') && has(base, 'admin'))).toHaveLength(609);
    expect(bases.filter((base) => has(base, 'admin') && !has(base, 'user'))).toHaveLength(873);
    expect(bases.filter((base) => has(base, 'user') && !has(base, 'admin'))).toHaveLength(46);
  });

  it('has the actions, classic scopes, events and notes of its source', () => {
    const actions = tally(catalogue.scopes.map((row) => row.scope.split(':')[1] ?? ''));
    expect(actions).toMatchObject({ read: 1342, write: 550, update: 472, delete: 462, patch: 3, udpate: 1 });
    expect(new Set(catalogue.scopes.flatMap((row) => row.classic)).size).toBe(461);
    expect(catalogue.scopes.filter((row) => row.classic.length === 0)).toHaveLength(201);
    expect(new Set(catalogue.scopes.flatMap((row) => row.events)).size).toBe(475);
    expect(catalogue.scopes.filter((row) => row.note !== undefined)).toHaveLength(49);
    expect(new Set(catalogue.scopes.map((row) => row.category)).size).toBe(57);
  });

  it('fits the granular shape but for six rows, kept letter by letter', () => {
    const misfits = catalogue.scopes.map((row) => row.scope).filter((scope) => !GRANULAR.test(scope));
    expect(misfits.sort()).toEqual([
      'contact_center:write:queue disposition:admin',
      'imchat:bot',
      'imchat:userapp',
      'scim2:admin',
      'zoomapp:inmeeting',
      'zoomapp:inwebinar',
    ]);
  });

  it('has every operation once, with scopes that it knows, and no cell that repeats one', () => {
    expect(catalogue.operations).toHaveLength(2443);
    expect(new Set(catalogue.operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(2443);
    for (const { scopes } of catalogue.operations) {
      const all = Object.values(scopes).flat();
      expect(new Set(all).size).toBe(all.length);
      for (const [level, names] of Object.entries(scopes))
        for (const name of names) expect(catalogue.find(name)?.level).toBe(level);
    }
  });

  it('has a month as its version', () => {
    expect(catalogue.version).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
  });
});

describe('looking things up', () => {
  it('finds a scope with all that is known about it', () => {
    expect(catalogue.find('meeting:read:meeting:admin')).toMatchObject({
      base: 'meeting:read:meeting',
      level: 'admin',
      category: 'Meeting',
      operations: expect.arrayContaining(['GET /meetings/{meetingId}']),
    });
    expect(catalogue.find('meeting:read:nothing')).toBeUndefined();
  });

  it.each([
    'user:read:list_users',
    'user:write:user',
    'cloud_recording:read:list_account_recordings',
    'meeting:read:list_summaries',
  ])('knows %s for admins only', (base) => {
    expect(catalogue.atLevel(base, 'admin')?.scope).toBe(`${base}:admin`);
    expect(catalogue.atLevel(base, 'user')).toBeUndefined();
  });

  it.each(['tasks:write:task', 'canvas:write:file_search', 'whiteboard:write:whiteboard'])(
    'knows %s for users only',
    (base) => {
      expect(catalogue.atLevel(base, 'user')?.scope).toBe(base);
      expect(catalogue.atLevel(base, 'admin')).toBeUndefined();
    },
  );

  it('trusts the level of the row, not the suffix', () => {
    expect(catalogue.find('marketplace:update:client_secret')?.level).toBe('app');
    expect(catalogue.find('contact_center:read:zcc_voice_audio')?.level).toBe('none');
    expect(catalogue.find('scim2:admin')?.level).toBe('admin');
    expect(catalogue.atLevel('marketplace:update:client_secret', 'user')).toBeUndefined();
  });

  it('counts SCIM2 operations as admin', () => {
    expect(catalogue.operation('GET', '/scim2/Users')?.scopes).toMatchObject({
      admin: ['scim2:admin'],
      user: [],
    });
  });

  it('merges an operation that was printed for accounts and for master accounts', () => {
    expect(catalogue.operation('PATCH', '/accounts/{accountId}/lock_settings')?.scopes).toMatchObject({
      admin: ['account:update:lock_settings:admin'],
      master: ['account:update:lock_settings:master'],
    });
  });

  it('shows both scopes of an operation that lists two', () => {
    expect(catalogue.operation('POST', '/video_management/channels')?.scopes.user).toEqual([
      'team_chat:write:user_channel',
      'video_mgmt:write:channel',
    ]);
  });

  it.each(['docs:read:export', 'workflow:read:definition', 'workspace:read:contacts'])(
    'knows %s, which Zoom has for both since autumn 2026',
    (base) => {
      expect(catalogue.atLevel(base, 'user')?.scope).toBe(base);
      expect(catalogue.atLevel(base, 'admin')?.scope).toBe(`${base}:admin`);
    },
  );

  it('distinguishes classic scopes from granular ones, and takes a string that is both as granular', () => {
    expect(catalogue.isClassic('meeting:read:admin')).toBe(true);
    expect(catalogue.isClassic('scim2')).toBe(true);
    expect(catalogue.isClassic('meeting:read:meeting:admin')).toBe(false);
    expect(catalogue.isClassic('meeting:write:sip_dialing')).toBe(false);
    expect(catalogue.replacing('meeting:read:admin')).toHaveLength(27);
  });

  it('offers the usual categories first, and none without a scope for the management type', () => {
    expect(catalogue.categories('admin').slice(0, 3)).toEqual(['User', 'Meeting', 'Webinar']);
    for (const type of ['admin', 'user'] as const)
      for (const category of catalogue.categories(type))
        expect(
          catalogue.scopes.some((row) => row.category === category && leaveFor(row, type) === 'ok'),
        ).toBe(true);
    expect(catalogue.categories('user')).not.toContain('Report');
  });
});
