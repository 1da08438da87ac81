import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import type { Message } from '../../core/deliveries/message.ts';
import { addAppDrift, type GatheredDrift, nothingGathered } from '../../core/drift/drift_groups.ts';
import { announce, type DriftState } from '../../core/drift/drift_state.ts';
import type { DriftFinding } from '../../core/drift/findings.ts';
import { groupPairs } from '../../core/group_by.ts';
import { appendEvents, type NewEvent } from '../../store/apps/events.ts';
import { saveDrifts } from '../../store/drift/app_drifts.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { notifyAll } from '../changes/notify_watchers.ts';

/** An app whose findings have changed. */
export interface Announced {
  readonly app: Pick<ZoomApp, 'id' | 'name' | 'owners'>;
  readonly state: DriftState;
  /** What its owners are notified of now. */
  readonly fresh: readonly DriftFinding[];
  /** Its card shows something else now. */
  readonly redraw: boolean;
}

type Needs = Pick<Context, 'clock' | 'newId'>;

/**
 * Saves the findings of a batch of apps, redraws their cards, and notifies their owners: one message for each person, which
 * grows with each batch of the same comparison (`since`). An app without owners has only its card.
 */
export async function announceDrift(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  changed: readonly Announced[],
  since: Date,
): Promise<void> {
  const states = changed.map(({ app, state, fresh }) => [app.id, announce(state, fresh)] as const);
  await saveDrifts(tx, workspaceId, new Map(states), ctx.clock.now());
  const announced = changed.filter(({ fresh }) => fresh.length > 0);
  await appendEvents(
    tx,
    workspaceId,
    announced.map((one) => foundEvent(ctx, one)),
  );
  await notifyAll(
    tx,
    ctx,
    workspaceId,
    changed.filter(({ redraw }) => redraw).map(({ app }) => ({ appId: app.id, messages: [] })),
  );
  const byOwner = groupPairs(
    announced.flatMap((one) => one.app.owners.map((owner) => [owner, one] as const)),
  );
  for (const [userId, apps] of byOwner) {
    const message = (last: Message | null) => gathered(last, apps);
    await notifyPerson(tx, ctx, { workspaceId, userId, message, editSince: since });
  }
}

function gathered(last: Message | null, apps: readonly Announced[]): Message {
  const before: GatheredDrift = last?.kind === 'connector_drift' ? last : nothingGathered;
  const { groups, more } = apps.reduce(
    (all, { app: { id, name }, fresh }) => addAppDrift(all, { id, name }, fresh),
    before,
  );
  return { kind: 'connector_drift', groups, more };
}

/** Scopes and names in the history. */
const mostNamed = 20;

function foundEvent(ctx: Needs, { app, fresh }: Announced): Omit<NewEvent, 'workspaceId'> {
  return {
    id: ctx.newId(),
    at: ctx.clock.now(),
    kind: 'drift_found',
    actor: 'greenroom',
    appId: app.id,
    detail: factsOf(fresh),
  };
}

/** What the history keeps of findings. */
export function factsOf(findings: readonly DriftFinding[]): Record<string, unknown> {
  const some = findings.slice(0, mostNamed);
  const [from] = some.flatMap((one) => (one.kind === 'scope' ? (one.since ?? []) : []));
  const [breaking] = some.flatMap((one) => (one.kind === 'breaking' ? [one.to] : []));
  return {
    scopes: some.flatMap((one) => (one.kind === 'scope' ? [one.key] : [])),
    actions: some.flatMap((one) => (one.kind === 'action_gone' ? [one.action] : [])),
    refused: some.flatMap((one) => (one.kind === 'refused' ? [one.scope] : [])),
    pinned: some.flatMap((one) => (one.kind === 'pinned' ? [one.pinned] : [])),
    ...(from === undefined ? {} : { version: from }),
    ...(breaking === undefined ? {} : { breaking }),
  };
}
