import { Err, type Result } from '../core/result.ts';
import type { Environment, ZoomApp } from '../core/zoom_app.ts';
import { appIdOf, readEnvironment } from '../store/environments.ts';
import type { Queryable } from '../store/postgres/database.ts';
import { lockZoomApp } from '../store/zoom_apps.ts';
import type { By, Context, Refusal } from './context.ts';
import { inTurn } from './in_turn.ts';

/** Who may: an owner, or anybody in the workspace. Checked here, where the thing is done, not where a button is drawn. */
export type Allowed = 'owners' | 'anyone';

/** Runs a change of an app in one transaction, with the app locked; refuses who may not. */
export async function changeApp<T, E>(
  ctx: Pick<Context, 'db'>,
  by: By & { readonly appId: string },
  allowed: Allowed,
  change: (tx: Queryable, app: ZoomApp) => Promise<Result<T, E>>,
): Promise<Result<T, E | Refusal>> {
  return inTurn(ctx, by.workspaceId, async (tx) => {
    const app = await lockZoomApp(tx, by.workspaceId, by.appId);
    if (app === null) return Err('not_found');
    if (app.archivedAt !== null) return Err('archived');
    if (allowed === 'owners' && !app.owners.includes(by.actor)) return Err('not_owner');
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

/** For Greenroom's own work: the app locked and one environment read afresh; null when it is gone or archived. */
export async function lockEnvironment(
  tx: Queryable,
  workspaceId: string,
  environmentId: string,
): Promise<{ app: ZoomApp; environment: Environment } | null> {
  const appId = await appIdOf(tx, workspaceId, environmentId);
  const app = appId === null ? null : await lockZoomApp(tx, workspaceId, appId);
  if (app === null || app.archivedAt !== null) return null;
  const environment = await readEnvironment(tx, workspaceId, environmentId);
  return environment === null ? null : { app, environment };
}
