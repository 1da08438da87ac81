import type { Answered, Incoming } from '../../../faults/serve_with_faults.ts';
import { type ActionBook, listActions } from '../connector/actions.ts';
import type { AccountNames, ListingPath } from '../contract.ts';
import type { Project } from '../project.ts';
import { accountV1, accountV2, failure } from '../to_wire.ts';
import type { OddList } from './odd_list_names.ts';
import { oddlyAnswered, oddlyAsked } from './odd_lists.ts';
import { pageOf, readQuery } from './query.ts';

export interface Listings {
  readonly project: Project;
  readonly book: ActionBook;
  readonly absent: Set<ListingPath>;
  readonly odd: Map<ListingPath, OddList>;
  accountsForm: 'array' | 'data';
  accountNames: AccountNames;
}

type Listing = (listings: Listings, query: URLSearchParams) => Answered;

const listingOf: Record<ListingPath, Listing> = {
  '/connector_profiles': listProfiles,
  '/auth_configs': listProfiles,
  '/accounts': listAccountsV1,
  '/v2/accounts': listAccountsV2,
  '/actions': ({ book, project }, values) => listActions(book, values, project.now()),
};

/** Only reading is simulated: there is no endpoint that creates a profile. */
export function answerListing(listings: Listings, incoming: Incoming): Answered {
  const path = Object.keys(listingOf).find((one): one is ListingPath => one === incoming.path);
  if (incoming.method !== 'GET' || path === undefined || listings.absent.has(path)) {
    return failure(404, `Cannot ${incoming.method} ${incoming.path}`, listings.project.now());
  }
  const odd = listings.odd.get(path);
  return oddlyAnswered(odd, listingOf[path](listings, oddlyAsked(odd, incoming).query));
}

function listProfiles({ project }: Listings, values: URLSearchParams): Answered {
  const query = readQuery(values, ['connector_key', 'enabled']);
  if ('refused' in query) return failure(400, query.refused, project.now());
  const key = values.get('connector_key');
  const enabled = values.get('enabled');
  const rows = project.profiles
    .filter((profile) => key === null || profile.connector_key === key)
    .filter((profile) => enabled === null || String(profile.active) === enabled);
  const { page, pageSize } = query;
  return {
    status: 200,
    body: { page, page_size: pageSize, total: rows.length, data: pageOf(rows, page, pageSize) },
  };
}

function listAccountsV1({ project, accountsForm }: Listings, values: URLSearchParams): Answered {
  const query = readQuery(values, [
    'provider',
    'providers',
    'account_ids',
    'origin_owner_id',
    'origin_owner_ids',
    'status',
  ]);
  if ('refused' in query) return failure(400, query.refused, project.now());
  const asked = (...names: string[]) => names.flatMap((name) => values.getAll(name));
  const rows = project.accounts
    .filter((account) => among(asked('provider', 'providers'), account.connector_key))
    .filter((account) => among(asked('account_ids'), account.id))
    .filter((account) => among(asked('origin_owner_id', 'origin_owner_ids'), account.owner_id))
    .filter((account) => among(asked('status'), account.status));
  const data = pageOf(rows, query.page, query.pageSize).map(accountV1);
  return { status: 200, body: accountsForm === 'array' ? data : { data } };
}

/** Whether v2 takes page numbers is not documented: it does here, as everywhere else in this API. */
function listAccountsV2({ project, accountNames }: Listings, values: URLSearchParams): Answered {
  const query = readQuery(values, ['connector_profile_id']);
  if ('refused' in query) return failure(400, query.refused, project.now());
  const rows = project.accounts.filter((account) =>
    among(values.getAll('connector_profile_id'), account.connector_profile_id),
  );
  const page = pageOf(rows, query.page, query.pageSize);
  return { status: 200, body: { data: page.map((account) => accountV2(account, accountNames)) } };
}

function among(wanted: readonly string[], value: string): boolean {
  return wanted.length === 0 || wanted.includes(value);
}
