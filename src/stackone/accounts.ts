import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { STACKONE_ZOOM_KEY } from '../core/stackone.ts';
import type { Query } from '../outside/client.ts';
import { type Ask, unavailable } from './ask.ts';
import type { AccountsOutcome, LinkedAccount } from './outcomes.ts';
import { type Listing, type PageAnswer, readPages } from './pages.ts';
import { count, moment, opaqueId, optionalText } from './schema.ts';

/** Both generations of an account. What is not named here is dropped: the older body may carry credentials. */
const account = z.object({
  id: opaqueId,
  status: z.string(),
  connector: optionalText,
  provider: optionalText,
  connector_profile_id: opaqueId.optional().catch(undefined),
  owner_name: optionalText,
  origin_owner_name: optionalText,
  created_at: moment.nullish().catch(null),
  updated_at: moment.nullish().catch(null),
});
type Row = z.infer<typeof account>;

/** facts: a bare array in the specification, `{data: [...]}` in the docs. */
const listing = z.union([
  z.array(account).transform((data) => ({ data, total: undefined })),
  z.object({ data: z.array(account), total: count }),
]);

/** facts: the documented default. */
const PAGE_SIZE = 25;

/**
 * The accounts linked through one profile. The newer listing ties them to it; where StackOne does not have it (404) or
 * does not take the question (400), the older one says only which Zoom accounts the project has: `tied: false`.
 */
export async function listAccounts(ask: Ask, clock: Clock, profileId: string): Promise<AccountsOutcome> {
  const fetchedAt = clock.now();
  const newer = await readAll(ask, '/v2/accounts', { connector_profile_id: profileId });
  if (newer.kind === 'items') return accountsOf(newer.items, profileId, fetchedAt);
  if (newer.kind !== 'turned_down') return newer;
  if (newer.status !== 404 && newer.status !== 400) return unavailable('bad_request');
  const older = await readAll(ask, '/accounts', { providers: [STACKONE_ZOOM_KEY] });
  if (older.kind === 'items') return { ...untied(older.items), fetchedAt };
  if (older.kind !== 'turned_down') return older;
  return unavailable(older.status === 404 ? 'no_listing' : 'bad_request');
}

function readAll(ask: Ask, path: string, query: Query): Promise<Listing<Row>> {
  // The first page is asked for without its number: whether the newer listing knows page numbers is not documented.
  return readPages(async (page): Promise<PageAnswer<Row>> => {
    const answer = await ask(path, page === 1 ? query : { ...query, page });
    if (answer.kind !== 'json') return answer;
    const parsed = listing.safeParse(answer.json);
    if (!parsed.success) return unavailable('unexpected_reply');
    const { data, total } = parsed.data;
    return {
      kind: 'page',
      page: { items: data, total, last: total === undefined && data.length !== PAGE_SIZE },
    };
  });
}

/** Tied only when StackOne names the profile on every row: a filter that was ignored must not look like evidence. */
function accountsOf(rows: readonly Row[], profileId: string, fetchedAt: Date): AccountsOutcome {
  if (rows.some((row) => row.connector_profile_id === undefined)) return { ...untied(rows), fetchedAt };
  const own = rows.filter((row) => row.connector_profile_id === profileId);
  return { kind: 'accounts', tied: true, accounts: own.map(linkedAccount), fetchedAt };
}

function untied(rows: readonly Row[]) {
  const zooms = rows.filter((row) => (row.connector ?? row.provider) === STACKONE_ZOOM_KEY);
  return { kind: 'accounts' as const, tied: false, accounts: zooms.map(linkedAccount) };
}

function linkedAccount(row: Row): LinkedAccount {
  const ownerName = row.owner_name ?? row.origin_owner_name;
  return {
    id: row.id,
    status: row.status,
    ...(ownerName === undefined ? {} : { ownerName }),
    createdAt: row.created_at ?? null,
    updatedAt: row.updated_at ?? null,
  };
}
