import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type StackOneSandbox, startStackOne } from '../../../../sandbox/simulators/stackone/index.ts';
import { ask, basic, type Said } from '../ask.ts';

let stackone: StackOneSandbox;
let profileId: string;
beforeEach(async () => {
  stackone = await startStackOne();
  profileId = stackone.createProfile({}).id;
});
afterEach(() => stackone.close());

const headers = { 'user-agent': 'a test' };
const key = () => basic(`${stackone.apiKey}:`);

function post(body: object): Promise<Said> {
  const json = JSON.stringify({ origin_owner_id: 'o', origin_owner_name: 'Owner', ...body });
  return ask(`${stackone.url}/connect_sessions`, { authorization: key(), headers, json });
}

function get(id: unknown): Promise<Said> {
  return ask(`${stackone.url}/connect_sessions/${id}`, { authorization: key(), headers });
}

describe('the simulated connect sessions', () => {
  test('take the provider alone for its default profile', async () => {
    stackone.createProfile({});
    const made = await post({ provider: 'zoom' });
    expect(made).toMatchObject({ status: 201, json: { connector_profile_id: profileId } });
  });

  test.each([
    [{ origin_owner_id: undefined }, 400, 'origin_owner_id should not be empty'],
    [{ origin_owner_name: '' }, 400, 'origin_owner_name should not be empty'],
    [{ origin_owner_name: 7 }, 400, 'origin_owner_name must be a string'],
    [{ redirect_url: 'https://x' }, 400, 'property redirect_url should not exist'],
    [{ type: 'SANDBOX' }, 400, 'type must be one of the following values: production, test'],
    [{ expires_in: '60' }, 400, 'expires_in must be a positive number'],
    [{ metadata: 'x' }, 400, 'metadata must be an object'],
    [{ multiple: 'yes' }, 400, 'multiple must be a boolean value'],
    [{ categories: ['video'] }, 400, expect.stringContaining('each value in categories')],
    [{ provider_version: '1.0.0' }, 400, 'provider_version is deprecated'],
    [{ provider: 'nobody' }, 400, 'No connector profile for this provider'],
    [{ connector_profile_id: 'nobody' }, 404, 'Connector profile not found'],
  ])('refuse %j', async (body, status, message) => {
    const made = await post({ provider: 'zoom', ...body });
    expect(made).toMatchObject({ status, json: { statusCode: status, message } });
    expect(stackone.connectSessions()).toEqual([]);
  });

  test('refuse a provider that is not that of the profile', async () => {
    expect(await post({ provider: 'slack', connector_profile_id: profileId })).toMatchObject({ status: 400 });
  });

  test('refuse a form and a body that is no object', async () => {
    const url = `${stackone.url}/connect_sessions`;
    const as = { authorization: key(), headers };
    expect(await ask(url, { ...as, form: { origin_owner_id: 'o' } })).toMatchObject({ status: 415 });
    expect(await ask(url, { ...as, json: '[]' })).toMatchObject({ status: 400 });
    expect(await ask(url, { ...as, json: '{' })).toMatchObject({ status: 400 });
  });

  test.each(['TEST', 'test'])('take %s for a type and answer in small letters', async (type) => {
    expect(await post({ connector_profile_id: profileId, type })).toMatchObject({ json: { type: 'test' } });
  });

  test('are read without token and link', async () => {
    const made = await post({ connector_profile_id: profileId, label: 'L', metadata: { a: 1 } });
    const { token, auth_link_url: link, ...rest } = made.json;
    expect([typeof token, typeof link]).toEqual(['string', 'string']);
    const read = await get(made.json.id);
    expect(read).toMatchObject({ status: 200, json: { ...rest, latest_connection_attempt: null } });
    expect(read.text).not.toContain(token);
  });

  test('have numbers as ids', async () => {
    expect(await get('abc')).toMatchObject({ status: 400 });
    expect(await get(1)).toMatchObject({ status: 404 });
  });

  test('do not come again under the id of one that was forgotten', async () => {
    const { id } = (await post({ connector_profile_id: profileId })).json;
    stackone.forgetConnectSession(String(id));
    await post({ connector_profile_id: profileId });
    expect(await get(id)).toMatchObject({ status: 404 });
  });

  test('link one account for one owner, and several where that was asked for', async () => {
    const link = async (body: object) => {
      const { json } = await post({ connector_profile_id: profileId, ...body });
      stackone.endConnectAttempt(String(json.id), { status: 'authenticated' });
    };
    const zooms = () => stackone.accounts().filter((one) => one.connector_key === 'zoom').length;
    await link({});
    await link({});
    expect(zooms()).toBe(1);
    await link({ multiple: true });
    await link({ origin_owner_id: 'another' });
    expect(zooms()).toBe(3);
  });
});
