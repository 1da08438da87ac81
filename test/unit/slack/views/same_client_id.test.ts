import { expect, test } from 'vitest';
import { sameClientIdWords } from '../../../../src/slack/views/credentials/same_client_id.ts';
import { recordedLog } from '../../../harness/log.ts';

test('a search for the same client ID that fails is logged, and takes nothing back of what is saved', async () => {
  const { log, lines } = recordedLog();
  const usecases = { clientIdHolders: () => Promise.reject(new Error('canceling statement')) };
  const app = { workspaceId: 'T1', name: 'Tide', managementType: null };
  const asked = { clientIds: ['AbCdEfGhIjKlMnOpQrStUv'], except: 'environment' };
  expect(await sameClientIdWords({ usecases, log }, app, asked)).toBe('');
  expect(lines.join()).toMatch(
    /Could not look for other Zoom apps.*canceling statement|canceling statement.*Could not look/,
  );
});
