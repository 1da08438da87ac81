import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { STACKONE_ZOOM_KEY } from '../core/stackone.ts';
import { type Ask, unavailable } from './ask.ts';
import type { ConnectorProfile, ProfilesOutcome } from './outcomes.ts';
import { type PageAnswer, readPages } from './pages.ts';
import { count, moment, opaqueId, optionalText } from './schema.ts';

/** facts: today's name of the listing, and the one before it; same question, same answer. */
export const PROFILE_PATHS: readonly string[] = ['/connector_profiles', '/auth_configs'];

interface Row {
  readonly id: string;
  /** null: another connector's. */
  readonly profile: ConnectorProfile | null;
}

const zoomRow = z
  .object({
    id: opaqueId,
    connector_key: z.literal(STACKONE_ZOOM_KEY),
    name: z.string(),
    active: z.boolean(),
    environment: optionalText,
    authentication_config_label: optionalText,
    release_stage: z.string().catch('unknown'),
    created_at: moment,
    updated_at: moment,
  })
  .transform((sent): Row => {
    const label = sent.authentication_config_label;
    const profile = {
      id: sent.id,
      name: sent.name,
      active: sent.active,
      ...(sent.environment === undefined ? {} : { environment: sent.environment }),
      ...(label === undefined ? {} : { authConfigLabel: label }),
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

const listing = z.object({ data: z.array(z.union([zoomRow, otherRow])), total: count });

/** Lists Zoom's connector profiles; a path that answers 404 gives way to the next, and the one that answered goes first. */
export function createProfileListing(ask: Ask, clock: Clock, paths: readonly string[]) {
  let working: string | undefined;
  return async (): Promise<ProfilesOutcome> => {
    const fetchedAt = clock.now();
    const order = [...new Set([...(working === undefined ? [] : [working]), ...paths])];
    for (const path of order) {
      const read = await readPages((page) => fetchPage(ask, path, page));
      if (read.kind === 'turned_down' && read.status === 404) continue;
      if (read.kind === 'turned_down') return unavailable('bad_request');
      if (read.kind !== 'items') return read;
      working = path;
      const profiles = read.items.flatMap(({ profile }) => profile ?? []);
      return { kind: 'profiles', profiles, path, fetchedAt };
    }
    return unavailable('no_listing');
  };
}

/** The page size is the server's own: its maximum is not documented. Disabled profiles stay visible: no `enabled`. */
async function fetchPage(ask: Ask, path: string, page: number): Promise<PageAnswer<Row>> {
  const answer = await ask(path, { connector_key: STACKONE_ZOOM_KEY, page });
  if (answer.kind !== 'json') return answer;
  const parsed = listing.safeParse(answer.json);
  if (!parsed.success) return unavailable('unexpected_reply');
  return { kind: 'page', page: { items: parsed.data.data, total: parsed.data.total } };
}
