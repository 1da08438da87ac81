import { describe, expect, it } from 'vitest';
import { listZoomActions } from '../../../src/stackone/actions.ts';

const clock = { now: () => new Date(0) };
const faults = { setAside() {}, contradiction() {}, oddReply() {} };

async function listed(...rows: readonly object[]) {
  const zooms = rows.map((row) => ({ key: 'zoom', actions: [{ id: 'zoom_get_user' }], ...row }));
  const outcome = await listZoomActions(
    async () => ({ kind: 'json', json: { data: zooms, next: null } }),
    clock,
    faults,
  );
  if (outcome.kind !== 'actions') throw new Error(`not listed: ${outcome.kind}`);
  return outcome;
}
const oauth = (required_scopes: unknown) => ({ authentication: [{ type: 'oauth2', required_scopes }] });

describe('what a list says of the connector', () => {
  it.each<[string, object, readonly string[] | null]>([
    [
      'its scopes, sorted',
      oauth(['user:read:user', 'meeting:read:meeting']),
      ['meeting:read:meeting', 'user:read:user'],
    ],
    ['that it takes none', oauth([]), []],
    ['nothing, without ways to sign in', {}, null],
    ['nothing, where they are null', { authentication: null }, null],
    ['nothing, where the scopes are left out', oauth(undefined), null],
    ['nothing, where the scopes cannot be read', oauth([{ name: 'user:read:user' }]), null],
    [
      'nothing, where another way to sign in has them',
      { authentication: [{ type: 'basic', required_scopes: ['x'] }] },
      null,
    ],
  ])('is %s', async (_what, row, scopes) => {
    const { connector, actions } = await listed(row);
    expect(connector.scopes).toEqual(scopes);
    expect(actions.some(({ id }) => id === 'connector')).toBe((scopes ?? []).length > 0);
  });

  it('is no version where its rows name several', async () => {
    expect((await listed({ version: '2.0.0' }, { version: '2.0.0' })).connector.version).toBe('2.0.0');
    expect((await listed({ version: '2.0.0' }, { version: '1.0.0' })).connector.version).toBeNull();
    expect((await listed({ version: 2 })).connector.version).toBeNull();
  });
});

describe('what a list says of an action', () => {
  it.each<[string, unknown, boolean]>([
    ['which scopes it takes', ['user:read:user'], false],
    ['that it takes none', [], false],
    ['nothing, where they are left out', undefined, true],
    ['nothing, where they are null', null, true],
    ['nothing, where they cannot be read', 'user:read:user', true],
  ])('is %s', async (_what, required_scopes, unlisted) => {
    const { actions } = await listed({ actions: [{ id: 'zoom_get_user', required_scopes }] });
    expect(actions[0]?.unlisted === true).toBe(unlisted);
  });
});
