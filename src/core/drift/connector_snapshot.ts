import { isBreaking } from './connector_version.ts';

/** A scope that StackOne lists as required, at whatever level. */
export interface RequiredScope {
  readonly scope: string;
  /** The version with which it came; null where it was there from the first, or came without a new version. */
  readonly since: string | null;
}

/** A change to a higher major version (O26). */
export interface BreakingChange {
  readonly from: string;
  readonly to: string;
  readonly at: Date;
}

/** What StackOne's Zoom connector requires, as a complete list said. */
export interface ConnectorSnapshot {
  readonly takenAt: Date;
  /** Of the connector, as `/actions` has it (O28); as sent, and null where it was never said. */
  readonly version: string | null;
  /** The newest with which an unpinned profile runs; null without one. */
  readonly profileVersion: string | null;
  /** Whatever is done with the connector. */
  readonly scopes: readonly RequiredScope[];
  /** `scopes` null: StackOne does not say which ones it takes. */
  readonly actions: readonly { readonly id: string; readonly scopes: readonly RequiredScope[] | null }[];
  /** The last one that was seen. */
  readonly breaking: BreakingChange | null;
}

/** A complete list. */
export interface ListedConnector {
  readonly version: string | null;
  readonly profileVersion: string | null;
  readonly scopes: readonly string[] | null;
  readonly actions: readonly { readonly id: string; readonly scopes: readonly string[] | null }[];
}

/**
 * The snapshot after a complete list; it carries on since when each scope is required. What a list does not say (a version, the
 * scopes of an action) stays as it was known.
 */
export function nextSnapshot(
  before: ConnectorSnapshot | null,
  listed: ListedConnector,
  takenAt: Date,
): ConnectorSnapshot {
  const version = listed.version ?? before?.version ?? null;
  const profileVersion = listed.profileVersion ?? before?.profileVersion ?? null;
  const changes = [
    { from: before?.version ?? null, to: version },
    { from: before?.profileVersion ?? null, to: profileVersion },
  ].flatMap(({ from, to }) => (from === null || to === null || from === to ? [] : [{ from, to }]));
  const cameWith = changes[0]?.to ?? null;
  const breaking = changes.find(({ from, to }) => isBreaking(from, to));
  const known = new Map(before?.actions.map(({ id, scopes }) => [id, scopes]));
  return {
    takenAt,
    version,
    profileVersion,
    scopes: dated(listed.scopes, before?.scopes ?? [], cameWith) ?? [],
    actions: [...new Map(listed.actions.map((action) => [action.id, action])).values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, scopes }) => {
        const earlier = known.get(id) ?? null;
        return { id, scopes: dated(scopes, earlier, cameWith) };
      }),
    breaking: breaking === undefined ? (before?.breaking ?? null) : { ...breaking, at: takenAt },
  };
}

/** `scopes` null: they stay as they were known. */
function dated(
  scopes: readonly string[] | null,
  known: readonly RequiredScope[] | null,
  cameWith: string | null,
): readonly RequiredScope[] | null {
  if (scopes === null) return known;
  const since = new Map(known?.map((one) => [one.scope, one.since]));
  const sinceOf = (scope: string): string | null =>
    since.has(scope) ? (since.get(scope) ?? null) : cameWith;
  return [...new Set(scopes)].sort().map((scope) => ({ scope, since: sinceOf(scope) }));
}

/** Two snapshots with the same text say the same of the connector, whenever they were taken. */
export function contentOf({ version, profileVersion, scopes, actions }: ConnectorSnapshot): string {
  const names = (required: readonly RequiredScope[] | null) => required?.map(({ scope }) => scope) ?? null;
  return JSON.stringify([
    version,
    profileVersion,
    names(scopes),
    actions.map((action) => [action.id, names(action.scopes)]),
  ]);
}
