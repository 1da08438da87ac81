import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type StackOneSandbox, startStackOne } from '../../../sandbox/simulators/stackone/index.ts';
import type { StackOne } from '../../../src/stackone/stackone.ts';
import type { ConnectorProfile } from '../../../src/stackone/stackone_types.ts';
import { connect } from './connect.ts';

let sandbox: StackOneSandbox;
let stackone: StackOne;
beforeEach(async () => {
  sandbox = await startStackOne();
  stackone = connect(sandbox);
});
afterEach(() => Promise.all([stackone.close(), sandbox.close()]));

async function listed(): Promise<readonly ConnectorProfile[]> {
  const outcome = await stackone.listZoomProfiles();
  if (outcome.kind !== 'profiles') throw new Error(`not listed: ${JSON.stringify(outcome)}`);
  return outcome.profiles;
}

const create = (count: number) =>
  Array.from({ length: count }, (_, n) => sandbox.createProfile({ name: `Zoom ${n}` }).id);
const sorted = (ids: readonly string[]) => [...ids].sort();
const ids = async () => sorted((await listed()).map(({ id }) => id));

describe('the listing', () => {
  test('brings what a profile is, when it was asked, and the path that answered', async () => {
    const now = new Date('2026-11-23T12:00:00Z');
    await stackone.close();
    stackone = connect(sandbox, { clock: { now: () => now } });
    const row = sandbox.createProfile({ name: 'Zoom for Northwind', environment: 'production' });
    expect(await stackone.listZoomProfiles()).toEqual({
      kind: 'profiles',
      path: '/connector_profiles',
      fetchedAt: now,
      profiles: [
        {
          id: row.id,
          name: 'Zoom for Northwind',
          active: true,
          environment: 'production',
          authConfigLabel: 'OAuth 2.0',
          connectorVersion: '1.0.0',
          createdAt: new Date(row.created_at),
          updatedAt: new Date(row.updated_at),
          releaseStage: 'ga',
        },
      ],
    });
  });

  test('is empty when the project has no Zoom profile', async () => {
    expect(await listed()).toEqual([]);
    expect(sandbox.requests.count()).toBe(1);
    expect(sandbox.requests.last()?.query).toEqual({ connector_key: ['zoom'], page: ['1'] });
  });

  test('keeps disabled profiles, and loses deleted ones', async () => {
    const [kept = '', gone = ''] = create(2);
    sandbox.disableProfile(kept);
    sandbox.deleteProfile(gone);
    expect(await listed()).toMatchObject([{ id: kept, active: false }]);
    sandbox.enableProfile(kept);
    expect(await listed()).toMatchObject([{ id: kept, active: true }]);
  });

  test('takes only the exact key, even when StackOne ignores the filter', async () => {
    const [zoom = ''] = create(1);
    sandbox.answer({
      status: 200,
      path: '/connector_profiles',
      body: { page: 1, page_size: 25, total: sandbox.profiles().length, data: sandbox.profiles() },
    });
    expect(sandbox.profiles().map((profile) => profile.connector_key)).toContain('zoominfo');
    expect(await ids()).toEqual([zoom]);
  });

  test('is not spoiled by a row of another connector, an unknown field or an unknown word', async () => {
    const zoom = sandbox.createProfile({ releaseStage: 'private_alpha' });
    const odd = { ...zoom, environment: { code: 7 }, authentication_config_label: null, mood: 'good' };
    const other = { id: 12, connector_key: 'zoominfo', active: 'perhaps' };
    sandbox.answer({ status: 200, body: { page: 1, page_size: 25, total: 2, data: [odd, other], more: {} } });
    const [profile, ...rest] = await listed();
    expect(rest).toEqual([]);
    expect(profile).toMatchObject({ id: zoom.id, releaseStage: 'private_alpha' });
    expect(profile).not.toHaveProperty('environment');
    expect(profile).not.toHaveProperty('authConfigLabel');
  });

  test.each([
    ['active', 'yes'],
    ['created_at', 'yesterday'],
    ['updated_at', null],
    ['name', 7],
  ])('is not believed when %s of a Zoom profile is %j', async (field, value) => {
    const row = { ...sandbox.createProfile({}), [field]: value };
    sandbox.answer({ status: 200, body: { page: 1, page_size: 25, total: 1, data: [row] } });
    expect(await stackone.listZoomProfiles()).toEqual({ kind: 'unavailable', why: 'unexpected_reply' });
  });
});

