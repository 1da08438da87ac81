import { describe, expect, it } from 'vitest';
import { type ListedConnector, nextSnapshot } from '../../../../src/core/drift/connector_snapshot.ts';
import {
  accept,
  announce,
  noDrift,
  openFindings,
  unannounced,
} from '../../../../src/core/drift/drift_state.ts';
import {
  type ComparedApp,
  connectorFindings,
  isHeldBack,
  type ProfileVersions,
} from '../../../../src/core/drift/findings.ts';

const at = (day: number) => new Date(Date.UTC(2026, 2, day));
const listed = (changes: Partial<ListedConnector> = {}): ListedConnector => ({
  version: '1.4.0',
  profileVersion: null,
  scopes: [],
  actions: [{ id: 'zoom_get_user', scopes: ['user:read:user'] }],
  inclusions: null,
  ...changes,
});
const profile = (changes: Partial<ProfileVersions> = {}): ProfileVersions => ({
  environment: 'development',
  pinned: null,
  newest: null,
  firstSeenAt: at(1),
  provenAt: null,
  ...changes,
});
const app = (changes: Partial<ComparedApp> = {}): ComparedApp => ({
  managementType: 'admin',
  declared: ['user:read:user:admin'],
  actions: [],
  profiles: [],
  settled: new Set(),
  ...changes,
});
/** One list after the other, a day apart. */
const afterLists = (...lists: readonly ListedConnector[]) => {
  const last = lists.reduce<ReturnType<typeof nextSnapshot> | null>(
    (before, list, index) => nextSnapshot(before, list, at(index + 2)),
    null,
  );
  if (last === null) throw new Error('no list');
  return last;
};
const keys = (found: readonly { key: string }[]) => found.map(({ key }) => key);

describe('what the connector itself requires', () => {
  it.each([
    ['admin', 'meeting:read:meeting', 'meeting:read:meeting:admin'],
    ['admin', 'meeting:read:meeting:admin', 'meeting:read:meeting:admin'],
    ['user', 'meeting:read:meeting:admin', 'meeting:read:meeting'],
  ] as const)('gets the level of an %s-managed app: %s', (managementType, sent, key) => {
    const snapshot = afterLists(listed(), listed({ version: '2.0.0', scopes: [sent] }));
    expect(connectorFindings(app({ managementType, declared: [] }), snapshot)).toMatchObject([
      { kind: 'scope', key, listed: [sent], known: 'known', since: '2.0.0', connector: true },
    ]);
    expect(connectorFindings(app({ managementType, declared: [key] }), snapshot)).toEqual([]);
  });

  it.each([
    ['x:read:y:admin', 'x:read:y:admin', 'unknown'],
    ['x:read:y', 'x:read:y:admin', 'unknown'],
    ['no scope at all', 'no scope at all', 'unknown'],
    ['meeting:write:meeting:master', 'meeting:write:meeting:admin', 'known'],
  ] as const)('is named as it is listed where the catalogue lacks it: %s', (sent, key, known) => {
    const snapshot = afterLists(listed({ scopes: [sent] }));
    expect(connectorFindings(app(), snapshot)).toMatchObject([{ key, known, listed: [sent], since: null }]);
    for (const declared of [key, sent]) {
      const left = connectorFindings(app({ declared: [declared] }), snapshot);
      expect(left.length).toBe(known === 'known' && declared !== key ? 1 : 0);
    }
  });

  it('says since when only where the change was seen', () => {
    const scopes = ['meeting:read:meeting'];
    expect(connectorFindings(app(), afterLists(listed({ scopes })))).toMatchObject([{ since: null }]);
    expect(connectorFindings(app(), afterLists(listed(), listed({ scopes })))).toMatchObject([
      { since: null },
    ]);
    const later = afterLists(
      listed(),
      listed({ version: 'next', scopes }),
      listed({ version: '3.1', scopes }),
    );
    expect(connectorFindings(app(), later)).toMatchObject([{ since: 'next' }]);
  });
});

