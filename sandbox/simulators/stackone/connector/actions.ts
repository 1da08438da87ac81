import type { Answered } from '../../../faults/serve_with_faults.ts';
import type { ActionRow, DefinedScope } from '../contract.ts';
import { failure } from '../to_wire.ts';
import { guidesOf } from './guides.ts';

/** The data of the actions listing. */
export interface ActionBook {
  /** Of all connectors. */
  actions: readonly ActionRow[];
  /** Scopes that the Zoom connector asks for whatever is done with it. */
  connectorScopes: readonly string[];
  /** Of the Zoom connector. */
  scopeDefinitions: readonly DefinedScope[];
  /** Of the Zoom connector, the newest first: what is listed here is that of the newest. */
  readonly versions: string[];
}

const KNOWN: readonly string[] = [
  'filter[connectors]',
  'filter[account_ids]',
  'filter[action_key]',
  'include',
  'exclude',
  'group_by',
  'search',
  'next',
  'page_size',
];
const INCLUDES: readonly string[] = ['action_details', 'authentication_guides', 'event_guides'];
const EXCLUDES: readonly string[] = ['actions'];

/**
 * `GET /actions`: connectors with their actions, in pages with a cursor. What a page counts is not documented; here it
 * counts actions, and a connector comes again on every page that has some of its.
 */
export function listActions(book: ActionBook, values: URLSearchParams, now: Date): Answered {
  const unknown = [...values.keys()].find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) return failure(400, `property ${unknown} should not exist`, now);
  const refused = unlisted(values, 'include', INCLUDES) ?? unlisted(values, 'exclude', EXCLUDES);
  if (refused !== null) return failure(400, refused, now);
  const size = values.get('page_size') ?? '25';
  if (!/^[1-9]\d{0,2}$/.test(size)) return failure(400, 'page_size must be a number string', now);
  const from = fromCursor(values.get('next'));
  if (from === undefined) return failure(400, 'next is not a valid cursor', now);
  const rows = book.actions.filter((row) => isWanted(values, row));
  const page = rows.slice(from, from + Number(size));
  const next = from + Number(size) < rows.length ? cursorAt(from + Number(size)) : null;
  const keys = [...new Set(page.map(({ connector }) => connector))];
  const data = keys.map((key) => connectorOf(book, key, page, values));
  return { status: 200, body: { data, next } };
}

function unlisted(values: URLSearchParams, name: string, known: readonly string[]): string | null {
  const strange = values.getAll(name).some((value) => !known.includes(value));
  return strange ? `each value in ${name} must be one of the following values: ${known.join(', ')}` : null;
}

/** `filter[account_ids]` and `group_by` change what is answered in ways that nobody has written down: known, and without effect. */
function isWanted(values: URLSearchParams, { connector, id, label, description }: ActionRow): boolean {
  const listed = (name: string) => values.getAll(name).flatMap((value) => value.split(','));
  const isAmong = (name: string, value: string) => listed(name).length === 0 || listed(name).includes(value);
  const sought = (values.get('search') ?? '').toLowerCase();
  const found = `${connector} ${label} ${description}`.toLowerCase().includes(sought);
  return isAmong('filter[connectors]', connector) && isAmong('filter[action_key]', id) && found;
}

const nameOf = (key: string): string => (key === 'zoom' ? 'Zoom' : key);

function connectorOf(
  book: ActionBook,
  key: string,
  page: readonly ActionRow[],
  values: URLSearchParams,
): object {
  const [included, excluded] = [values.getAll('include'), values.getAll('exclude')];
  return {
    key,
    name: nameOf(key),
    version: key === 'zoom' ? book.versions[0] : '1.0.0',
    release_stage: 'ga',
    icon: `https://stackone-logos.com/api/${key}/filled/svg`,
    categories: [],
    authentication: [signInOf(book, key, included.includes('authentication_guides'))],
    scope_definitions: key === 'zoom' ? book.scopeDefinitions : [],
    // Where `event_guides` stand is in no model that has been seen: asking for them is allowed, and brings nothing here.
    ...(excluded.includes('actions')
      ? {}
      : { actions: actionsOf(key, page, included.includes('action_details')) }),
  };
}

function signInOf(book: ActionBook, key: string, withGuides: boolean): object {
  const scopes = key === 'zoom' ? book.connectorScopes : [];
  const guides = withGuides ? { guides: guidesOf(nameOf(key), scopes) } : {};
  return {
    type: 'oauth2',
    key: 'oauth2',
    label: 'OAuth 2.0',
    required_scopes: scopes,
    support: { link: 'https://docs.stackone.com', description: '', ...guides },
  };
}

function actionsOf(key: string, page: readonly ActionRow[], details: boolean): object[] {
  return page
    .filter(({ connector }) => connector === key)
    .map(({ id, label, description, scopes }) => ({
      id,
      label,
      tags: [],
      ...(details ? { description, required_scopes: scopes } : {}),
    }));
}

function cursorAt(from: number): string {
  return Buffer.from(`from:${from}`).toString('base64url');
}

function fromCursor(cursor: string | null): number | undefined {
  if (cursor === null) return 0;
  const [, from] = /^from:(\d{1,6})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  return from === undefined ? undefined : Number(from);
}
