import { readEvents, type StoredEvent } from '../../store/apps/events.ts';
import type { Context } from '../changes/context.ts';

const pageSize = 20;

export interface HistoryPage {
  readonly events: readonly StoredEvent[];
  /** Id of the last event here; null on the last page. */
  readonly next: string | null;
}

/** Who did what with a Zoom app, newest first. */
export async function readHistory(
  ctx: Pick<Context, 'db'>,
  input: { readonly workspaceId: string; readonly appId: string; readonly after?: string | undefined },
): Promise<HistoryPage> {
  const { workspaceId, appId } = input;
  const events = await readEvents(ctx.db, {
    workspaceId,
    appId,
    before: input.after ?? null,
    limit: pageSize + 1,
  });
  const shown = events.slice(0, pageSize);
  return { events: shown, next: events.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}
