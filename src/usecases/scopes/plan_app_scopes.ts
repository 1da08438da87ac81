import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import type { ManagementType } from '../../core/checks/check.ts';
import { Ok } from '../../core/result.ts';
import { type Comparison, compareScopes, type Granted } from '../../core/scopes/plan/compare_scopes.ts';
import { connectorNeeds, readNeed } from '../../core/scopes/plan/needs.ts';
import { type Plan, planScopes } from '../../core/scopes/plan/plan_scopes.ts';
import { readNeeds, setNeeds } from '../../store/apps/zoom_app_needs.ts';
import { readZoomApp } from '../../store/apps/zoom_apps.ts';
import { readSnapshot } from '../../store/drift/connector_snapshots.ts';
import type { ActionList } from '../../store/profiles/stackone_actions.ts';
import { changeApp } from '../changes/change_app.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { compareChangedApp } from '../drift/compare_apps.ts';
import { readActions } from './stackone_actions.ts';

export interface Planned {
  readonly plan: Plan;
  /** As given, or as saved with the app. */
  readonly needs: readonly string[];
  /** Lines that name no listed need. */
  readonly unknown: readonly string[];
  readonly app: Pick<ZoomApp, 'id' | 'name'> | null;
  /** With the scopes of the app, when one was named. */
  readonly comparison: Comparison | null;
  /** The needs are saved with the app now. */
  readonly remembered: boolean;
  readonly actions: ActionList;
}

export interface PlanInput extends By {
  /** Lines of core/scopes/plan/needs.ts; none: those that are saved with the app. */
  readonly needs: readonly string[];
  /** Ignored where an app is named: its own counts. */
  readonly managementType: ManagementType;
  readonly appId?: string;
  /** Scopes of a token, as a person pasted them. */
  readonly granted?: Granted;
}

type Needs = Pick<Context, Deciding | 'clock' | 'newId' | 'settings'>;

/** The least scopes for what is needed, and how an app compares. Needs given by an owner are kept with the app. */
export async function planScopesFor(ctx: Needs, input: PlanInput): Promise<Planned> {
  const { workspaceId, appId } = input;
  const app = appId === undefined ? null : await readZoomApp(ctx.db, workspaceId, appId);
  const actions = await readActions(ctx, { workspaceId });
  const needs = input.needs.length === 0 && app ? await readNeeds(ctx.db, workspaceId, app.id) : input.needs;
  const read = needs.map((text) => ({ text, found: readNeed(text, actions.actions) }));
  const found = read.flatMap((each) => each.found ?? []);
  const itself = needs.length === 0 ? [] : connectorNeeds(actions.actions);
  const plan = planScopes([...found, ...itself], app?.managementType ?? input.managementType);
  const declared = app?.scopes.map(({ scope }) => scope) ?? [];
  const snapshot = app === null ? null : await readSnapshot(ctx.db, workspaceId);
  const known = read.filter((each) => each.found !== undefined).map(({ text }) => text);
  return {
    plan,
    needs,
    unknown: read.filter((each) => each.found === undefined).map(({ text }) => text),
    app: app === null ? null : { id: app.id, name: app.name },
    comparison:
      app === null || needs.length === 0
        ? null
        : compareScopes(plan, declared, input.granted ?? null, snapshot?.inclusions),
    remembered:
      app !== null &&
      known.length > 0 &&
      input.needs.length > 0 &&
      (await remember(ctx, input, app.id, known)),
    actions,
  };
}

async function remember(ctx: Needs, by: By, appId: string, needs: readonly string[]): Promise<boolean> {
  const { workspaceId, actor } = by;
  const kept = await changeApp(ctx, { workspaceId, actor, appId }, 'edit', async (tx, app) => {
    await setNeeds(tx, { workspaceId, appId }, needs);
    if (await compareChangedApp(tx, ctx, app)) await notifyWatchers(tx, ctx, { workspaceId, appId }, []);
    return Ok(true);
  });
  return kept.ok;
}
