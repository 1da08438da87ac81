import { isName } from '../../core/apps/app_name.ts';
import { editedParts, scopeChanges } from '../../core/apps/edited_parts.ts';
import {
  checkOf,
  chosenOwners,
  type DeclaredScope,
  type Environment,
  type ZoomApp,
} from '../../core/apps/zoom_app.ts';
import type { ManagementType, Outcome } from '../../core/checks/check.ts';
import type { EditedPart } from '../../core/deliveries/messages/message_facts.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { readEnvironmentsOf } from '../../store/apps/environments.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { setScopes, updateZoomApp } from '../../store/apps/save_zoom_app.ts';
import { findZoomAppByName, readZoomApp } from '../../store/apps/zoom_apps.ts';
import { setOwners } from '../../store/ownership/owners.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { deleteOwnWatch, insertOwnWatch } from '../../store/watches/watches.ts';
import { changeApp } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { recordOutcome } from '../changes/record_outcome.ts';
import { settleTakeover } from '../changes/takeovers/takeover_request.ts';
import { endCannotPostOfApp } from '../deliveries/closed_channel_messages.ts';
import { compareChangedApp } from '../drift/compare_apps.ts';
import { type ConfirmRefusal, rememberConfirmed } from '../scopes/confirmed_scopes.ts';
import { declare } from '../scopes/declared_scopes.ts';
import { checkOwners, type RefusedOwner } from './check_owners.ts';

export interface AppChanges {
  readonly name?: string;
  readonly managementType?: ManagementType;
  readonly owners?: readonly string[];
  readonly purpose?: string;
  readonly channelId?: string;
  readonly scopes?: readonly string[];
  /** Unknown scopes the editor has seen in Zoom; those confirmed earlier stay so. */
  readonly confirmedScopes?: readonly string[];
  readonly scopeDescription?: string;
}

export type EditRefusal =
  | { readonly code: Refusal | ConfirmRefusal | 'name_taken' | 'scopes_blocking' | 'no_owner' }
  /** Somebody else saved since the editor opened it; `current` is the present state. */
  | { readonly code: 'conflict'; readonly current: ZoomApp };

type Needs = Pick<Context, Deciding | 'clock' | 'newId' | 'memberStatusesOf'>;

/** Saves an edit that started from `version`; the second of two editors gets `conflict` and loses nothing. */
export async function editZoomApp(
  ctx: Needs,
  input: By & { readonly appId: string; readonly version: number; readonly changes: AppChanges },
): Promise<Result<ZoomApp, EditRefusal>> {
  if ((await newOwnersRefused(ctx, { ...input, owners: input.changes.owners ?? [] })).length > 0)
    return Err({ code: 'no_owner' });
  const result = await changeApp<ZoomApp, EditRefusal>(ctx, input, 'edit', (tx, app) =>
    edit(tx, ctx, input, app),
  );
  if (result.ok || typeof result.error !== 'string') return result as Result<ZoomApp, EditRefusal>;
  return Err({ code: result.error });
}

/** Checks only new owners: a present owner stays one, whatever became of the account, until an owner removes them. */
export async function newOwnersRefused(
  ctx: Pick<Context, 'db' | 'memberStatusesOf'>,
  input: By & { readonly appId: string; readonly owners: readonly string[] },
): Promise<readonly RefusedOwner[]> {
  if (input.owners.length === 0) return [];
  const app = await readZoomApp(ctx.db, input.workspaceId, input.appId);
  const owners = notIn(app?.owners ?? [], input.owners);
  return checkOwners(ctx, { ...input, owners });
}

const notIn = (before: readonly string[], owners: readonly string[]): string[] =>
  owners.filter((owner) => !before.includes(owner));

