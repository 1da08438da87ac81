import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { parseAccountEvent } from '../../../src/web/stackone_webhook/parse_event.ts';
import { isSignature, isSignedWith } from '../../../src/web/stackone_webhook/signature.ts';

const secrets = [new Secret('the newer secret'), new Secret('the older secret')];
const sign = (secret: string, body: Buffer) => createHmac('sha256', secret).update(body).digest('base64url');

describe('a webhook of StackOne', () => {
  test('is signed with either secret, with padding and without', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.constantFrom(...secrets), (bytes, secret) => {
        const body = Buffer.from(bytes);
        const signature = sign(secret.reveal(), body);
        expect(isSignedWith(secrets, signature, body)).toBe(true);
        expect(isSignedWith(secrets, `${signature}=`, body)).toBe(true);
      }),
    );
  });

  test('is refused with another secret, over other bytes, or with any other signature', () => {
    const body = Buffer.from('{"event":"account.updated"}');
    expect(isSignedWith(secrets, sign('another secret', body), body)).toBe(false);
    expect(isSignedWith([], sign('', body), body)).toBe(false);
    expect(isSignedWith(secrets, sign('the newer secret', body), Buffer.from('{}'))).toBe(false);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String({ minLength: 40, maxLength: 48 })), (header) => {
        expect(isSignedWith(secrets, header, body)).toBe(false);
      }),
    );
  });

  test.each([
    undefined,
    '',
    '=',
    'a'.repeat(42),
    'a'.repeat(44),
    `${'a'.repeat(43)}==`,
    `${'a'.repeat(42)}+`,
    randomBytes(32).toString('hex'),
    ['a'.repeat(43), 'b'.repeat(43)],
  ])('has a header of 32 bytes in base64url, unlike %j', (header) => {
    expect(isSignature(header)).toBe(false);
  });
});

describe('the body of a webhook', () => {
  const at = '2026-11-23T12:00:00.000Z';
  const body = { event: 'account.updated', account_id: 'acc_1', event_date: at };
  const parse = (sent: unknown) => parseAccountEvent(Buffer.from(JSON.stringify(sent) ?? ''));

  test.each([
    ['account.created', 'acc_1', at, new Date(at)],
    ['account.deleted', 4711, at, new Date(at)],
    ['account.updated', 'acc_1', undefined, null],
    ['account.updated', 'acc_1', 'soon', null],
    ['account.updated', 'acc_1', '+123456-01-01T00:00:00Z', null],
    ['account.updated', 'acc_1', {}, null],
  ])('%s about %j at %j is read', (event, account_id, event_date, read) => {
    expect(parse({ event, account_id, event_date, provider: 'zoom', new_field: [1] })).toEqual({
      ok: true,
      value: { name: event, accountId: String(account_id), at: read },
    });
  });

  test.each([
    { provider: 'zoom' },
    { provider: 'Zoom ' },
    { provider: '' },
    { provider: 7 },
    { connector: 'zoom' },
    {},
  ])('is about Zoom unless it says otherwise: %j', (named) => {
    expect(parse({ ...body, ...named }).ok).toBe(true);
  });

  test.each<[string, unknown, string]>([
    ['another event', { ...body, event: 'account.exploded' }, 'unknown_event'],
    ['another kind of event', { event: 'connect_session.created' }, 'unknown_event'],
    ['an account of another connector', { ...body, provider: 'zoominfo' }, 'other_connector'],
    ['the same by its newer name', { ...body, provider: null, connector: 'slack' }, 'other_connector'],
    ['no account', { ...body, account_id: undefined }, 'malformed'],
    ['an empty account', { ...body, account_id: '' }, 'malformed'],
    ['an account that cannot be stored', { ...body, account_id: 'a\0' }, 'malformed'],
    ['half a character', { ...body, account_id: '\ud800' }, 'malformed'],
    ['a huge account', { ...body, account_id: 'x'.repeat(256) }, 'malformed'],
    ['an event that is no text', { ...body, event: 7 }, 'malformed'],
    ['a list', [body], 'malformed'],
    ['null', null, 'malformed'],
    ['nothing', undefined, 'malformed'],
  ])('with %s is %3$s', (_what, sent, error) => {
    expect(parse(sent)).toEqual({ ok: false, error });
  });

  test('is never more than an error, whatever it is', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void parseAccountEvent(Buffer.from(bytes))));
    fc.assert(fc.property(fc.json(), (json) => void parseAccountEvent(Buffer.from(json))));
  });
});