describe('paging', () => {
  test.each([
    [25, 1],
    [26, 2],
    [50, 2],
    [60, 3],
  ])('reads %i profiles in %i pages', async (count, pages) => {
    const created = create(count);
    expect(await ids()).toEqual(sorted(created));
    expect(sandbox.requests.count()).toBe(pages);
  });

  test('goes by the rows when the total is missing', async () => {
    const row = sandbox.createProfile({});
    sandbox.answer({ status: 200, body: { data: [] } });
    sandbox.answer({ status: 200, body: { data: [row] }, times: 1 });
    expect(await ids()).toEqual([row.id]);
    expect(sandbox.requests.count()).toBe(2);
  });

  test('reads again when a profile is created between two pages, and shows none twice', async () => {
    const created = create(40);
    once(2, () => created.push(sandbox.createProfile({}).id));
    expect(await ids()).toEqual(sorted(created));
    expect(sandbox.requests.count()).toBe(4);
  });

  test('reads again when a profile is deleted between two pages, and misses none', async () => {
    const created = create(40);
    const newest = created.at(-1) ?? '';
    once(2, () => sandbox.deleteProfile(newest));
    expect(await ids()).toEqual(sorted(created.slice(0, -1)));
  });

  test('believes a total that counts something else when two readings agree', async () => {
    const row = sandbox.createProfile({});
    const body = { page: 1, page_size: 25, total: 3, data: [row] };
    const empty = { ...body, page: 2, data: [] };
    sandbox.answer({ status: 200, body: empty, times: 1 });
    sandbox.answer({ status: 200, body, times: 1 });
    sandbox.answer({ status: 200, body: empty, times: 1 });
    sandbox.answer({ status: 200, body, times: 1 });
    expect(await ids()).toEqual([row.id]);
    expect(sandbox.requests.count()).toBe(4);
  });

  test('does not take the first page for all when StackOne does not turn the page', async () => {
    create(25);
    const data = sandbox.profiles().filter((profile) => profile.connector_key === 'zoom');
    sandbox.answer({ status: 200, body: { page: 1, page_size: 25, total: 60, data } });
    expect(await stackone.listZoomProfiles()).toEqual({ kind: 'unavailable', why: 'unexpected_reply' });
    expect(sandbox.requests.count()).toBe(8);
  });

  test('gives up for now when the project never stands still', async () => {
    create(30);
    sandbox.beforeAnswer(() => void sandbox.createProfile({}));
    expect(await stackone.listZoomProfiles()).toEqual({ kind: 'unavailable', why: 'unexpected_reply' });
    expect(sandbox.requests.count()).toBe(8);
  });

  test('says what went wrong on a later page instead of showing half a listing', async () => {
    create(60);
    // Prescribed while page 2 is answered: page 3 meets it.
    once(2, () => sandbox.answer({ status: 429, body: {}, headers: { 'retry-after': '5' } }));
    expect(await stackone.listZoomProfiles()).toEqual({
      kind: 'unavailable',
      why: 'rate_limited',
      retryAfterMs: 5_000,
    });
    expect(sandbox.requests.count()).toBe(3);
  });

  function once(page: number, change: () => void): void {
    let done = false;
    sandbox.beforeAnswer((_path, asked) => {
      if (asked !== page || done) return;
      done = true;
      change();
    });
  }
});

describe('the path', () => {
  test('falls back to the older name on 404, and stays with the one that answered', async () => {
    const [id] = create(1);
    sandbox.withoutPath('/connector_profiles');
    expect(await stackone.listZoomProfiles()).toMatchObject({ path: '/auth_configs', profiles: [{ id }] });
    await stackone.listZoomProfiles();
    expect(sandbox.requests.count('/connector_profiles')).toBe(1);
    expect(sandbox.requests.count('/auth_configs')).toBe(2);
  });

  test('is looked for again when the one that answered goes away', async () => {
    sandbox.withoutPath('/connector_profiles');
    await stackone.listZoomProfiles();
    sandbox.withPath('/connector_profiles');
    sandbox.withoutPath('/auth_configs');
    expect(await stackone.listZoomProfiles()).toMatchObject({ path: '/connector_profiles' });
  });

  test('is unavailable when StackOne knows neither, and is tried again the next time', async () => {
    sandbox.withoutPath('/connector_profiles');
    sandbox.withoutPath('/auth_configs');
    expect(await stackone.listZoomProfiles()).toEqual({ kind: 'unavailable', why: 'no_listing' });
    sandbox.withPath('/connector_profiles');
    expect(await stackone.listZoomProfiles()).toMatchObject({ kind: 'profiles' });
  });

  test.each([400, 401, 403, 408, 429, 500, 502])('does not fall back on %i', async (status) => {
    sandbox.answer({ status, body: {}, path: '/connector_profiles' });
    expect(await stackone.listZoomProfiles()).not.toMatchObject({ kind: 'profiles' });
    expect(sandbox.requests.count('/auth_configs')).toBe(0);
  });

  test('can be configured', async () => {
    await stackone.close();
    stackone = connect(sandbox, { profilePaths: ['/v9/profiles', '/auth_configs'] });
    expect(await stackone.listZoomProfiles()).toMatchObject({ path: '/auth_configs' });
    expect(sandbox.requests.count('/connector_profiles')).toBe(0);
  });
});
