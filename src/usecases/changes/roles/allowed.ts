import { type AppOwners, mayActAsOwner } from '../../../core/apps/zoom_app.ts';
import { Err, Ok, type Result } from '../../../core/result.ts';
import {
  type Activity,
  type MayDo,
  mayDo,
  type RoleRefusal,
  type Roles,
  roleRefusal,
  rolesFrom,
} from '../../../core/roles/activities.ts';
import type { Queryable } from '../../../store/postgres/client/database.ts';
import { readStoredRoles } from '../../../store/roles/roles.ts';
import type { By, Context, Deciding } from '../context.ts';

export interface Allowed {
  readonly roles: Roles;
  readonly may: MayDo;
}

/**
 * What a person may do to an app, inside or outside of a transaction: an admin by the configuration or by the table is known here;
 * `adminInSlack`: what Slack said before, which is not asked here.
 */
export function allowedIn(
  db: Queryable,
  ctx: Pick<Context, 'admins'>,
  by: By,
  app: AppOwners,
  adminInSlack = false,
): Promise<Allowed> {
  return allowedInAll(db, ctx, by, [app], adminInSlack);
}

/** The same for what is about several apps: as an owner only who owns each of them. */
export async function allowedInAll(
  db: Queryable,
  { admins = [] }: Pick<Context, 'admins'>,
  { workspaceId, actor }: By,
  apps: readonly AppOwners[],
  adminInSlack: boolean,
): Promise<Allowed> {
  const stored = await readStoredRoles(db, workspaceId, actor);
  const roles = rolesFrom(stored.roles);
  const isAdmin = adminInSlack || stored.isAdmin || admins.includes(actor);
  const isOwner = apps.every((app) => mayActAsOwner(app, actor));
  return { roles, may: mayDo(roles, { isOwner, isAdmin }) };
}

/** May a person do this to an app now? Asks Slack where nothing else allows it, so never inside a transaction. */
export async function checkActivity(
  ctx: Pick<Context, Deciding>,
  input: By & { readonly app: AppOwners; readonly activity: Activity },
): Promise<Result<true, RoleRefusal>> {
  const { app, activity } = input;
  const { roles, may } = await allowedIn(ctx.db, ctx, input, app);
  if (may(activity) || (await ctx.isWorkspaceAdmin?.(input.actor)) === true) return Ok(true);
  return Err(roleRefusal(roles, activity));
}
