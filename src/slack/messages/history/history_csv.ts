import { toCsv } from '../../../core/text/csv.ts';
import type { StoredEvent } from '../../../store/apps/events.ts';

const columns = ['time (UTC)', 'zoom app', 'environment', 'who (Slack id)', 'what', 'facts (JSON)'];

/** The events as they are stored: facts and no words. */
export function historyCsv(events: readonly StoredEvent[]): string {
  return toCsv([
    columns,
    ...events.map(({ at, app, environment, actor, kind, detail }) => [
      at.toISOString(),
      app?.name ?? '',
      environment ?? '',
      actor,
      kind,
      JSON.stringify(detail),
    ]),
  ]);
}
