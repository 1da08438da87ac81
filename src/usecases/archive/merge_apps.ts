import { isDeepStrictEqual } from 'node:util';
import {
  type Environment,
  waitsForProfile,
  type ZoomApp,
  type ZoomAppCard,
} from '../../core/apps/zoom_app.ts';
import type { EnvironmentKind } from '../../core/checks/check.ts';
import { MOST_OWNERS } from '../../core/ownership/owners.ts';
import { MOST_OWNER_GROUPS } from '../../core/ownership/user_groups.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { Activity } from '../../core/roles/activities.ts';
import { mostWatches } from '../../core/watches/watch.ts';
import { readEnvironmentsOf } from '../../store/apps/environments.ts';
import { appendEvents } from '../../store/apps/events.ts';
import { lockZoomApp, readZoomApp } from '../../store/apps/zoom_apps.ts';
import { copyOwners, copyWatches, moveEnvironments, touchApp } from '../../store/archive/merge_apps.ts';
import type { EndedLink } from '../../store/archive/stop_environments.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { readProfileOf, type StoredProfile } from '../../store/profiles/connector_profiles.ts';
import { cardOf } from '../apps/read_card.ts';
import { changeApp } from '../changes/change_app.ts';
import type { By, Refusal } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { recordOutcome } from '../changes/record_outcome.ts';
import { checkActivity } from '../changes/roles/allowed.ts';
import { settleTakeover } from '../changes/takeovers/takeover_request.ts';
import { compareChangedApp } from '../drift/compare_apps.ts';
import { takeProfiles } from '../profiles/take_profiles.ts';
import { type ArchiveNeeds, endModals, saidOf, stopApp } from './archive_app.ts';

export type MergeRefusal =
  | Refusal
  /** The same app twice; apps of different management types; and one of them has another owner, or is archived, since it was looked at. */
  | 'same_app'
  | 'other_type'
  | 'merge_outdated';

/** What a person has to be allowed to do with both apps. */
export const activitiesOfMerge = ['edit', 'archive'] as const satisfies readonly Activity[];

interface Merged {
  readonly card: ZoomAppCard;
  readonly links: readonly EndedLink[];
}

/**
 * One Zoom app was registered twice: the duplicate (`appId`) is merged into the other one and archived, so that it can be restored. The
 * other one gets the environments that it lacks, with their secrets, checks and profiles; the profile of one that it has without a
 * profile, where both have the same client ID; owners and watches. Its own scopes stay. For whoever may edit and archive both: it changes
 * who owns the other one, and which app a secret belongs to.
 */
export async function mergeApps(
  ctx: ArchiveNeeds,
  input: By & { readonly appId: string; readonly intoId: string },
): Promise<Result<ZoomAppCard, MergeRefusal>> {
  const { workspaceId, actor, intoId } = input;
  if (intoId === input.appId) return Err('same_app');
  const [duplicate, other] = [
    await readZoomApp(ctx.db, workspaceId, input.appId),
    await readZoomApp(ctx.db, workspaceId, intoId),
  ];
  if (duplicate === null || other === null) return Err('not_found');
  if (other.archivedAt !== null) return Err('archived');
  for (const app of [duplicate, other])
    for (const activity of activitiesOfMerge) {
      const allowed = await checkActivity(ctx, { workspaceId, actor, app, activity });
      if (!allowed.ok) return allowed;
    }
  const merged = await changeApp<Merged, MergeRefusal>(ctx, input, 'archive', async (tx, from) => {
    const into = await lockZoomApp(tx, workspaceId, intoId);
    if (into === null || into.archivedAt !== null || !isDeepStrictEqual(into.owners, other.owners))
      return Err('merge_outdated');
    if (!isDeepStrictEqual(from.owners, duplicate.owners)) return Err('merge_outdated');
    if (into.managementType !== from.managementType) return Err('other_type');
    return Ok(await merge(tx, ctx, from, into, actor));
  });
  if (!merged.ok) return merged;
  await endModals(ctx, workspaceId, merged.value.links);
  return Ok(merged.value.card);
}

