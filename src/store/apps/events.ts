import type { EnvironmentKind } from '../../core/checks/check.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** Everything that happens. The table is append-only: a trigger refuses what `forget` does not do (migrations/0023_forget.sql). */
export const eventKinds = [
  'zoom_app_registered',
  'zoom_app_edited',
  'zoom_app_archived',
  'zoom_app_restored',
  'zoom_app_merged',
  'zoom_app_deleted',
  'environment_added',
  'credentials_replaced',
  'attestation_days_changed',
  'default_channel_changed',
  'secret_renewal_set',
  'profile_secret_replaced',
  'secret_forgotten',
  'secrets_setting_changed',
  'roles_changed',
  'admins_changed',
  'reminder_settings_changed',
  'regression_taken',
  'regression_handed_over',
  'regression_released',
  'probe_calibrated',
  'check_changed',
  'stage_changed',
  'not_ready_reported',
  'asked_again',
  'baseline_taken',
  'profile_matched',
  'profile_rejected',
  'profile_dismissed',
  'profile_question_asked',
  'takeover_asked',
  'takeover_ended',
  'owners_changed',
  'owner_unreachable',
  'owner_reachable',
  'watch_set',
  'watch_ended',
  'watch_paused',
  'watch_resumed',
  'message_dropped',
  'stopped_asking',
  'step_admins_changed',
  'nudged',
  'nudge_snoozed',
  'digest_changed',
  'stackone_trouble',
  'stackone_back',
  'check_requested',
  'proof_asked',
  'proof_started',
  'proven',
  'proof_failed',
  'proof_cancelled',
  'scopes_confirmed',
  'scope_withdrawn',
  'drift_found',
  'drift_accepted',
  'manifest_compared',
  // Written by the database's function `forget`.
  'person_forgotten',
  'history_removed',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Who did it: a Slack user id, or Greenroom itself. */
export type EventActor = string | 'greenroom';

export interface NewEvent {
  readonly id: string;
  readonly workspaceId: string;
  readonly at: Date;
  readonly kind: EventKind;
  readonly actor: EventActor;
  readonly appId?: string | undefined;
  readonly environmentId?: string | undefined;
  /** Facts of the event; never a secret. */
  readonly detail?: Record<string, unknown>;
}

export interface StoredEvent {
  readonly id: string;
  readonly at: Date;
  /** Null when it is about the whole workspace. */
  readonly app?: { readonly id: string; readonly name: string } | null;
  /** One of `eventKinds`, or what a newer replica wrote. */
  readonly kind: string;
  readonly actor: EventActor;
  readonly environment?: EnvironmentKind;
  readonly detail: Record<string, unknown>;
}

export async function appendEvent(db: Queryable, event: NewEvent): Promise<void> {
  await appendEvents(db, event.workspaceId, [event]);
}

/** Events of one workspace, in their order, in one statement. */
export async function appendEvents(
  db: Queryable,
  workspaceId: string,
  events: readonly Omit<NewEvent, 'workspaceId'>[],
): Promise<void> {
  if (events.length === 0) return;
  await db.query(
    `insert into event (workspace_id, id, at, kind, actor, zoom_app_id, environment_id, detail)
     select $1, id, at, kind, actor, zoom_app_id, environment_id, detail::jsonb
     from unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::text[])
       with ordinality as event (id, at, kind, actor, zoom_app_id, environment_id, detail, place)
     order by place`,
    [
      workspaceId,
      events.map((event) => event.id),
      events.map((event) => event.at),
      events.map((event) => event.kind),
      events.map((event) => event.actor),
      events.map((event) => event.appId ?? null),
      events.map((event) => event.environmentId ?? null),
      events.map((event) => JSON.stringify(event.detail ?? {})),
    ],
  );
}

/** Who did this last to an environment; null when nobody has. Cost: the app's events, from the newest to that one. */
export async function lastActor(
  db: Queryable,
  at: { workspaceId: string; appId: string; environmentId: string },
  kind: EventKind,
): Promise<EventActor | null> {
  const [row] = await db.query<{ actor: EventActor }>(
    `select actor from event
     where workspace_id = $1 and zoom_app_id = $2 and environment_id = $3 and kind = $4
     order by seq desc limit 1`,
    [at.workspaceId, at.appId, at.environmentId, kind],
  );
  return row?.actor ?? null;
}

/** When something happened last to each of these environments; those to which it never did are left out. Cost: as `lastActor`, for each. */
export async function lastTimes(
  db: Queryable,
  workspaceId: string,
  environments: readonly { readonly zoomAppId: string; readonly id: string }[],
  kind: EventKind,
): Promise<Map<string, Date>> {
  const rows = await db.query<{ id: string; at: Date }>(
    `select asked.id, last.at from unnest($2::uuid[], $3::uuid[]) as asked (app_id, id)
     cross join lateral (
       select event.at from event
       where event.workspace_id = $1 and event.zoom_app_id = asked.app_id and event.environment_id = asked.id and event.kind = $4
       order by event.seq desc limit 1) as last`,
    [workspaceId, environments.map(({ zoomAppId }) => zoomAppId), environments.map(({ id }) => id), kind],
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}
