import type { StoredEvent } from '../../store/apps/events.ts';
import { type EventFilter, readEvents } from '../../store/history/read_events.ts';
import type { Context } from '../changes/context.ts';
import { type HistoryTopic, kindsOf } from './history_topics.ts';

const pageSize = 20;
/** Events of one export: some megabytes as CSV. */
const mostExported = 5_000;
const exportedAtOnce = 500;

/** Every part that is set must hold; without any it is the history of the whole workspace. */
export interface HistoryFilter {
  readonly appId?: string | undefined;
  /** Who did it: a Slack user id. */
  readonly person?: string | undefined;
  readonly topic?: HistoryTopic | undefined;
  readonly since?: Date | undefined;
}

export interface HistoryPage {
  readonly events: readonly StoredEvent[];
  /** Id of the last event here; null on the last page. */
  readonly next: string | null;
}

type Asked = HistoryFilter & { readonly workspaceId: string };
/** `after`: the last event of the page before. */
type AskedPage = Asked & { readonly after?: string | undefined };

/** Who did what, newest first. */
export async function readHistory(ctx: Pick<Context, 'db'>, input: AskedPage): Promise<HistoryPage> {
  return pageAfter(ctx, input, input.after ?? null, pageSize);
}

/** The newest events for a file, `most` at most; the next file begins after `next`. */
export async function exportHistory(
  ctx: Pick<Context, 'db'>,
  input: AskedPage,
  most: number = mostExported,
): Promise<HistoryPage> {
  const events: StoredEvent[] = [];
  let next = input.after ?? null;
  do {
    const size = Math.min(exportedAtOnce, most - events.length);
    const page: HistoryPage = await pageAfter(ctx, input, next, size);
    events.push(...page.events);
    next = page.next;
  } while (next !== null && events.length < most);
  return { events, next };
}

async function pageAfter(
  { db }: Pick<Context, 'db'>,
  asked: Asked,
  before: string | null,
  size: number,
): Promise<HistoryPage> {
  const filter = filterOf(asked);
  const events = await readEvents(db, { ...filter, workspaceId: asked.workspaceId, before, limit: size + 1 });
  const shown = events.slice(0, size);
  return { events: shown, next: events.length > size ? (shown.at(-1)?.id ?? null) : null };
}

function filterOf({ appId, person, topic, since }: HistoryFilter): EventFilter {
  const kinds = topic === undefined ? null : kindsOf(topic);
  return { appId: appId ?? null, actor: person ?? null, kinds, since: since ?? null };
}
