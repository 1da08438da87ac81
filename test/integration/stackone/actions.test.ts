import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type StackOneSandbox, startStackOne } from '../../../sandbox/simulators/stackone/index.ts';
import type { StackOne } from '../../../src/stackone/stackone.ts';
import { connect } from './connect.ts';

let sandbox: StackOneSandbox;
let stackone: StackOne;
beforeEach(async () => {
  sandbox = await startStackOne();
  stackone = connect(sandbox);
});
afterEach(() => Promise.all([stackone.close(), sandbox.close()]));

const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    connector: 'zoom',
    id: `zoom_action_${n}`,
    label: `Action ${n}`,
    description: '',
    scopes: ['user:read:user'],
  }));

async function listed() {
  const outcome = await stackone.listZoomActions();
  if (outcome.kind !== 'actions') throw new Error(`not listed: ${JSON.stringify(outcome)}`);
  return outcome.actions;
}

describe('the list of actions', () => {
  test('brings each action of Zoom with its scopes, and none of ZoomInfo', async () => {
    const actions = await listed();
    expect(actions).toContainEqual({
      id: 'zoom_list_users',
      label: 'List users',
      description: 'List users in Zoom.',
      scopes: ['user:read:list_users:admin'],
    });
    expect(actions.some(({ id }) => id.startsWith('zoominfo'))).toBe(false);
    expect(sandbox.requests.last()?.query).toEqual({
      'filter[connectors]': ['zoom'],
      include: ['action_details'],
    });
  });

  test('follows the cursor to the end', async () => {
    sandbox.setActions(many(80));
    expect((await listed()).map(({ id }) => id)).toEqual(many(80).map(({ id }) => id));
    expect(sandbox.requests.count()).toBe(4);
  });

  test('names what the connector itself asks for', async () => {
    sandbox.setConnectorScopes(['user:read:user:admin']);
    expect((await listed())[0]).toMatchObject({ id: 'connector', scopes: ['user:read:user:admin'] });
  });

  test('says the version of the connector and what it asks for as a whole', async () => {
    sandbox.setConnectorScopes(['user:read:user:admin', 'a:read:b']);
    expect(await stackone.listZoomActions()).toMatchObject({
      connector: { version: '1.0.0', scopes: ['a:read:b', 'user:read:user:admin'] },
    });
  });

  const inclusions = [{ scope: 'a:write', includes: ['a:read', 'a:view'] }];
  test.each([
    ['none', [], []],
    ['some', [{ name: 'a:write', description: '', includes: ['a:view', 'a:read'] }], inclusions],
    [
      'on two rows',
      [
        { name: 'a:write', includes: ['a:read'] },
        { name: 'a:write', includes: ['a:view'] },
      ],
      inclusions,
    ],
    [
      'beside what cannot be read',
      [
        { name: 'a:write', includes: ['a:view', 'a:read'] },
        null,
        7,
        { name: 'b' },
        { name: 'c', includes: 'a' },
        { includes: ['a'] },
      ],
      inclusions,
    ],
    ['not at all', undefined, null],
    ['as something else', 'a:write', null],
  ])('reads which scopes include others, listed %s', async (_how, scope_definitions, expected) => {
    const data = [{ key: 'zoom', actions: [], scope_definitions }];
    sandbox.answer({ status: 200, body: { data, next: null } });
    const list = await stackone.listZoomActions();
    expect(list).toMatchObject({ kind: 'actions', connector: { inclusions: expected } });
    expect(list).not.toHaveProperty('incomplete');
  });

  test.each([
    ['is not said', [{}], null],
    ['is no text', [{ version: 2 }], null],
    ['is said by some pages', [{}, { version: '2.0.0' }], '2.0.0'],
    ['differs', [{ version: '1.0.0' }, { version: '2.0.0' }], null],
  ])('takes the version where it %s for what it is', async (_what, rows, version) => {
    const data = rows.map((row) => ({ key: 'zoom', actions: [], ...row }));
    sandbox.answer({ status: 200, body: { data, next: null } });
    expect(await stackone.listZoomActions()).toMatchObject({ kind: 'actions', connector: { version } });
  });

  test('may be empty', async () => {
    sandbox.setActions([]);
    expect(await listed()).toEqual([]);
  });

  test('is refused to a key without the right, which says nothing about profiles', async () => {
    sandbox.actionsNeed('actions:execute');
    expect(await stackone.listZoomActions()).toEqual({ kind: 'refused', status: 403 });
    expect((await stackone.listZoomProfiles()).kind).toBe('profiles');
  });

  test('is not there in every StackOne', async () => {
    sandbox.withoutPath('/actions');
    expect(await stackone.listZoomActions()).toEqual({ kind: 'unavailable', why: 'no_listing' });
  });

  test('is not asked for without a key', async () => {
    await stackone.close();
    stackone = connect(sandbox, { apiKey: null });
    expect(await stackone.listZoomActions()).toMatchObject({ kind: 'unavailable', why: 'not_configured' });
    expect(sandbox.requests.count()).toBe(0);
  });
});
