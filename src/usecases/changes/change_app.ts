import type { Environment, ZoomApp } from '../../core/apps/zoom_app.ts';
import { Err, type Result } from '../../core/result.ts';
import { type Activity, type MayDo, roleRefusal } from '../../core/roles/activities.ts';
import { appIdOf, readEnvironment, readEnvironments } from '../../store/apps/environments.ts';
import { type LockedApp, lockAppsOf, lockZoomApp } from '../../store/apps/zoom_apps.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { By, Context, Deciding, Refusal } from './context.ts';
import { allowedIn } from './roles/allowed.ts';
import { retryAsAdmin } from './roles/retry_as_admin.ts';
import { withWorkspaceLock } from './workspace_lock.ts';

type Needs = Pick<Context, Deciding>;

/**
 * Runs a change of an app in one transaction, with the app locked; denied to a person who may not do this here (core/roles). Who may is
 * checked here, not where a button is drawn. `may`: what else this person may do, where a part of the change is for fewer people.
 * Slack is asked about the person only when they are denied otherwise, and between two transactions: then `change` runs again.
 */
export function changeApp<T, E>(
  ctx: Needs,
  by: By & { readonly appId: string },
  activity: Activity,
  change: (tx: Queryable, app: ZoomApp, may: MayDo) => Promise<Result<T, E>>,
): Promise<Result<T, E | Refusal>> {
  return changeAppUnless<T, E, 'archived'>(ctx, by, activity, isArchived, change);
}

const isArchived = ({ archivedAt }: ZoomApp): 'archived' | null => (archivedAt === null ? null : 'archived');

/** Of an app in any state. */
export type Denied = Exclude<Refusal, 'archived'>;

/** The same for an app that need not be in use: `wrong` says why it cannot be changed in its state; null: it can. */
export function changeAppUnless<T, E, S extends string>(
  ctx: Needs,
  by: By & { readonly appId: string },
  activity: Activity,
  wrong: (app: ZoomApp) => S | null,
  change: (tx: Queryable, app: ZoomApp, may: MayDo) => Promise<Result<T, E>>,
): Promise<Result<T, E | Denied | S>> {
  return retryAsAdmin(ctx, by.actor, (adminInSlack) =>
    withWorkspaceLock<Result<T, E | Denied | S>>(ctx, by.workspaceId, async (tx) => {
      const app = await lockZoomApp(tx, by.workspaceId, by.appId);
      if (app === null) return Err('not_found');
      const state = wrong(app);
      if (state !== null) return Err(state);
      const { roles, may } = await allowedIn(tx, ctx, by, app, adminInSlack);
      return may(activity) ? change(tx, app, may) : Err(roleRefusal(roles, activity));
    }),
  );
}

/** The same for one of its environments. */
export async function changeEnvironment<T, E>(
  ctx: Needs,
  by: By & { readonly environmentId: string },
  activity: Activity,
  change: (tx: Queryable, app: ZoomApp, environment: Environment, may: MayDo) => Promise<Result<T, E>>,
): Promise<Result<T, E | Refusal>> {
  const appId = await appIdOf(ctx.db, by.workspaceId, by.environmentId);
  if (appId === null) return Err('not_found');
  return changeApp<T, E | Refusal>(ctx, { ...by, appId }, activity, async (tx, app, may) => {
    const environment = await readEnvironment(tx, by.workspaceId, by.environmentId);
    return environment === null ? Err('not_found') : change(tx, app, environment, may);
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
