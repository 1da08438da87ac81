import type { ZoomAppCard } from '../../core/apps/zoom_app.ts';
import type { StoredEvent } from '../../store/apps/events.ts';
import { environmentsWithFingerprint } from '../../store/secrets/stored_secrets.ts';
import { readCard } from '../apps/read_card.ts';
import type { By, Context } from '../changes/context.ts';
import { exportHistory } from '../history/read_history.ts';
import type { Planned } from '../scopes/plan_app_scopes.ts';
import { planScopesFor } from '../scopes/plan_app_scopes.ts';

/** Everything that Greenroom has stored about a Zoom app, for somebody who reviews it. */
export interface AppReport {
  readonly card: ZoomAppCard;
  /** Why the scopes are needed, from the needs that are saved with the app. */
  readonly planned: Planned;
  /** Ids of environments whose secret was forgotten, and of which a fingerprint is kept. */
  readonly fingerprints: readonly string[];
  /** Newest first. */
  readonly events: readonly StoredEvent[];
  /** There are older ones. */
  readonly hasOlderEvents: boolean;
}

/** Of the history; the rest is behind `/zoom-app history`. */
const mostEvents = 100;

/** Anyone may who may see the card; null when there is no such app. Reads only. */
export async function readReport(
  ctx: Pick<Context, 'db' | 'clock' | 'newId' | 'settings'>,
  { workspaceId, actor, appId }: By & { readonly appId: string },
): Promise<AppReport | null> {
  const card = await readCard(ctx, { workspaceId, appId });
  if (card === null) return null;
  const { managementType } = card.app;
  const planned = await planScopesFor(ctx, { workspaceId, actor, appId, managementType, needs: [] });
  const fingerprints = await environmentsWithFingerprint(ctx.db, workspaceId, appId);
  const { events, next } = await exportHistory(ctx, { workspaceId, appId }, mostEvents);
  return { card, planned, fingerprints, events, hasOlderEvents: next !== null };
}
