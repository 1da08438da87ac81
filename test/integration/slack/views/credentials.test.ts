import { describe, expect, test } from 'vitest';
import type { TypedByBlock } from '../../../../src/slack/requests/requests.ts';
import { readClientIds, readPairs } from '../../../../src/slack/views/credentials/read_credentials.ts';
import { otherClientId, otherSecret, theClientId, theSecret } from '../stage.ts';

const field = (text: string) => ({
  text,
  option: null,
  options: [],
  users: [],
  conversation: null,
  date: null,
});
const form = (values: Record<string, string>): TypedByBlock =>
  Object.fromEntries(Object.entries(values).map(([block, text]) => [block, field(text)]));
const dev = (clientId: string, secret: string) => ({
  client_id_development: clientId,
  client_secret_development: secret,
});
const prod = (clientId: string, secret: string) => ({
  client_id_production: clientId,
  client_secret_production: secret,
});

describe('reading a pair', () => {
  const one = (clientId: string, secret: string, others: readonly string[] = []) =>
    readPairs(form(dev(clientId, secret)), { kinds: ['development'], policy: 'ask', others });

  test('drops blanks and invisible characters around it, and says so', () => {
    const pairs = one(` ${theClientId}\u200b`, `${theSecret}\n`);
    expect(pairs).toMatchObject({ ok: true, value: { clientIds: { development: theClientId } } });
    expect(pairs.ok && pairs.value.secrets.development?.reveal()).toBe(theSecret);
    expect(pairs.ok && pairs.value.hints).toEqual([
      'Blanks around the client ID and the client secret of Development were removed.',
    ]);
  });

  test('an unusual shape is a hint, never an error', () => {
    const pairs = one('short', 'shorter');
    expect(pairs.ok && pairs.value.hints).toHaveLength(2);
  });

  test.each([
    ['nothing typed', '', '', 2],
    ['blanks inside', 'a b', 'c d', 2],
    ['the client ID twice', theClientId, theClientId, 1],
    ['the secret as client ID', theSecret, otherSecret, 1],
  ])('%s is refused at the field', (_, clientId, secret, errors) => {
    const pairs = one(clientId, secret);
    expect(pairs.ok ? 0 : Object.keys(pairs.error).length).toBe(errors);
    expect(JSON.stringify(pairs)).not.toContain(theSecret);
  });

  test.each([
    [`ZOOM_CLIENT_ID=${theClientId}`, `export ZOOM_CLIENT_SECRET="${theSecret}".`],
    [`{"client_id":"${theClientId}","client_secret":"${theSecret}"}`, ''],
    ['', `id: ${theClientId}, secret: ${theSecret}`],
    [`Client ID: ${theClientId}`, `“${theSecret}”`],
  ])('takes the values out of what was pasted with them', (clientId, secret) => {
    const pairs = one(clientId, secret);
    expect(pairs).toMatchObject({ ok: true, value: { clientIds: { development: theClientId } } });
    expect(pairs.ok && pairs.value.secrets.development?.reveal()).toBe(theSecret);
  });

  test.each([
    [`client_secret=${theSecret}`, `client_id=${theClientId}`],
    [theClientId, `ZOOM_SECRET_TOKEN=${theSecret}`],
    [`id: ${theClientId}, secret: ${theSecret}`, otherSecret],
    [theClientId, `DEV_CLIENT_SECRET=${theSecret} PROD_CLIENT_SECRET=${otherSecret}`],
  ])('says at the field what it saw, and shows nothing of it', (clientId, secret) => {
    const pairs = one(clientId, secret);
    expect(pairs.ok).toBe(false);
    for (const value of [theClientId, theSecret, otherSecret])
      expect(JSON.stringify(pairs)).not.toContain(value);
  });

  test('says what is wrong with every field at once, also when one cannot be read', () => {
    const typed = form({ ...dev(theClientId, theClientId), ...prod(theClientId, 'two words') });
    const pairs = readPairs(typed, { kinds: ['development', 'production'], policy: 'ask' });
    expect(pairs.ok ? [] : Object.keys(pairs.error).sort()).toEqual([
      'client_id_production',
      'client_secret_development',
      'client_secret_production',
    ]);
  });

  test('the client ID of the other environment is refused', () => {
    expect(one(theClientId, theSecret, [theClientId]).ok).toBe(false);
  });

  test('equal pairs are refused at the second one', () => {
    const typed = form({ ...dev(theClientId, theSecret), ...prod(theClientId, theSecret) });
    const pairs = readPairs(typed, { kinds: ['development', 'production'], policy: 'ask' });
    expect(pairs.ok ? [] : Object.keys(pairs.error)).toEqual([
      'client_id_production',
      'client_secret_production',
    ]);
  });

  test('a secret that waits sealed may be left empty', () => {
    const typed = form(dev(theClientId, ''));
    expect(readPairs(typed, { kinds: ['development'], policy: 'ask', kept: ['development'] }).ok).toBe(true);
  });

  test('Back keeps client IDs, and nothing that looks like a secret', () => {
    const typed = form({ ...dev(theClientId, theSecret), ...prod(otherSecret, '') });
    expect(readClientIds(typed)).toEqual({ development: theClientId });
    expect(readClientIds(form(prod(otherClientId, '')))).toEqual({ production: otherClientId });
  });

  test('a read pair prints without its secret', () => {
    const pairs = one(theClientId, theSecret);
    expect(JSON.stringify(pairs)).not.toContain(theSecret);
  });
});