describe('what actions require', () => {
  const actions = [
    { id: 'zoom_get_meeting', scopes: ['meeting:read:meeting:admin'] },
    { id: 'zoom_get_user', scopes: ['user:read:user'] },
    { id: 'zoom_secretive', scopes: null },
  ];

  it('counts only for an app that has recorded them', () => {
    const snapshot = afterLists(listed({ actions }));
    expect(connectorFindings(app(), snapshot)).toEqual([]);
    expect(connectorFindings(app({ actions: ['zoom_get_user', 'zoom_secretive'] }), snapshot)).toEqual([]);
    expect(connectorFindings(app({ actions: ['zoom_get_meeting'] }), snapshot)).toMatchObject([
      { key: 'meeting:read:meeting:admin', connector: false, actions: ['zoom_get_meeting'] },
    ]);
  });

  it('says when a recorded action is not listed any more', () => {
    expect(connectorFindings(app({ actions: ['zoom_fly'] }), afterLists(listed({ actions })))).toEqual([
      { kind: 'action_gone', key: 'action zoom_fly', action: 'zoom_fly' },
    ]);
  });

  it('takes an action for gone once lists have lacked it for a day, and forgets that when it comes back', () => {
    const using = app({ actions: ['zoom_get_meeting'], declared: ['meeting:read:meeting:admin'] });
    const [all, few] = [listed({ actions }), listed()];
    const gone = (...lists: readonly ListedConnector[]) =>
      keys(connectorFindings(using, afterLists(...lists)));
    expect(gone(all, few)).toEqual([]);
    expect(gone(all, few, all, few)).toEqual([]);
    expect(gone(all, few, few)).toEqual(['action zoom_get_meeting']);
    expect(gone(all, few, few, all)).toEqual([]);
    const [first, hour] = [nextSnapshot(null, all, at(1)), 60 * 60_000];
    let snapshot = first;
    for (let hours = 1; hours < 20; hours += 1)
      snapshot = nextSnapshot(snapshot, few, new Date(at(1).getTime() + hours * hour));
    expect(connectorFindings(using, snapshot)).toEqual([]);
    // What an action takes is known while it is missing.
    expect(keys(connectorFindings({ ...using, declared: [] }, snapshot))).toEqual([
      'meeting:read:meeting:admin',
    ]);
  });
});

describe('a scope that a declared one includes, as StackOne says', () => {
  const scopes = ['meeting:read:meeting:admin'];
  const found = (inclusions: ListedConnector['inclusions'], changes: Partial<ComparedApp> = {}) =>
    keys(connectorFindings(app(changes), afterLists(listed({ scopes, inclusions }))));

  it.each([
    ['directly', [{ scope: 'user:read:user:admin', includes: scopes }]],
    ['at another level', [{ scope: 'user:read:user', includes: ['meeting:read:meeting'] }]],
    [
      'through another one, also in a circle',
      [
        { scope: 'user:read:user:admin', includes: ['x:all'] },
        { scope: 'x:all', includes: ['user:read:user:admin', ...scopes] },
      ],
    ],
  ])('is not missing: %s', (_how, inclusions) => {
    expect(found(inclusions)).toEqual([]);
    expect(found(inclusions, { managementType: 'user', declared: ['user:read:user'] })).toEqual([]);
    expect(found(inclusions, { declared: [] })).toEqual(scopes);
  });

  it.each([
    ['the other way round', [{ scope: scopes[0] ?? '', includes: ['user:read:user:admin'] }]],
    ['of nothing', [{ scope: 'user:read:user:admin', includes: [] }]],
    ['of what nobody declares', [{ scope: 'group:read:list_groups:admin', includes: scopes }]],
    ['not at all', null],
  ])('is missing where it is included %s', (_how, inclusions) => {
    expect(found(inclusions)).toEqual(scopes);
  });

  it('stays so while a list does not say it', () => {
    const inclusions = [{ scope: 'user:read:user:admin', includes: scopes }];
    const snapshot = afterLists(listed({ scopes, inclusions }), listed({ scopes }));
    expect(connectorFindings(app(), snapshot)).toEqual([]);
    expect(keys(connectorFindings(app(), afterLists(listed({ scopes, inclusions: [] }))))).toEqual(scopes);
  });
});

describe('what a list does not say', () => {
  it('stays as it was known: the version, the scopes of an action and of the connector', () => {
    const snapshot = afterLists(
      listed({ scopes: ['meeting:read:meeting'] }),
      listed({ version: null, scopes: null, actions: [{ id: 'zoom_get_user', scopes: null }] }),
    );
    expect(snapshot).toMatchObject({
      version: '1.4.0',
      scopes: [{ scope: 'meeting:read:meeting', since: null }],
      actions: [{ id: 'zoom_get_user', scopes: [{ scope: 'user:read:user' }] }],
    });
  });
});

