import type { Inspector, LogEntry, Violation } from '../contract.ts';
import type { Json } from '../json.ts';

/** The ordered record of all traffic between Slack and the app. */
export interface Journal {
  entries: Entry[];
  count: number;
}

export interface Entry extends LogEntry {
  reply: Json | null;
  status: number | null;
  ms: number | null;
  grantedMs: number;
  waitedMs: number;
  readonly violations: Violation[];
}

export const newJournal = (): Journal => ({ entries: [], count: 0 });

export function note(
  journal: Journal,
  direction: LogEntry['direction'],
  kind: string,
  request: Json,
  team: string | null,
): Entry {
  journal.count += 1;
  const entry: Entry = {
    id: journal.count,
    at: Date.now(),
    direction,
    kind,
    team,
    request,
    reply: null,
    status: null,
    ms: null,
    grantedMs: 0,
    waitedMs: 0,
    violations: [],
  };
  journal.entries.push(entry);
  return entry;
}

export function settle(entry: Entry, reply: Json | null, status: number | null): void {
  entry.reply = reply;
  entry.status = status;
  entry.ms = Date.now() - entry.at;
}

export const inspectorOf = (journal: Journal): Inspector => ({
  entries: () => journal.entries,
  violations: () =>
    journal.entries.flatMap((entry) =>
      entry.violations.map((violation) => ({ ...violation, kind: entry.kind, entry: entry.id })),
    ),
  calls: (method) => journal.entries.filter((e) => e.direction === 'from_app' && e.kind === method),
  deliveries: (kind) => journal.entries.filter((e) => e.direction === 'to_app' && e.kind === kind),
  clear: () => {
    journal.entries = [];
  },
});
