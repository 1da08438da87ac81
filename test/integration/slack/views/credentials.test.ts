import { describe, expect, test } from 'vitest';
import type { TypedByBlock } from '../../../../src/slack/requests/requests.ts';
import {
  readClientIds,
  readKeepsSecret,
  readPairs,
} from '../../../../src/slack/views/credentials/read_credentials.ts';
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

describe('reading a pair without a secret', () => {
  const ticked = { keep_secret_development: { ...field(''), options: ['keep'] } };
  const kept = (clientId: string, secret = '') =>
    readPairs({ ...form(dev(clientId, secret)), ...ticked }, { kinds: ['development'], policy: 'ask' });
  const never = (clientId: string, typed: Record<string, string> = {}) =>
    readPairs(form({ client_id_development: clientId, ...typed }), {
      kinds: ['development'],
      policy: 'never',
    });

  test('takes the client ID alone, for a person who keeps the secret, or where none is taken', () => {
    for (const pairs of [kept(theClientId), never(theClientId), never(`Client ID: ${theClientId}`)])
      expect(pairs).toMatchObject({
        ok: true,
        value: { clientIds: { development: theClientId }, secrets: {}, keepsSecret: ['development'] },
      });
  });

  test('an unusual client ID is a hint there too', () => {
    const pairs = never('short');
    expect(pairs.ok && pairs.value.hints).toHaveLength(1);
  });

  test.each([
    ['both values, named', `client_id=${theClientId}\nclient_secret=${theSecret}`],
    ['both values as JSON', `{"client_id":"${theClientId}","client_secret":"${theSecret}"}`],
    ['both values, unnamed', `${theClientId} ${theSecret}`],
    ['the secret, named', `ZOOM_CLIENT_SECRET=${theSecret}`],
    ['the secret, unnamed', theSecret],
    ['a Basic header', `Authorization: Basic ${btoa(`${theClientId}:${theSecret}`)}`],
  ])('%s in the field of the client ID is refused, with the advice to replace it in Zoom', (_, text) => {
    for (const pairs of [kept(text), never(text)]) {
      expect(pairs.ok ? '' : pairs.error.client_id_development).toMatch(/not stored.*replace it in Zoom/);
      expect(JSON.stringify(pairs)).not.toContain(theSecret);
    }
  });

  test.each([theSecret, `secret: ${theSecret}`, `${theSecret} ${otherSecret}`, '****'])(
    'what stands in a field for the secret all the same is refused: %#',
    (text) => {
      const late = never(theClientId, { client_secret_development: text });
      expect(late.ok ? '' : late.error.client_secret_development).toMatch(/taken here any more.*replace it/);
      const both = kept(theClientId, text);
      expect(both.ok ? '' : both.error.client_secret_development).toContain('Leave one of the two');
    },
  );

  test('a client ID is asked for, and must not be that of the other environment', () => {
    expect(never('')).toMatchObject({
      error: { client_id_development: expect.stringContaining('Paste the client ID') },
    });
    const others = { kinds: ['development'], policy: 'never', others: [theClientId] } as const;
    expect(readPairs(form({ client_id_development: theClientId }), others).ok).toBe(false);
  });

  test('a form without the field, drawn while no secret was taken, still can be submitted', () => {
    const asked = { kinds: ['development'], policy: 'ask' } as const;
    expect(readPairs(form({ client_id_development: theClientId }), asked)).toMatchObject({
      value: { clientIds: { development: theClientId }, secrets: {}, keepsSecret: ['development'] },
    });
    const both = readPairs(form({ client_id_development: `${theClientId}:${theSecret}` }), asked);
    expect(both.ok ? [] : Object.keys(both.error)).toEqual(['client_id_development']);
  });

  test('nothing typed and nothing ticked names both ways', () => {
    const pairs = readPairs(form(dev(theClientId, '')), { kinds: ['development'], policy: 'ask' });
    expect(pairs).toMatchObject({
      error: { client_secret_development: expect.stringContaining('or tick below that you keep it') },
    });
  });

  test('Back keeps what was ticked, and what was said where the form does not ask', () => {
    expect(readKeepsSecret(ticked, [])).toEqual(['development']);
    expect(readKeepsSecret({ keep_secret_development: field('') }, ['development', 'production'])).toEqual([
      'production',
    ]);
  });
});
