import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import { STACKONE_ZOOM_KEY } from '../../core/profiles/zoom_connector.ts';
import type { Query } from '../../http_client/http_client.ts';
import type { ListFaults } from '../list_faults.ts';
import {
  bareOrInEnvelope,
  deliveredBy,
  type ListingSchema,
  PAGE_SIZE,
  type PageAnswer,
  pageOf,
} from '../listing_page.ts';
import { type Listing, readPages } from '../pages.ts';
import { type FetchJson, unavailable } from '../request.ts';
import { opaqueId, optionalText, plainText, timestamp } from '../schema.ts';
import type { AccountsOutcome, LinkedAccount } from '../stackone_types.ts';
import { readStatusReasons } from './status_reasons.ts';

/** Both generations of an account. What is not named here is dropped: the older body may carry credentials. */
const account = z.object({
  id: opaqueId,
  status: plainText,
  connector: optionalText,
  provider: optionalText,
  connector_profile_id: opaqueId.optional().catch(undefined),
  owner_id: optionalText,
  origin_owner_id: optionalText,
  owner_name: optionalText,
  origin_owner_name: optionalText,
  type: optionalText,
  status_reasons: z.array(z.unknown()).nullish().catch(null),
  created_at: timestamp.nullish().catch(null),
  updated_at: timestamp.nullish().catch(null),
});
type Account = z.infer<typeof account>;
/** null: of this row only the id could be read. */
type Row = { readonly id: string; readonly account: Account | null };

const listing: ListingSchema<Row> = {
  shape: bareOrInEnvelope,
  row: account.transform((each): Row => ({ id: each.id, account: each })),
  rowOf: (id) => ({ id, account: null }),
};

/**
 * The accounts linked through one profile. The newer listing ties them to it; where StackOne does not have it (404) or
 * does not take the query (400), the older one says only which Zoom accounts the project has: `tied: false`.
 */
export async function listAccounts(
  fetchJson: FetchJson,
  clock: Clock,
  faults: ListFaults,
  profileId: string,
): Promise<AccountsOutcome> {
  const fetchedAt = clock.now();
  const newer = await readAll(fetchJson, faults, '/v2/accounts', { connector_profile_id: profileId });
  if (newer.kind === 'items') return outcomeOf(newer, (all) => tied(all, profileId), fetchedAt);
  if (newer.kind !== 'rejected') return newer;
  if (newer.status !== 404 && newer.status !== 400) return unavailable('bad_request');
  const older = await readAll(fetchJson, faults, '/accounts', { providers: [STACKONE_ZOOM_KEY] });
  if (older.kind === 'items') return outcomeOf(older, untied, fetchedAt);
  if (older.kind !== 'rejected') return older;
  return unavailable(older.status === 404 ? 'no_listing' : 'bad_request');
}

function readAll(
  fetchJson: FetchJson,
  faults: ListFaults,
  path: string,
  query: Query,
): Promise<Listing<Row>> {
  // The first page is asked for without its number: whether the newer listing knows page numbers is not documented.
  return readPages(
    async (page): Promise<PageAnswer<Row>> => {
      const answer = await fetchJson(path, page === 1 ? query : { ...query, page });
      if (answer.kind !== 'json') return answer;
      return withEnd(pageOf(answer.json, listing, faults, { path, page }));
    },
    (what) => faults.contradiction(path, what),
  );
}

/** Where StackOne gives no total, a page is the last unless it has exactly as many rows as a full one. */
function withEnd(answer: PageAnswer<Row>): PageAnswer<Row> {
  if (answer.kind !== 'page') return answer;
  const { page } = answer;
  const last = page.total === undefined && deliveredBy(page) !== PAGE_SIZE;
  return { kind: 'page', page: { ...page, last } };
}

interface Ties {
  readonly tied: boolean;
  readonly accounts: readonly Account[];
  /** Some say neither which profile nor which connector they belong to: one of them may be the one that is missed. */
  readonly unclear: boolean;
}

function outcomeOf(
  { items, contradictory }: Extract<Listing<Row>, { kind: 'items' }>,
  tie: (accounts: readonly Account[]) => Ties,
  fetchedAt: Date,
): AccountsOutcome {
  const read = items.flatMap((row) => row.account ?? []);
  if (items.length > 0 && read.length === 0) return unavailable('unexpected_reply');
  const { tied, accounts, unclear } = tie(read);
  const incomplete = contradictory || read.length < items.length || unclear;
  return {
    kind: 'accounts',
    tied,
    accounts: accounts.map(linkedAccount),
    fetchedAt,
    ...(incomplete ? { incomplete } : {}),
  };
}

/** Tied only when StackOne names the profile on every row: a filter that was ignored must not look like evidence. */
function tied(accounts: readonly Account[], profileId: string): Ties {
  if (accounts.some((one) => one.connector_profile_id === undefined)) return untied(accounts);
  const own = accounts.filter((one) => one.connector_profile_id === profileId);
  return { tied: true, accounts: own, unclear: false };
}

function untied(accounts: readonly Account[]): Ties {
  const connectorOf = (one: Account) => one.connector ?? one.provider;
  return {
    tied: false,
    accounts: accounts.filter((one) => connectorOf(one) === STACKONE_ZOOM_KEY),
    unclear: accounts.some((one) => connectorOf(one) === undefined),
  };
}

function linkedAccount(row: Account): LinkedAccount {
  const ownerId = row.owner_id ?? row.origin_owner_id;
  const ownerName = row.owner_name ?? row.origin_owner_name;
  return {
    id: row.id,
    status: row.status,
    reasons: readStatusReasons(row.status_reasons ?? []),
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(ownerName === undefined ? {} : { ownerName }),
    ...(row.type === undefined ? {} : { type: row.type }),
    ...(row.connector_profile_id === undefined ? {} : { profileId: row.connector_profile_id }),
    createdAt: row.created_at ?? null,
    updatedAt: row.updated_at ?? null,
  };
}
