import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { CONNECTOR_ITSELF, STACKONE_ZOOM_KEY } from '../core/profiles/zoom_connector.ts';
import type { Action } from '../core/scopes/plan/needs.ts';
import type { ListFaults } from './list_faults.ts';
import { type FetchJson, unavailable } from './request.ts';
import { readRows } from './rows.ts';
import { opaqueId, optionalCount, optionalText, plainText } from './schema.ts';
import { inclusionsIn, type ScopeDefinition, scopeDefinitions } from './scope_definitions.ts';
import type { ActionsOutcome } from './stackone_types.ts';

const scopes = z.array(plainText).optional().catch(undefined);

const action = z
  .object({
    id: opaqueId,
    label: optionalText,
    description: optionalText,
    required_scopes: scopes,
  })
  .transform(
    ({ id, label, description, required_scopes }): Action => ({
      id,
      label: label ?? id,
      description: description ?? '',
      scopes: required_scopes ?? [],
      ...(required_scopes === undefined ? { unlisted: true } : {}),
    }),
  );

const connectorRow = z.object({ key: z.string() });
const zoomConnector = z.object({
  version: optionalText,
  scope_definitions: scopeDefinitions,
  authentication: z.array(z.object({ type: optionalText, required_scopes: scopes }).catch({})).nullish(),
  actions: z.array(z.unknown()),
});
const page = z.object({ data: z.array(z.unknown()), next: z.unknown(), total: optionalCount });

const MOST_PAGES = 200;
const PATH = '/actions';

/** What the pages have brought so far. */
interface Collected {
  readonly actions: Map<string, Action>;
  /** Scopes that the connector itself asks for; null: no page has said so. */
  own: Set<string> | null;
  /** Of the connector, as the pages have it. */
  readonly versions: Set<string>;
  /** Of its scopes; null: no page has any. */
  definitions: ScopeDefinition[] | null;
  /** Rows were skipped, or the pages contradict each other. */
  incomplete: boolean;
}

/**
 * What StackOne's Zoom connector can do, with the scopes that it lists for each action.
 * O13: `GET /actions` has a cursor; which Platform or Actions right the key needs is not known, so 403 here says
 * nothing about profiles.
 */
export async function listZoomActions(
  fetchJson: FetchJson,
  clock: Clock,
  faults: ListFaults,
): Promise<ActionsOutcome> {
  const fetchedAt = clock.now();
  const found: Collected = {
    actions: new Map(),
    own: null,
    versions: new Set(),
    definitions: null,
    incomplete: false,
  };
  const cursors = new Set<string>();
  for (let next: string | undefined, number = 1; number <= MOST_PAGES; number += 1) {
    const answer = await fetchJson(PATH, {
      'filter[connectors]': STACKONE_ZOOM_KEY,
      include: 'action_details',
      ...(next === undefined ? {} : { next }),
    });
    if (answer.kind === 'rejected') return unavailable(answer.status === 404 ? 'no_listing' : 'bad_request');
    if (answer.kind !== 'json') return answer;
    const parsed = page.safeParse(answer.json);
    if (!parsed.success) {
      faults.contradiction(PATH, 'it has no rows where they should be (data)');
      return unavailable('unexpected_reply');
    }
    const { data, total = 0 } = parsed.data;
    readPage(data, number, found, faults);
    // Whether a total would count connectors or actions is not documented; that there are some it would say.
    if (total > 0 && data.length === 0 && found.actions.size === 0) {
      faults.contradiction(PATH, 'it has fewer rows than its total says');
      return unavailable('unexpected_reply');
    }
    const cursor = cursorOf(parsed.data.next);
    if (cursor === null) return outcomeOf(found, fetchedAt);
    // A cursor that comes again, or is none, ends the paging: what was read counts.
    if (cursor === undefined || cursors.has(cursor)) {
      faults.contradiction(PATH, 'its cursor comes again or cannot be read (next)');
      return outcomeOf({ ...found, incomplete: true }, fetchedAt);
    }
    cursors.add(cursor);
    next = cursor;
  }
  faults.contradiction(PATH, `it does not end after ${MOST_PAGES} pages`);
  return unavailable('unexpected_reply');
}

/** null: nothing follows. undefined: something does, and it cannot be asked for. */
function cursorOf(sent: unknown): string | null | undefined {
  if (sent === undefined || sent === null || sent === '') return null;
  return typeof sent === 'string' ? sent : undefined;
}

/** Reads of Zoom's connector only: another connector's row cannot spoil the list. */
function readPage(data: readonly unknown[], number: number, found: Collected, faults: ListFaults): void {
  const connectors = readRows(data, connectorRow);
  const zooms = data.filter((row) => connectorRow.safeParse(row).data?.key === STACKONE_ZOOM_KEY);
  const read = readRows(zooms, zoomConnector);
  const actions = read.read.map((connector) => readRows(connector.actions, action));
  for (const [unread, where] of [
    [connectors.unread, 'connectors'],
    [read.unread, 'Zoom connector'],
    [actions.flatMap((each) => each.unread), 'Zoom actions'],
  ] as const) {
    faults.setAside(PATH, `${number}, ${where}`, unread);
    if (unread.length > 0) found.incomplete = true;
  }
  for (const each of actions.flatMap((rows) => rows.read)) found.actions.set(each.id, each);
  for (const { version } of read.read) if (version !== undefined) found.versions.add(version);
  for (const { scope_definitions } of read.read) {
    if (scope_definitions === undefined) continue;
    found.definitions ??= [];
    found.definitions.push(...scope_definitions);
  }
  for (const scopes of read.read.flatMap((one) => one.authentication ?? []).flatMap(oauthScopes)) {
    found.own ??= new Set();
    for (const scope of scopes) found.own.add(scope);
  }
}

/** Nothing that could be read, beside what could not: that is no list. */
function outcomeOf(
  { actions, own, versions, definitions, incomplete }: Collected,
  fetchedAt: Date,
): ActionsOutcome {
  if (incomplete && actions.size === 0) return unavailable('unexpected_reply');
  const listed = [...itself(own ?? new Set()), ...actions.values()];
  const [version = null] = versions.size === 1 ? versions : [];
  const connector = {
    version,
    scopes: own === null ? null : [...own].sort(),
    inclusions: definitions === null ? null : inclusionsIn(definitions),
  };
  return { kind: 'actions', actions: listed, connector, fetchedAt, ...(incomplete ? { incomplete } : {}) };
}

/** What a way to sign in says of the scopes that it takes; nothing, if it is another one than OAuth or does not say. */
function oauthScopes({
  type,
  required_scopes,
}: {
  type?: string | undefined;
  required_scopes?: string[] | undefined;
}): readonly (readonly string[])[] {
  return type === 'oauth2' && required_scopes !== undefined ? [required_scopes] : [];
}

function itself(own: ReadonlySet<string>): readonly Action[] {
  if (own.size === 0) return [];
  return [{ id: CONNECTOR_ITSELF, label: 'The connector itself', description: '', scopes: [...own].sort() }];
}