async function merge(
  tx: Queryable,
  ctx: ArchiveNeeds,
  from: ZoomApp,
  into: ZoomApp,
  actor: string,
): Promise<Merged> {
  const { workspaceId } = into;
  const between = { workspaceId, from: from.id, into: into.id };
  const own = await readEnvironmentsOf(tx, workspaceId, [into.id]);
  const others = await readEnvironmentsOf(tx, workspaceId, [from.id]);
  const moved = others.filter(({ kind }) => own.every((environment) => environment.kind !== kind));
  const given = await profilesFor(tx, own, others);
  await moveEnvironments(
    tx,
    between,
    moved.map(({ id }) => id),
  );
  const { links } = await stopApp(tx, ctx, from, actor, into.id);
  await copyOwners(tx, between, { people: MOST_OWNERS, groups: MOST_OWNER_GROUPS });
  await copyWatches(tx, between, mostWatches.ofApp);
  await touchApp(tx, into, actor, ctx.clock.now());
  await announce(tx, ctx, from, into, actor, {
    environments: moved.map(({ kind }) => kind),
    profiles: given.map(({ environment }) => environment.kind),
  });
  await takeProfiles(
    tx,
    ctx,
    workspaceId,
    given.map((one) => ({ ...one, app: into, how: 'adopted' as const })),
    actor,
  );
  const app = (await lockZoomApp(tx, workspaceId, into.id)) ?? into;
  const joined = app.owners.filter((owner) => !into.owners.includes(owner));
  await settleTakeover(tx, ctx, app, joined, actor);
  const declared = { kind: 'passed', evidence: 'derived', detail: { count: app.scopes.length } } as const;
  for (const environment of moved)
    await recordOutcome(tx, ctx, app, environment, 'scopes', declared, { actor });
  await compareChangedApp(tx, ctx, app);
  return { card: await cardOf(tx, app), links };
}

/** Environments without a profile whose counterpart has one, for the same pair. */
async function profilesFor(
  tx: Queryable,
  own: readonly Environment[],
  others: readonly Environment[],
): Promise<{ environment: Environment; profile: StoredProfile }[]> {
  const found: { environment: Environment; profile: StoredProfile }[] = [];
  for (const environment of own) {
    const other = others.find(
      ({ kind, clientId }) => kind === environment.kind && clientId === environment.clientId,
    );
    if (other === undefined || !waitsForProfile(environment)) continue;
    const profile = await readProfileOf(tx, other.workspaceId, other.id);
    const isUsable = profile !== null && profile.removedAt === null && profile.active;
    const held = await readProfileOf(tx, environment.workspaceId, environment.id);
    if (isUsable && (held === null || held.removedAt !== null)) found.push({ environment, profile });
  }
  return found;
}

/** In the history of both; where the duplicate was watched, and in the thread of the other one. */
async function announce(
  tx: Queryable,
  ctx: ArchiveNeeds,
  from: ZoomApp,
  into: ZoomApp,
  actor: string,
  came: { readonly environments: readonly EnvironmentKind[]; readonly profiles: readonly EnvironmentKind[] },
): Promise<void> {
  const { workspaceId } = into;
  const event = { at: ctx.clock.now(), kind: 'zoom_app_merged' as const, actor };
  await appendEvents(tx, workspaceId, [
    { ...event, id: ctx.newId(), appId: from.id, detail: { into: into.name } },
    { ...event, id: ctx.newId(), appId: into.id, detail: { from: from.name, ...came } },
  ]);
  const target = { appId: into.id, appName: into.name };
  await notifyWatchers(tx, ctx, { workspaceId, appId: from.id }, [
    { where: 'channel', message: { kind: 'app_archived', ...saidOf(from, actor), into: target } },
  ]);
  await notifyWatchers(tx, ctx, { workspaceId, appId: into.id }, [
    { where: 'thread', message: { kind: 'app_merged', ...target, by: actor, from: from.name, ...came } },
  ]);
}
