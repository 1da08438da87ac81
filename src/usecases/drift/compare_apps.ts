import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import { type ConnectorSnapshot, contentOf } from '../../core/drift/connector_snapshot.ts';
import {
  announce,
  type DriftState,
  noDrift,
  openFindings,
  unannounced,
} from '../../core/drift/drift_state.ts';
import { connectorFindings, type DriftFinding, isHeldBack } from '../../core/drift/findings.ts';
import { groupBy } from '../../core/group_by.ts';
import { catalogue } from '../../core/scopes/catalogue/catalogue.ts';
import { actionIn } from '../../core/scopes/plan/needs.ts';
import { checking } from '../../core/scopes/verdict/check_scopes.ts';
import { runInChunks } from '../../event_loop.ts';
import { readNeedsOfApps } from '../../store/apps/zoom_app_needs.ts';
import { pageOfZoomApps, readZoomApps } from '../../store/apps/zoom_apps.ts';
import { pinnedProfiles, profileVersionsOf, readDrifts, saveDrifts } from '../../store/drift/app_drifts.ts';
import { type Comparing, lockComparing, saveComparing } from '../../store/drift/connector_polls.ts';
import { readSnapshot } from '../../store/drift/connector_snapshots.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { type Announced, announceDrift } from './announce_drift.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId'>;

const pageSize = 100;
/** Pinned profiles of a workspace that are followed. */
export const mostPinned = 200;

/**
 * Compares every app with the newest snapshot of the connector and with the catalogue, if one of the two has changed since. One
 * page of apps in each transaction, so that a change of an app waits for at most one; after a crash the next run continues
 * at the saved page.
 */
export async function compareApps(ctx: Needs, input: { readonly workspaceId: string }): Promise<void> {
  for (let isFirst = true; await comparePage(ctx, input.workspaceId, isFirst); ) isFirst = false;
}

/**
 * Returns whether there is more to do. Begins a comparison with the first page only: where another one began in the middle of
 * this, by something newer or by a replica with another catalogue, that one goes on, so that two never undo each other for ever.
 */
function comparePage(ctx: Needs, workspaceId: string, isFirst: boolean): Promise<boolean> {
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const now = ctx.clock.now();
    const snapshot = await readSnapshot(tx, workspaceId);
    const wanted = await stampOf(tx, workspaceId, snapshot);
    const before = await lockComparing(tx, workspaceId, now);
    if (before.compared === wanted && before.upTo === null) return false;
    const goesOn = before.compared === wanted;
    if (!goesOn && !isFirst) return false;
    const since = goesOn ? (before.since ?? now) : now;
    const page = await pageOfZoomApps(tx, workspaceId, goesOn ? before.upTo : null, pageSize);
    const ids = page.map(({ id }) => id);
    const apps = await readZoomApps(tx, workspaceId, ids);
    await announceDrift(tx, ctx, workspaceId, await compare(tx, workspaceId, apps, snapshot), since);
    const upTo = page.length < pageSize ? null : (page.at(-1)?.nameKey ?? null);
    const saved: Comparing = { compared: wanted, upTo, since };
    await saveComparing(tx, workspaceId, saved);
    return upTo !== null;
  });
}

/** The fingerprint of all that the findings of an app depend on beside the app. */
async function stampOf(
  tx: Queryable,
  workspaceId: string,
  snapshot: ConnectorSnapshot | null,
): Promise<string> {
  const pinned = await pinnedProfiles(tx, workspaceId, mostPinned);
  const content = snapshot === null ? '' : contentOf(snapshot);
  const text = JSON.stringify([catalogue.version, catalogue.scopes.length, content, pinned]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/**
 * Compares one app in the transaction of a change of it, whose workspace is locked. The person who made the change sees what
 * is found on the card, so nobody is notified of it. Returns whether the card shows something else.
 */
export async function compareChangedApp(
  tx: Queryable,
  ctx: Pick<Context, 'clock'>,
  app: ZoomApp,
): Promise<boolean> {
  const snapshot = await readSnapshot(tx, app.workspaceId);
  const [compared] = await compare(tx, app.workspaceId, [app], snapshot);
  if (compared === undefined) return false;
  const state = announce(compared.state, compared.fresh);
  await saveDrifts(tx, app.workspaceId, new Map([[app.id, state]]), ctx.clock.now());
  return compared.redraw;
}

/**
 * The same after a consent through a profile of theirs, which redraws their cards: it ends what a breaking version asks for. What else
 * is found is left for the next comparison to announce.
 */
export async function compareProvenApps(
  tx: Queryable,
  ctx: Pick<Context, 'clock'>,
  workspaceId: string,
  appIds: readonly string[],
): Promise<void> {
  const apps = await readZoomApps(tx, workspaceId, appIds);
  const changed = await compare(tx, workspaceId, apps, await readSnapshot(tx, workspaceId));
  const states = new Map(changed.map(({ app, state }) => [app.id, state] as const));
  await saveDrifts(tx, workspaceId, states, ctx.clock.now());
}

/** Those of the apps whose findings have changed. Nothing of it is saved yet. */
async function compare(
  tx: Queryable,
  workspaceId: string,
  apps: readonly ZoomApp[],
  snapshot: ConnectorSnapshot | null,
): Promise<readonly Announced[]> {
  const ids = apps.map(({ id }) => id);
  const needs = await readNeedsOfApps(tx, workspaceId, ids);
  const profiles = groupBy(await profileVersionsOf(tx, workspaceId, ids), ({ appId }) => appId);
  const drifts = await readDrifts(tx, workspaceId, ids);
  const changed: Announced[] = [];
  for (const app of apps) {
    const before = drifts.get(app.id) ?? noDrift;
    const compared = {
      managementType: app.managementType,
      declared: app.scopes.map(({ scope }) => scope),
      // The other needs are no concern of StackOne's.
      actions: (needs.get(app.id) ?? []).flatMap((need) => actionIn(need) ?? []),
      profiles: profiles.get(app.id) ?? [],
      settled: new Set([...before.announced, ...before.accepted]),
    };
    const connector = snapshot === null ? [] : connectorFindings(compared, snapshot);
    const state: DriftState = { ...before, findings: [...connector, ...(await refused(app))] };
    const fresh = isHeldBack(compared.profiles, connector) ? [] : unannounced(state);
    if (fresh.length === 0 && sameFindings(before, state)) continue;
    changed.push({ app, state, fresh, redraw: !sameOpen(before, state) });
  }
  return changed;
}

/** Declared scopes that the present catalogue refuses as they are. */
async function refused({ managementType, scopes }: ZoomApp): Promise<readonly DriftFinding[]> {
  const names = scopes.map(({ scope }) => scope);
  const confirmed = scopes.flatMap(({ scope, confirmedBy }) => (confirmedBy === null ? [] : [scope]));
  const { blocking } = await runInChunks(checking(names, managementType, new Set(confirmed)));
  return blocking.map(({ scope }) => {
    return { kind: 'refused', key: refusedKey(scope), scope, catalogue: catalogue.version };
  });
}

/** The key of a declared scope that a catalogue refuses. */
export function refusedKey(scope: string): string {
  return `declared ${scope}`;
}

const sameFindings = (a: DriftState, b: DriftState): boolean => isDeepStrictEqual(a.findings, b.findings);
const sameOpen = (a: DriftState, b: DriftState): boolean =>
  isDeepStrictEqual(openFindings(a), openFindings(b));
