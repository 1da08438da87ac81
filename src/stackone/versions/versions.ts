import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { ListFaults } from '../list_faults.ts';
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

/** O26: a bare array in the specification; in an envelope as the other listings have it is taken too. */
const listing = z.union([
  z.array(z.unknown()),
  z.object({ data: z.array(z.unknown()) }).transform(({ data }) => data),
]);

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
  const parsed = listing.safeParse(answer.json);
  if (!parsed.success) {
    faults.contradiction(PATH, 'it has no rows where they should be (data, or the whole answer)');
    return unavailable('unexpected_reply');
  }
  const { read, unread } = readRows(parsed.data, version);
  faults.setAside(PATH, 1, unread);
  if (read.length === 0 && unread.length > 0) return unavailable('unexpected_reply');
  return { kind: 'versions', versions: read, fetchedAt, ...(unread.length > 0 ? { incomplete: true } : {}) };
}
