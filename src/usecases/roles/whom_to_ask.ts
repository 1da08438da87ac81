import { isNoOwner } from '../../core/apps/member_status.ts';
import { appIdOf } from '../../store/apps/environments.ts';
import { readZoomApp } from '../../store/apps/zoom_apps.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import { namedAdmins } from '../changes/roles/admin.ts';
import { mostAdmins } from './admins.ts';

/** Who can do what a person was denied. Without people whom Slack knows as deactivated, or of elsewhere. */
export interface WhomToAsk {
  /** Of the app; null where none was named. */
  readonly owners: readonly string[] | null;
  /** By name: of the configuration, or added in Slack. */
  readonly admins: readonly string[];
  /** Slack says who administers the workspace: they are admins too. */
  readonly slackAdmins: boolean;
}

/** At most this many of each are named. */
const mostNamed = 10;

/** Asks Slack, so never inside a transaction. */
export async function whomToAsk(
  ctx: Pick<Context, Deciding | 'memberStatusesOf'>,
  input: By & { readonly appId?: string | undefined; readonly environmentId?: string | undefined },
): Promise<WhomToAsk> {
  const [owners, admins, inSlack] = await Promise.all([
    ownersOf(ctx, input),
    namedAdmins(ctx.db, ctx, input.workspaceId, mostAdmins),
    ctx.isWorkspaceAdmin?.(input.actor) ?? null,
  ]);
  const statuses = await (ctx.memberStatusesOf?.([...(owners ?? []), ...admins]) ?? new Map());
  const isHere = (userId: string): boolean => !isNoOwner(statuses.get(userId) ?? 'unknown');
  return {
    owners: owners?.filter(isHere).slice(0, mostNamed) ?? null,
    admins: admins.filter(isHere).slice(0, mostNamed),
    slackAdmins: inSlack !== null,
  };
}

async function ownersOf(
  { db }: Pick<Context, 'db'>,
  { workspaceId, appId, environmentId }: Parameters<typeof whomToAsk>[1],
): Promise<readonly string[] | null> {
  const id = appId ?? (environmentId === undefined ? null : await appIdOf(db, workspaceId, environmentId));
  return id === null ? null : ((await readZoomApp(db, workspaceId, id))?.owners ?? null);
}
