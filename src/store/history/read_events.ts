import type { EnvironmentKind } from '../../core/checks/check.ts';
import { isUuid } from '../../core/id.ts';
import type { EventKind, StoredEvent } from '../apps/events.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** Every part that is set must hold. */
export interface EventFilter {
  readonly appId: string | null;
  /** A Slack user id, or `greenroom`. */
  readonly actor: string | null;
  readonly kinds: readonly EventKind[] | null;
  readonly since: Date | null;
}

interface Row extends Omit<StoredEvent, 'environment' | 'app'> {
  readonly environment: EnvironmentKind | null;
  readonly appId: string | null;
  readonly appName: string | null;
}

/**
 * The newest events first; `before` is the id of the last one seen. In the order of writing: ids of the same millisecond, as
 * one change writes them, have no order. Each combination of filters is a statement of its own, so that the planner takes
 * the index of its narrowest part. An app that was deleted has the name that its last event holds.
 */
export async function readEvents(
  db: Queryable,
  at: EventFilter & { readonly workspaceId: string; readonly before: string | null; readonly limit: number },
): Promise<StoredEvent[]> {
  const { workspaceId, appId, actor, kinds, since, before, limit } = at;
  if ((appId !== null && !isUuid(appId)) || (before !== null && !isUuid(before))) return [];
  const given: unknown[] = [workspaceId, limit];
  const value = (one: unknown) => `$${given.push(one)}`;
  const conditions = [
    ...(appId === null ? [] : [`event.zoom_app_id = ${value(appId)}::uuid`]),
    ...(actor === null ? [] : [`event.actor = ${value(actor)}`]),
    ...(since === null ? [] : sinceConditions(value(since))),
    ...(before === null ? [] : [beforeCondition(value(before))]),
  ];
  // An app or a person has an index of its own; of the whole workspace each kind is walked by its own.
  const narrow = appId !== null || actor !== null;
  const found =
    kinds === null
      ? newest(conditions)
      : narrow
        ? newest([...conditions, `event.kind = any(${value(kinds)}::text[])`])
        : newestOfKinds(conditions, value(kinds));
  const rows = await db.query<Row>(
    `select event.id, event.at, event.kind, event.actor, event.detail, environment.kind as environment,
            coalesce(app.id, case when gone.kind is not null then event.zoom_app_id end) as "appId",
            coalesce(app.name, gone.detail ->> 'name') as "appName"
     from (${found}) event
     left join environment on environment.workspace_id = $1 and environment.id = event.environment_id
     left join zoom_app app on app.workspace_id = $1 and app.id = event.zoom_app_id
     left join lateral (
       select last.kind, last.detail from event last
       where app.id is null and last.workspace_id = $1 and last.zoom_app_id = event.zoom_app_id
       order by last.seq desc limit 1) gone on gone.kind = 'zoom_app_deleted'
     order by event.seq desc limit $2`,
    given,
  );
  return rows.map(toEvent);
}

function newest(conditions: readonly string[]): string {
  return `select * from event where ${['event.workspace_id = $1', ...conditions].join(' and ')}
          order by event.seq desc limit $2`;
}

function newestOfKinds(conditions: readonly string[], kinds: string): string {
  return `select event.* from unnest(${kinds}::text[]) as wanted (kind),
            lateral (${newest(['event.kind = wanted.kind', ...conditions])}) event`;
}

/**
 * By the order of writing, which its index has: after the last event of more than an hour before. Clocks of two writers differ and a
 * transaction takes time, by far less than that.
 */
function sinceConditions(since: string): string[] {
  return [
    `event.at >= ${since}::timestamptz`,
    `event.seq > coalesce((select last.seq from event last
       where last.workspace_id = $1 and last.at < ${since}::timestamptz - interval '1 hour' order by last.at desc limit 1), 0)`,
  ];
}

function beforeCondition(before: string): string {
  return `event.seq < (select last.seq from event last where last.workspace_id = $1 and last.id = ${before}::uuid)`;
}

function toEvent({ environment, appId, appName, ...event }: Row): StoredEvent {
  return {
    ...event,
    app: appId === null ? null : { id: appId, name: appName ?? '' },
    ...(environment === null ? {} : { environment }),
  };
}
