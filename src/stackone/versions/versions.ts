import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { ListFaults } from '../list_faults.ts';
import { bareOrInEnvelope, envelopeOf } from '../listing_page.ts';
import { type FetchJson, unavailable } from '../request.ts';
import { readRows } from '../rows.ts';
import { optionalText, plainText } from '../schema.ts';
import type { ConnectorVersion, VersionsOutcome } from '../stackone_types.ts';

const version = z
  .object({
    version: plainText.refine((sent) => sent !== ''),
    owner: optionalText,
    builtin: z.boolean().nullish().catch(null),
    pinned: z.boolean().catch(false),
  })
  .transform(
    (sent): ConnectorVersion => ({
      version: sent.version,
      owner: sent.owner ?? null,
      builtin: sent.builtin ?? null,
      pinned: sent.pinned,
    }),
  );

const PATH = '/connector_profiles/{id}/versions';

export async function listConnectorVersions(
  fetchJson: FetchJson,
  clock: Clock,
  faults: ListFaults,
  profileId: string,
): Promise<VersionsOutcome> {
  const fetchedAt = clock.now();
  const answer = await fetchJson(PATH.replace('{id}', encodeURIComponent(profileId)), {});
  if (answer.kind === 'rejected')
    return answer.status === 404 ? { kind: 'gone' } : unavailable('bad_request');
  if (answer.kind !== 'json') return answer;
  const sent = envelopeOf(answer.json, bareOrInEnvelope, faults, PATH);
  if (sent === null) return unavailable('unexpected_reply');
  const { read, unread } = readRows(sent.data, version);
  faults.setAside(PATH, 1, unread);
  if (read.length === 0 && unread.length > 0) return unavailable('unexpected_reply');
  return { kind: 'versions', versions: read, fetchedAt, ...(unread.length > 0 ? { incomplete: true } : {}) };
}
