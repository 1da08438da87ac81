import { type Environment, mayActAsOwner, type ZoomApp } from '../../core/apps/zoom_app.ts';
import { Err, type Result } from '../../core/result.ts';
import { appIdOf, readEnvironment, readEnvironments } from '../../store/apps/environments.ts';
import { type LockedApp, lockAppsOf, lockZoomApp } from '../../store/apps/zoom_apps.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { By, Context, Refusal } from './context.ts';
import { withWorkspaceLock } from './workspace_lock.ts';

/** Who may make a change: an owner, or anybody in the workspace. Checked in the use case, not where a button is drawn. */
export type Allowed = 'owners' | 'anyone';

/** Runs a change of an app in one transaction, with the app locked; denied to a person who may not. */
export async function changeApp<T, E>(
  ctx: Pick<Context, 'db'>,
  by: By & { readonly appId: string },
  allowed: Allowed,
  change: (tx: Queryable, app: ZoomApp) => Promise<Result<T, E>>,
): Promise<Result<T, E | Refusal>> {
  return withWorkspaceLock(ctx, by.workspaceId, async (tx) => {
    const app = await lockZoomApp(tx, by.workspaceId, by.appId);
    if (app === null) return Err('not_found');
    if (app.archivedAt !== null) return Err('archived');
    if (allowed === 'owners' && !mayActAsOwner(app, by.actor)) return Err('not_owner');
    return change(tx, app);
  });
}

/** The same for one of its environments. */
export async function changeEnvironment<T, E>(
  ctx: Pick<Context, 'db'>,
  by: By & { readonly environmentId: string },
  allowed: Allowed,
  change: (tx: Queryable, app: ZoomApp, environment: Environment) => Promise<Result<T, E>>,
): Promise<Result<T, E | Refusal>> {
  const appId = await appIdOf(ctx.db, by.workspaceId, by.environmentId);
  if (appId === null) return Err('not_found');
  return changeApp<T, E | Refusal>(ctx, { ...by, appId }, allowed, async (tx, app) => {
    const environment = await readEnvironment(tx, by.workspaceId, by.environmentId);
    return environment === null ? Err('not_found') : change(tx, app, environment);
  });
}

export interface Locked {
  readonly app: LockedApp;
  readonly environment: Environment;
}

/**
 * For jobs, by the ids of environments: locks their apps and reads the environments again. Deleted and archived ones are left
 * out.
 */
export async function lockEnvironments(
  tx: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
): Promise<Map<string, Locked>> {
  const apps = new Map(
    (await lockAppsOf(tx, workspaceId, environmentIds)).map((app) => [app.id, app] as const),
  );
  const environments = await readEnvironments(tx, workspaceId, environmentIds);
  return new Map(
    environments.flatMap((environment) => {
      const app = apps.get(environment.zoomAppId);
      return app === undefined ? [] : [[environment.id, { app, environment }] as const];
    }),
  );
}
