import { describe, expect, test } from 'vitest';
import { secretIn } from '../../src/core/secret_shape.ts';

// Made up, 32 mixed alphanumerics like Zoom's.
const made = ['aB3dE5fG7hJ9', 'kL2mN4pQ6rS8', 'tU0vW1xY'].join('');

describe('secretIn', () => {
  test.each([
    ['a Zoom client secret', made, 'client_secret'],
    ['one inside a sentence', `rotate Acme to ${made}.`, 'client_secret'],
    ['one behind a key', `secret:${made}`, 'client_secret'],
    ['one in quotes', `"${made}"`, 'client_secret'],
    ['a bot token', ['xoxb', '1234567890', '1234567890', 'abcdefABCDEF'].join('-'), 'slack_token'],
    ['an app token', ['xapp', '1', 'A0123456789', '1234567890'].join('-'), 'slack_token'],
    ['a StackOne key', ['v1', 'eu1', 'abcdefghijklmnop'].join('.'), 'stackone_key'],
    ['an access token', ['eyJhbGciOiJIUzUxMiJ9', 'eyJ2ZXIiOjksImF1aWQi', 'c2ln'].join('.'), 'token'],
    ['a Basic header', `Authorization: Basic ${'YWJj'.repeat(12)}`, 'token'],
    ['whatever a .env calls a secret', `ZOOM_CLIENT_SECRET=${'ab12'.repeat(6)}`, 'client_secret'],
    ['whatever JSON calls a token', `{"refresh_token": "${'x9-y_'.repeat(5)}"}`, 'client_secret'],
  ])('finds %s', (_, text, kind) => {
    expect(secretIn(text)).toBe(kind);
  });

  test.each([
    ['a scope', 'user:read:list_users:admin'],
    ['the longest scopes', 'workspace:read:background_library_files_of_the_whole_account:admin'],
    ['a client id of 22 characters', 'aB3dE5fG7hJ9kL2mN4pQ6r'],
    ['a client id of 24 characters', 'aB3dE5fG7hJ9kL2mN4pQ6rS8'],
    ['a uuid', '018f2f65-7c2b-7a31-9e7a-3f6b8a2c4d10'],
    ['a long word', 'Donaudampfschifffahrtsgesellschaftskapitaen'],
    ['a hash in lower case', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['StackOne’s callback', 'https://api.stackone.com/connect/oauth2/zoom/callback'],
    ['a placeholder', 'ZOOM_CLIENT_SECRET=your_client_secret_here'],
    ['a secret taken out', '{"access_token":"***","expires_in":3599}'],
    ['a scope named after a secret', 'marketplace:update:client_secret\nmarketplace:read:list_apps2:admin'],
    ['nothing', ''],
  ])('lets %s pass', (_, text) => {
    expect(secretIn(text)).toBeNull();
  });
});