async function edit(
  tx: Queryable,
  ctx: Needs,
  input: By & { readonly version: number; readonly changes: AppChanges },
  app: ZoomApp,
): Promise<Result<ZoomApp, EditRefusal>> {
  const { changes, actor } = input;
  if (app.version !== input.version) return Err({ code: 'conflict', current: app });
  if (changes.owners?.length === 0) return Err({ code: 'no_owner' });
  const chosen = changes.owners ?? chosenOwners(app);
  const owners = [...chosen, ...(app.ownersByGroup ?? [])];
  const next = { ...app, ...withoutUndefined(changes), owners };
  const namesake = await findZoomAppByName(tx, app.workspaceId, next.name);
  if (!isName(next.name) || (namesake !== null && namesake.id !== app.id)) return Err({ code: 'name_taken' });

  const scopes = await declaredAnew(app, next.managementType, changes, actor);
  if (scopes === null) return Err({ code: 'scopes_blocking' });
  const edited = editedParts(app, { ...next, scopes });
  if (edited.length === 0) return Ok(app);
  const before = new Set(
    app.scopes.flatMap(({ scope, confirmedBy }) => (confirmedBy === null ? [] : [scope])),
  );
  const fresh = scopes.filter(({ scope }) => !before.has(scope));
  const by = { workspaceId: app.workspaceId, actor, appId: app.id };
  const remembered = await rememberConfirmed(tx, ctx, by, fresh);
  if (!remembered.ok) return Err({ code: remembered.error });
  await updateZoomApp(tx, next, actor, ctx.clock.now());
  await setOwners(tx, app, chosen);
  await setScopes(tx, app, scopes);
  const at = { workspaceId: app.workspaceId, appId: app.id };
  await insertOwnWatch(tx, { ...at, channelId: next.channelId }, actor, ctx.clock.now());
  const saved = await finish(tx, ctx, app, edited, actor);
  await settleTakeover(tx, ctx, app, notIn(app.owners, chosen), actor);
  // After the event: the old channel is notified that the app has moved, and its card is redrawn a last time.
  if (next.channelId !== app.channelId) {
    await deleteOwnWatch(tx, { ...at, channelId: app.channelId });
    const over = { by: actor, movedTo: saved.channelId };
    await endCannotPostOfApp(tx, ctx, saved, app.channelId, over);
  }
  return Ok(saved);
}

/**
 * The scopes after the edit; null when they break a rule. Judged only if the edit changes them: scopes that an older
 * catalogue accepted must not block an edit of the owners.
 */
async function declaredAnew(
  app: ZoomApp,
  managementType: ManagementType,
  changes: AppChanges,
  actor: string,
): Promise<readonly DeclaredScope[] | null> {
  if (changes.scopes === undefined && managementType === app.managementType) return app.scopes;
  const earlier = new Map(app.scopes.map((one) => [one.scope, one.confirmedBy]));
  const confirmed = [
    ...(changes.confirmedScopes ?? []),
    ...[...earlier].flatMap(([scope, who]) => (who ? [scope] : [])),
  ];
  const scopes = changes.scopes ?? [...earlier.keys()];
  const declared = await declare(scopes, managementType, { confirmed, by: actor });
  if (!declared.ok) return null;
  return declared.value.map((one) => ({ ...one, confirmedBy: earlier.get(one.scope) ?? one.confirmedBy }));
}

/** Event, scope checks and notifications, once the rows are written. */
async function finish(
  tx: Queryable,
  ctx: Needs,
  before: ZoomApp,
  edited: readonly EditedPart[],
  actor: string,
): Promise<ZoomApp> {
  const { workspaceId, id } = before;
  const app = await readZoomApp(tx, workspaceId, id);
  if (app === null) throw new Error('the app that was just edited is gone');
  await compareChangedApp(tx, ctx, app);
  await appendEvent(tx, {
    id: ctx.newId(),
    workspaceId,
    at: ctx.clock.now(),
    kind: 'zoom_app_edited',
    actor,
    appId: id,
    detail: { edited, ...scopeChanges(before, app) },
  });
  await notifyWatchers(tx, ctx, { workspaceId, appId: id }, [
    { where: 'thread', message: { kind: 'edited', appId: id, appName: app.name, by: actor, what: edited } },
  ]);
  for (const environment of await readEnvironmentsOf(tx, workspaceId, [id])) {
    await recordOutcome(tx, ctx, app, environment, 'scopes', scopesOutcome(app, environment, edited), {
      actor,
    });
  }
  return app;
}

/** Scopes that were seen in Zoom's manifest were so until the scopes change. */
function scopesOutcome(app: ZoomApp, environment: Environment, edited: readonly EditedPart[]): Outcome {
  const { detail, attestedBy } = checkOf(environment, 'scopes');
  const { manifestOf } = detail;
  const count = app.scopes.length;
  const isChanged = edited.includes('scopes') || edited.includes('management_type');
  if (isChanged || manifestOf === undefined)
    return { kind: 'passed', evidence: 'derived', detail: { count } };
  const by = attestedBy === null ? {} : { by: attestedBy };
  return { kind: 'passed', evidence: 'derived', ...by, detail: { count, manifestOf } };
}

function withoutUndefined(changes: AppChanges): Omit<AppChanges, 'scopes'> {
  const { scopes: _scopes, ...rest } = changes;
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
}
