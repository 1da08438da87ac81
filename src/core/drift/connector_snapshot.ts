import type { Inclusion } from '../scopes/plan/included_scopes.ts';
import { compareVersions, isBreaking } from './connector_version.ts';

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

export interface KnownAction {
  readonly id: string;
  /** null: StackOne does not say which ones it takes. */
  readonly scopes: readonly RequiredScope[] | null;
  /** When a list lacked it first; null while it is listed. */
  readonly missingSince: Date | null;
}

/**
 * An action that two lists lack counts as gone, if so much time lies between them that the daily look came again: StackOne's
 * servers may differ for a while, and answer the same twice in a row.
 */
const goneAfterMs = 20 * 60 * 60_000;
/** Of these, the most that are carried on. */
const mostMissing = 1_000;

/** What StackOne's Zoom connector requires, as a complete list said. */
export interface ConnectorSnapshot {
  readonly takenAt: Date;
  /** Of the connector, as `/actions` has it (O28); as sent, and null where it was never said. */
  readonly version: string | null;
  /** The newest with which an unpinned profile runs; null without one. */
  readonly profileVersion: string | null;
  /** Whatever is done with the connector. */
  readonly scopes: readonly RequiredScope[];
  readonly actions: readonly KnownAction[];
  /** Which scopes include others. */
  readonly inclusions: readonly Inclusion[];
  /** The last one that was seen. */
  readonly breaking: BreakingChange | null;
}

/** A complete list. */
export interface ListedConnector {
  readonly version: string | null;
  readonly profileVersion: string | null;
  readonly scopes: readonly string[] | null;
  readonly actions: readonly { readonly id: string; readonly scopes: readonly string[] | null }[];
  readonly inclusions: readonly Inclusion[] | null;
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
  const profileVersion = laterOf(before?.profileVersion ?? null, listed.profileVersion);
  const changes = [
    { from: before?.version ?? null, to: version },
    { from: before?.profileVersion ?? null, to: profileVersion },
  ].flatMap(({ from, to }) => (from === null || to === null || from === to ? [] : [{ from, to }]));
  const cameWith = changes[0]?.to ?? null;
  const breaking = changes.find(({ from, to }) => isBreaking(from, to));
  const known = new Map(before?.actions.map(({ id, scopes }) => [id, scopes]));
  const actions = [...new Map(listed.actions.map((action) => [action.id, action])).values()].map(
    ({ id, scopes }): KnownAction => {
      const earlier = known.get(id) ?? null;
      return { id, scopes: dated(scopes, earlier, cameWith), missingSince: null };
    },
  );
  return {
    takenAt,
    version,
    profileVersion,
    scopes: dated(listed.scopes, before?.scopes ?? [], cameWith) ?? [],
    actions: [...actions, ...missingIn(actions, before, takenAt)].sort((a, b) => (a.id < b.id ? -1 : 1)),
    inclusions: listed.inclusions ?? before?.inclusions ?? [],
    breaking: breaking === undefined ? (before?.breaking ?? null) : { ...breaking, at: takenAt },
  };
}

/** The profile that ran with the newest version may be gone, and another one made again: neither is a new version. */
function laterOf(before: string | null, now: string | null): string | null {
  if (before === null || now === null) return now ?? before;
  return (compareVersions(before, now) ?? 0) > 0 ? before : now;
}

/** Known actions that the list lacks, and that are not gone for all that. */
function missingIn(
  listed: readonly KnownAction[],
  before: ConnectorSnapshot | null,
  takenAt: Date,
): readonly KnownAction[] {
  const ids = new Set(listed.map(({ id }) => id));
  return (before?.actions ?? [])
    .filter(({ id }) => !ids.has(id))
    .map((action) => ({ ...action, missingSince: action.missingSince ?? takenAt }))
    .filter(({ missingSince }) => takenAt.getTime() - missingSince.getTime() < goneAfterMs)
    .slice(0, mostMissing);
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
export function contentOf({
  version,
  profileVersion,
  scopes,
  actions,
  inclusions,
}: ConnectorSnapshot): string {
  const names = (required: readonly RequiredScope[] | null) => required?.map(({ scope }) => scope) ?? null;
  return JSON.stringify([
    version,
    profileVersion,
    names(scopes),
    actions.map((action) => [action.id, names(action.scopes), action.missingSince === null]),
    inclusions.map(({ scope, includes }) => [scope, includes]),
  ]);
}
