import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUsableLink } from '../../../src/stackone/connect/connect_link.ts';
import { createConnectSession } from '../../../src/stackone/connect/create_session.ts';
import { fetchConnectSession } from '../../../src/stackone/connect/read_session.ts';
import type { ListFaults } from '../../../src/stackone/list_faults.ts';

const quiet: ListFaults = { setAside: () => {}, contradiction: () => {}, oddReply: () => {} };
const asked = {
  profileId: 'p',
  type: 'TEST',
  ownerId: 'o',
  ownerName: 'O',
  label: 'L',
  expiresInSeconds: 60,
  metadata: {},
} as const;
const apiUrl = 'https://api.stackone.com';

const anything = fc.jsonValue();
/** Bodies that look like a session, with whatever in their fields. */
const sessions = fc.record(
  {
    id: fc.oneof(fc.constant(7), fc.constant('7'), anything),
    token: fc.constant('the-token'),
    auth_link_url: fc.oneof(fc.webUrl({ validSchemes: ['https', 'http'] }), anything),
    connector_profile_id: anything,
    latest_connection_attempt: fc.oneof(
      anything,
      fc.record(
        {
          id: anything,
          status: fc.oneof(fc.constantFrom('pending', 'authenticated', 'error', 'cancelled'), anything),
          oauth_error_code: anything,
          oauth_error_description: anything,
          account_secure_id: anything,
          created_at: anything,
          updated_at: anything,
        },
        { requiredKeys: [] },
      ),
    ),
  },
  { requiredKeys: [] },
);
const bodies = fc.oneof(anything, sessions);

describe('whatever StackOne answers about a connect session', () => {
  test('becomes a result with texts, and is evidence only where it says so', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (json) => {
        const outcome = await fetchConnectSession(async () => ({ kind: 'json', json }), quiet, '7');
        if (outcome.kind !== 'session') expect(outcome).toMatchObject({ kind: 'unavailable' });
        const attempt = outcome.kind === 'session' ? outcome.attempt : null;
        if (attempt === null) return;
        expect(typeof attempt.status).toBe('string');
        if (attempt.status === 'authenticated') expect(JSON.stringify(json)).toContain('"authenticated"');
      }),
    );
  });

  test('is created only with a link that can be opened, and shows neither link nor token', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (json) => {
        const outcome = await createConnectSession(
          async () => ({ kind: 'json', json }),
          quiet,
          apiUrl,
          asked,
        );
        expect(JSON.stringify(outcome)).not.toMatch(/the-token|https?:/);
        if (outcome.kind === 'created') expect(isUsableLink(outcome.link.reveal(), apiUrl)).toBe(true);
        else expect(outcome).toEqual({ kind: 'unavailable', why: 'unexpected_reply' });
      }),
    );
  });
});
