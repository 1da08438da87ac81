import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { STACKONE_ZOOM_KEY } from '../core/profiles/zoom_connector.ts';
import type { ListFaults } from './list_faults.ts';
import { inEnvelope, type ListingSchema, type PageAnswer, pageOf } from './listing_page.ts';
import { readPages } from './pages.ts';
import { type FetchJson, unavailable } from './request.ts';
import { opaqueId, optionalText, plainText, timestamp } from './schema.ts';
import type { ConnectorProfile, ProfilesOutcome } from './stackone_types.ts';

/** O2: today's path of the listing, and the one before it; same query, same body. */
export const PROFILE_PATHS: readonly string[] = ['/connector_profiles', '/auth_configs'];

interface Row {
  readonly id: string;
  /** null: another connector's. */
  readonly profile: ConnectorProfile | null;
  /** Its id is all that could be read. */
  readonly unread?: true;
}

const zoomRow = z
  .object({
    id: opaqueId,
    connector_key: z.literal(STACKONE_ZOOM_KEY),
    name: plainText,
    active: z.boolean(),
    environment: optionalText,
    authentication_config_label: optionalText,
    connector_version: optionalText,
    connector_pinned_version: optionalText,
    release_stage: z.string().catch('unknown'),
    created_at: timestamp,
    updated_at: timestamp,
  })
  .transform((sent): Row => {
    const label = sent.authentication_config_label;
    const { connector_version: version, connector_pinned_version: pinned } = sent;
    const profile = {
      id: sent.id,
      name: sent.name,
      active: sent.active,
      ...(sent.environment === undefined ? {} : { environment: sent.environment }),
      ...(label === undefined ? {} : { authConfigLabel: label }),
      ...(version === undefined ? {} : { connectorVersion: version }),
      ...(pinned === undefined ? {} : { pinnedVersion: pinned }),
      createdAt: sent.created_at,
      updatedAt: sent.updated_at,
      releaseStage: sent.release_stage,
    };
    return { id: sent.id, profile };
  });

/** Of these nothing else is read, so that another connector's row can't spoil the listing. */
const otherRow = z
  .object({ id: opaqueId, connector_key: z.string().refine((key) => key !== STACKONE_ZOOM_KEY) })
  .transform(({ id }): Row => ({ id, profile: null }));

/** A row that is not another connector's is read as Zoom's, so that its faults are named as those of a Zoom profile. */
const anyRow = z.unknown().transform((sent, ctx): Row => {
  const other = otherRow.safeParse(sent);
  if (other.success) return other.data;
  const zoom = zoomRow.safeParse(sent);
  if (zoom.success) return zoom.data;
  for (const { path, message } of zoom.error.issues)
    ctx.addIssue({ code: 'custom', path: [...path], message });
  return z.NEVER;
});

const listing: ListingSchema<Row> = {
  shape: inEnvelope,
  row: anyRow,
  rowOf: (id) => ({ id, profile: null, unread: true }),
};

/** Lists Zoom's connector profiles; a path that answers 404 gives way to the next, and the one that answered goes first. */
export function createProfileListing(
  fetchJson: FetchJson,
  clock: Clock,
  faults: ListFaults,
  paths: readonly string[],
) {
  let working: string | undefined;
  return async (): Promise<ProfilesOutcome> => {
    const fetchedAt = clock.now();
    const order = [...new Set([...(working === undefined ? [] : [working]), ...paths])];
    for (const path of order) {
      const read = await readPages(
        (page) => fetchPage(fetchJson, faults, path, page),
        (what) => faults.contradiction(path, what),
      );
      if (read.kind === 'rejected' && read.status === 404) continue;
      if (read.kind === 'rejected') return unavailable('bad_request');
      if (read.kind !== 'items') return read;
      working = path;
      return outcomeOf(read.items, read.contradictory, path, fetchedAt);
    }
    return unavailable('no_listing');
  };
}

/** A list in which no row can be read is no list: StackOne has changed, and nothing is known of the profiles. */
function outcomeOf(
  rows: readonly Row[],
  contradictory: boolean,
  path: string,
  fetchedAt: Date,
): ProfilesOutcome {
  const unreadIds = rows.flatMap(({ id, unread }) => (unread === true ? [id] : []));
  if (rows.length > 0 && unreadIds.length === rows.length) return unavailable('unexpected_reply');
  const profiles = rows.flatMap(({ profile }) => profile ?? []);
  const gaps = contradictory || unreadIds.length > 0 ? { unreadIds, incomplete: contradictory } : undefined;
  return { kind: 'profiles', profiles, path, fetchedAt, ...(gaps === undefined ? {} : { gaps }) };
}

/** The page size is the server's own: its maximum is not documented. Disabled profiles stay visible: no `enabled`. */
async function fetchPage(
  fetchJson: FetchJson,
  faults: ListFaults,
  path: string,
  page: number,
): Promise<PageAnswer<Row>> {
  const answer = await fetchJson(path, { connector_key: STACKONE_ZOOM_KEY, page });
  return answer.kind === 'json' ? pageOf(answer.json, listing, faults, { path, page }) : answer;
}
