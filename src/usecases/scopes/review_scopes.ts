import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import type { Message } from '../../core/deliveries/message.ts';
import { catalogue } from '../../core/scopes/catalogue/catalogue.ts';
import { checking } from '../../core/scopes/verdict/check_scopes.ts';
import { runInChunks } from '../../event_loop.ts';
import { pageOfZoomApps, readZoomApps } from '../../store/apps/zoom_apps.ts';
import { readDrifts } from '../../store/drift/app_drifts.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { forgetConfirmations, lockScopeReview, saveScopeReview } from '../../store/scopes/scope_reviews.ts';
import type { Context } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { refusedKey } from '../drift/compare_apps.ts';

type Touched = Extract<Message, { kind: 'catalogue_changed' }>;
type Needs = Pick<Context, 'db' | 'clock' | 'newId'>;

const pageSize = 100;

/** Version of the catalogue; months sort as text, and within a month the longer catalogue is the later one. */
function catalogueStamp(): string {
  return `${catalogue.version}.${String(catalogue.scopes.length).padStart(6, '0')}`;
}

/**
 * After an update of the catalogue: notifies the watchers of every affected app which scopes are listed now and which are
 * refused now. Once; a replica with an older catalogue does not undo it. One page of apps in each transaction, so that a change
 * of an app waits for at most one; after a crash the next run continues at the saved page.
 */
export async function reviewScopes(ctx: Needs, input: { readonly workspaceId: string }): Promise<void> {
  while (await reviewPage(ctx, input.workspaceId)) {}
}

/** Returns whether there is more to do. */
function reviewPage(ctx: Needs, workspaceId: string): Promise<boolean> {
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const stamp = catalogueStamp();
    const review = await lockScopeReview(tx, workspaceId);
    const isDone = review?.catalogue === stamp && review.reviewedUpTo === null;
    if (review !== null && (isDone || review.catalogue > stamp)) return false;
    // The first run has no earlier version to compare with.
    const after = review?.catalogue === stamp ? review.reviewedUpTo : null;
    const reviewedUpTo = review === null ? null : await notifyTouched(tx, ctx, workspaceId, after);
    await saveScopeReview(tx, workspaceId, { catalogue: stamp, reviewedUpTo }, ctx.clock.now());
    return reviewedUpTo !== null;
  });
}

/** Of the page of apps after that folded name. Returns the last name of the page; null when there are no more. */
async function notifyTouched(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  after: string | null,
): Promise<string | null> {
  const page = await pageOfZoomApps(tx, workspaceId, after, pageSize);
  const ids = page.map(({ id }) => id);
  const drifts = await readDrifts(tx, workspaceId, ids);
  for (const app of await readZoomApps(tx, workspaceId, ids)) {
    const message = await touchedBy(app, new Set(drifts.get(app.id)?.accepted));
    if (message === null) continue;
    await forgetConfirmations(tx, app, message.known);
    await notifyWatchers(tx, ctx, { workspaceId, appId: app.id }, [{ where: 'thread', message }]);
  }
  return page.length < pageSize ? null : (page.at(-1)?.nameKey ?? null);
}

/**
 * Scopes of an app whose verdict by the present catalogue differs from the one when they were declared. `accepted`: keys of findings
 * (core/drift/findings.ts) that an owner leaves as they are.
 */
async function touchedBy(
  { id, name, managementType, scopes }: ZoomApp,
  accepted: ReadonlySet<string>,
): Promise<Touched | null> {
  const confirmed = scopes.filter(({ confirmedBy }) => confirmedBy !== null).map(({ scope }) => scope);
  const names = scopes.map(({ scope }) => scope);
  const { blocking } = await runInChunks(checking(names, managementType, new Set(confirmed)));
  const known = confirmed.filter(
    (scope) => catalogue.atLevel(baseOf(scope), managementType)?.scope === scope,
  );
  const refused = blocking.map(({ scope }) => scope).filter((scope) => !accepted.has(refusedKey(scope)));
  if (known.length + refused.length === 0) return null;
  return {
    kind: 'catalogue_changed',
    appId: id,
    appName: name,
    catalogue: catalogue.version,
    known,
    refused,
  };
}

function baseOf(scope: string): string {
  return catalogue.find(scope)?.base ?? scope;
}
