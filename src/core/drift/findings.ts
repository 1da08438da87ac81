import type { EnvironmentKind, ManagementType } from '../checks/check.ts';
import { includedBases } from '../scopes/plan/included_scopes.ts';
import { baseOf, scopesAtLevel } from '../scopes/plan/needs.ts';
import type { ConnectorSnapshot, RequiredScope } from './connector_snapshot.ts';
import { compareVersions, newestVersion } from './connector_version.ts';

/** A difference between an app and what StackOne's connector or the catalogue says. `key` names it among those of its app. */
export type DriftFinding =
  /** A scope is required and not declared. */
  | {
      readonly kind: 'scope';
      /** The scope at the level of the app. */
      readonly key: string;
      /** As StackOne lists it. */
      readonly listed: readonly string[];
      /** Whether the catalogue has it at this level, at others only, or not at all, which proves nothing. */
      readonly known: 'known' | 'other_level' | 'unknown';
      /** The version of the connector with which it came, where that was seen. */
      readonly since: string | null;
      /** The connector itself requires it, whatever is done. */
      readonly connector: boolean;
      /** Recorded actions of the app that require it. */
      readonly actions: readonly string[];
    }
  /** StackOne's lists have lacked a recorded action for a day. */
  | { readonly kind: 'action_gone'; readonly key: string; readonly action: string }
  /** The connector has a higher major version, without a scope that the app lacks. */
  | { readonly kind: 'breaking'; readonly key: string; readonly from: string; readonly to: string }
  /** A profile is pinned to another version than the newest; `behind` null: their formats have no known order. */
  | {
      readonly kind: 'pinned';
      readonly key: string;
      readonly environment: EnvironmentKind;
      readonly pinned: string;
      readonly newest: string;
      readonly behind: true | null;
    }
  /** A newer catalogue refuses a declared scope as it is. */
  | { readonly kind: 'refused'; readonly key: string; readonly scope: string; readonly catalogue: string };

/** A connector profile of an app, with the versions that StackOne's lists name. */
export interface ProfileVersions {
  readonly environment: EnvironmentKind;
  readonly pinned: string | null;
  /** The newest to which it could be pinned; null: not known. */
  readonly newest: string | null;
  readonly firstSeenAt: Date;
  /** The last consent through it that Greenroom saw: what was linked then is authorised for the version of then. */
  readonly provenAt: Date | null;
}

export interface ComparedApp {
  readonly managementType: ManagementType;
  readonly declared: readonly string[];
  /** Ids of the recorded actions of StackOne's. */
  readonly actions: readonly string[];
  readonly profiles: readonly ProfileVersions[];
  /** Keys of what was announced or accepted before. */
  readonly settled: ReadonlySet<string>;
}

/** What StackOne's connector requires beyond what an app declares; sorted by key. */
export function connectorFindings(app: ComparedApp, snapshot: ConnectorSnapshot): readonly DriftFinding[] {
  const missing = missingScopes(app, snapshot);
  const listed = new Set(snapshot.actions.map(({ id }) => id));
  const gone = app.actions
    .filter((action) => !listed.has(action))
    .map((action): DriftFinding => ({ kind: 'action_gone', key: `action ${action}`, action }));
  const breaking = missing.length > 0 ? [] : breakingFinding(app, snapshot);
  const pinned = app.profiles.flatMap((profile) => pinnedFinding(profile, snapshot));
  return [...missing, ...gone, ...breaking, ...pinned].sort((a, b) => (a.key < b.key ? -1 : 1));
}

interface Required extends RequiredScope {
  /** null: the connector itself. */
  readonly action: string | null;
}

function missingScopes(app: ComparedApp, snapshot: ConnectorSnapshot): readonly DriftFinding[] {
  const declared = new Set(app.declared);
  const included = includedBases(app.declared, snapshot.inclusions);
  const required = requiredBy(app, snapshot);
  const levelled = scopesAtLevel(
    required.map(({ scope }) => scope),
    app.managementType,
  );
  return levelled.flatMap(({ scope: key, listed, known }): DriftFinding[] => {
    // What the catalogue lacks may be declared as it is listed.
    if (declared.has(key) || (known !== 'known' && listed.some((scope) => declared.has(scope)))) return [];
    if (included.has(baseOf(key))) return [];
    const from = required.filter(({ scope }) => listed.includes(scope));
    const actions = [...new Set(from.flatMap(({ action }) => action ?? []))].sort();
    return [
      {
        kind: 'scope',
        key,
        listed,
        known,
        since: sinceAll(from),
        connector: from.some(({ action }) => action === null),
        actions,
      },
    ];
  });
}

/** One of them was there from the first: then it is required since then. */
function sinceAll(required: readonly RequiredScope[]): string | null {
  const [first, ...others] = [...new Set(required.map(({ since }) => since))];
  return first === undefined || others.includes(null) ? null : first;
}

function requiredBy(app: ComparedApp, snapshot: ConnectorSnapshot): readonly Required[] {
  const used = new Set(app.actions);
  return [
    ...snapshot.scopes.map((one) => ({ ...one, action: null })),
    ...snapshot.actions
      .filter(({ id }) => used.has(id))
      .flatMap(({ id, scopes }) => (scopes ?? []).map((one) => ({ ...one, action: id }))),
  ];
}

/**
 * Only for an app with a profile that follows the connector, is older than the change, and through which nobody has linked an account
 * since; new scopes of that version said so already.
 */
function breakingFinding(app: ComparedApp, snapshot: ConnectorSnapshot): readonly DriftFinding[] {
  if (snapshot.breaking === null) return [];
  const { from, to, at } = snapshot.breaking;
  const follows = app.profiles.some(
    ({ pinned, firstSeenAt, provenAt }) =>
      pinned === null && firstSeenAt < at && (provenAt ?? firstSeenAt) < at,
  );
  const cameWith = requiredBy(app, snapshot).filter(({ since }) => since === to);
  const levelled = scopesAtLevel(
    cameWith.map(({ scope }) => scope),
    app.managementType,
  );
  const said = levelled.some(({ scope }) => app.settled.has(scope));
  return follows && !said ? [{ kind: 'breaking', key: `version ${to}`, from, to }] : [];
}

function pinnedFinding(profile: ProfileVersions, { version }: ConnectorSnapshot): readonly DriftFinding[] {
  const { environment, pinned } = profile;
  const known = [profile.newest, version].filter((one) => one !== null);
  const newest = newestVersion(known) ?? known[0];
  if (pinned === null || newest === undefined || newest === pinned) return [];
  const order = compareVersions(pinned, newest);
  if (order !== null && order >= 0) return [];
  const behind = order === null ? null : true;
  return [
    { kind: 'pinned', key: `pinned ${environment} ${pinned} ${newest}`, environment, pinned, newest, behind },
  ];
}

/** Every profile of the app is pinned to an older version, so that what the newest one requires is not felt yet. */
export function isHeldBack(profiles: readonly ProfileVersions[], findings: readonly DriftFinding[]): boolean {
  const behind = new Set(
    findings.flatMap((one) => (one.kind === 'pinned' && one.behind === true ? [one.environment] : [])),
  );
  return profiles.length > 0 && profiles.every(({ environment }) => behind.has(environment));
}
