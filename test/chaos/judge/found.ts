import { groupBy } from '../../../src/core/group_by.ts';
import type { ChaosDatabase } from '../ground/database.ts';
import type { Slate } from '../ground/slate.ts';
import type { PlannedApp } from '../plan/plan.ts';

/** What stands in the history and in Slack about one app when all is over. */
export interface Found {
  /** How many apps of this name are registered. */
  readonly registered: number;
  readonly events: readonly FoundEvent[];
  readonly messages: readonly FoundMessage[];
}

export interface FoundEvent {
  readonly kind: string;
  readonly actor: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface FoundMessage {
  readonly ts: string;
  readonly threadTs: string | null;
  readonly text: string;
  /** The mark of its delivery, from its metadata. */
  readonly delivery: string | null;
  /** It says itself that it may be a repeat. */
  readonly repeat: boolean;
}

interface EventRow {
  name: string;
  kind: string;
  actor: string;
  detail: Record<string, unknown>;
}

/** Everything that is known of every app, by its mark. */
export async function findAll(
  { query }: Pick<ChaosDatabase, 'query'>,
  slate: Slate,
  apps: readonly PlannedApp[],
): Promise<Map<string, Found>> {
  const registered = await query<{ name: string }>('select name from zoom_app');
  const events = await query<EventRow>(
    `select zoom_app.name, event.kind, event.actor, event.detail from event
     left join environment on environment.id = event.environment_id
     join zoom_app on zoom_app.id = coalesce(event.zoom_app_id, environment.zoom_app_id)
     order by event.seq`,
  );
  const byName = groupBy(events, ({ name }) => name);
  return new Map(
    apps.map((app) => [
      app.mark,
      {
        registered: registered.filter(({ name }) => name === app.name).length,
        events: byName.get(app.name) ?? [],
        messages: messagesOf(slate, app),
      },
    ]),
  );
}

function messagesOf(slate: Slate, { channel, mark }: PlannedApp): FoundMessage[] {
  return slate.about(channel, mark).map(({ ts, threadTs, text, metadata }) => {
    const payload = isObject(metadata) && isObject(metadata.event_payload) ? metadata.event_payload : {};
    return {
      ts,
      threadTs,
      text,
      delivery: typeof payload.delivery === 'string' ? payload.delivery : null,
      repeat: payload.repeat === true,
    };
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