describe('a breaking version', () => {
  const snapshot = afterLists(listed({ profileVersion: '1.4.0' }), listed({ profileVersion: '2.0.0' }));

  it('concerns an app whose profile is older and follows the connector', () => {
    expect(connectorFindings(app({ profiles: [profile()] }), snapshot)).toEqual([
      { kind: 'breaking', key: 'version 2.0.0', from: '1.4.0', to: '2.0.0' },
    ]);
    for (const profiles of [[], [profile({ firstSeenAt: at(9) })]])
      expect(connectorFindings(app({ profiles }), snapshot)).toEqual([]);
    expect(keys(connectorFindings(app({ profiles: [profile({ pinned: '1.4.0' })] }), snapshot))).toEqual([]);
  });

  it('is none where the profile with the newest version goes and another one comes', () => {
    const lists = ['5.2.0', '1.0.0', '5.2.0'].map((profileVersion) => listed({ profileVersion }));
    expect(connectorFindings(app({ profiles: [profile()] }), afterLists(...lists))).toEqual([]);
  });

  it('is settled by a consent through the profile after it, of every profile that follows', () => {
    const proven = (...days: readonly (number | null)[]) =>
      keys(
        connectorFindings(
          app({
            profiles: days.map((day) => profile({ provenAt: day === null ? null : at(day) })),
          }),
          snapshot,
        ),
      );
    expect(proven(2)).toEqual(['version 2.0.0']);
    expect(proven(4)).toEqual([]);
    expect(proven(4, null)).toEqual(['version 2.0.0']);
    expect(proven(4, 5)).toEqual([]);
  });

  it('is not said beside or after the scopes that came with it', () => {
    const scopes = ['meeting:read:meeting'];
    const both = afterLists(listed(), listed({ version: '2.0.0', scopes }));
    const lacking = app({ profiles: [profile()] });
    expect(keys(connectorFindings(lacking, both))).toEqual(['meeting:read:meeting:admin']);
    const settled = new Set(['meeting:read:meeting:admin']);
    expect(connectorFindings({ ...lacking, declared: [...settled], settled }, both)).toEqual([]);
    expect(keys(connectorFindings({ ...lacking, declared: [...settled] }, both))).toEqual(['version 2.0.0']);
  });

  it.each([
    ['1.4.0', '1.5.0'],
    ['2.0.0', '1.0.0'],
    ['1.0.0', 'two'],
    ['one', '2.0.0'],
  ])('is none from %s to %s', (from, to) => {
    const changed = afterLists(listed({ version: from }), listed({ version: to }));
    expect(connectorFindings(app({ profiles: [profile()] }), changed)).toEqual([]);
  });
});

describe('a pinned profile', () => {
  const found = (pinned: string, newest: string | null, version = '1.4.0') =>
    connectorFindings(app({ profiles: [profile({ pinned, newest })] }), afterLists(listed({ version })));

  it('is shown where it falls behind, and not where it does not', () => {
    expect(found('1.0.0', '2.0.0')).toMatchObject([
      { kind: 'pinned', pinned: '1.0.0', newest: '2.0.0', behind: true },
    ]);
    expect(found('1.0.0', null)).toMatchObject([{ newest: '1.4.0', behind: true }]);
    expect(found('1.4.0', '1.4.0')).toEqual([]);
    expect(found('2.0.0', null)).toEqual([]);
  });

  it('is shown without an order where the formats have none', () => {
    expect(found('old', null, 'new')).toMatchObject([{ pinned: 'old', newest: 'new', behind: null }]);
  });

  it('holds an app back only if all its profiles are known to be behind', () => {
    const profiles = [profile({ pinned: '1.0.0' }), profile({ environment: 'production' })];
    const snapshot = afterLists(listed());
    const held = (some: readonly ProfileVersions[]) =>
      isHeldBack(some, connectorFindings(app({ profiles: some }), snapshot));
    expect(held(profiles)).toBe(false);
    expect(held(profiles.slice(0, 1))).toBe(true);
    expect(held([])).toBe(false);
    expect(held([profile({ pinned: 'old' })])).toBe(false);
  });
});

describe('what was found', () => {
  const finding = (key: string) => ({ kind: 'action_gone', key, action: key }) as const;

  it('is announced once, and silent once accepted until there is more', () => {
    let state = { ...noDrift, findings: [finding('a')] };
    expect(keys(unannounced(state))).toEqual(['a']);
    state = { ...state, ...announce(state, unannounced(state)), findings: [] };
    state = { ...state, findings: [finding('a')] };
    expect(unannounced(state)).toEqual([]);
    state = { ...state, ...accept(state), findings: [finding('a'), finding('b')] };
    expect(keys(openFindings(state))).toEqual(['b']);
    expect(keys(unannounced(state))).toEqual(['b']);
  });

  it('is not announced where Zoom has no such scope for the app, which nobody can add', () => {
    const scope = {
      kind: 'scope',
      key: 'x',
      listed: ['x'],
      since: null,
      connector: true,
      actions: [],
    } as const;
    for (const [known, count] of [
      ['known', 1],
      ['unknown', 1],
      ['other_level', 0],
    ] as const)
      expect(unannounced({ ...noDrift, findings: [{ ...scope, known }] })).toHaveLength(count);
  });

  it('is remembered within bounds', () => {
    const findings = Array.from({ length: 3000 }, (_, n) => finding(`key ${n}`));
    expect(announce(noDrift, findings).announced).toHaveLength(500);
  });
});
