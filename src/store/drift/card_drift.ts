import type { CardDrift } from '../../core/apps/zoom_app.ts';
import type { UnknownReason } from '../../core/checks/reasons.ts';
import { noDrift, openFindings } from '../../core/drift/drift_state.ts';
import { readFindings } from './app_drifts.ts';

/** As the columns of `driftOfApp` come. */
export interface DriftColumns {
  drift: { findings: unknown; accepted: string[] } | null;
  drift_actions: boolean;
  connector_seen: boolean;
  connector_trouble: UnknownReason | null;
  /** ISO; null while StackOne gives lists. */
  connector_stale: string | null;
}

/**
 * Beside the columns of `app`; each is one look-up in an index. `workspaceId`: a parameter of the statement, so that what is the same for
 * all apps of the workspace is looked up once.
 */
export const driftOfApp = (workspaceId: string): string => `
  (select json_build_object('findings', drift.findings, 'accepted', drift.accepted) from app_drift drift
   where drift.workspace_id = app.workspace_id and drift.zoom_app_id = app.id) as drift,
  exists (select from zoom_app_need need where need.workspace_id = app.workspace_id and need.zoom_app_id = app.id
            and need.need like 'action %') as drift_actions,
  exists (select from connector_snapshot snapshot where snapshot.workspace_id = ${workspaceId}) as connector_seen,
  (select trouble from stackone_action_list list where list.workspace_id = ${workspaceId}) as connector_trouble,
  (select answered_at::text from stackone_action_list list
   where list.workspace_id = ${workspaceId} and list.trouble is not null) as connector_stale`;

/** These do not end by waiting: a person gives the key a right, or StackOne has no such list. */
const lasting: ReadonlySet<UnknownReason | null> = new Set<UnknownReason>(['key_forbidden', 'no_listing']);

export function cardDriftOf(row: DriftColumns): CardDrift {
  const { drift, drift_actions, connector_seen, connector_trouble, connector_stale } = row;
  const staleSince = connector_stale === null ? null : new Date(connector_stale);
  const state = { ...noDrift, findings: readFindings(drift?.findings), accepted: drift?.accepted ?? [] };
  const open = openFindings(state);
  if (connector_seen) return { open, connector: drift_actions ? 'compared' : 'no_actions', staleSince };
  return { open, connector: lasting.has(connector_trouble) ? 'not_available' : 'not_yet' };
}
