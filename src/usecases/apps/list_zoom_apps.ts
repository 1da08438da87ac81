import { nameKey } from '../../core/apps/app_name.ts';
import type { ZoomAppLine } from '../../core/apps/zoom_app.ts';
import type { StackOneState } from '../../core/checks/stackone_status.ts';
import { type Stage, stages } from '../../core/checks/stage.ts';
import { type LineFilter, pageOfLines } from '../../store/apps/app_lines.ts';
import { hasArchivedApps } from '../../store/archive/archived_apps.ts';
import { countStages } from '../../store/checks/stage_counts.ts';
import { readStackOneState } from '../../store/profiles/stackone_polls.ts';
import type { Context } from '../changes/context.ts';

export interface ZoomAppPage {
  readonly lines: readonly ZoomAppLine[];
  /** Opaque; null on the last page. */
  readonly next: string | null;
  /** There is none because all are archived. */
  readonly allArchived?: boolean;
}

export interface Board extends ZoomAppPage {
  /** Environments at each stage, in the whole workspace. */
  readonly counts: Partial<Record<Stage, number>>;
  readonly stackone: StackOneState;
}

interface Query {
  readonly workspaceId: string;
  /** Words of names, a stage, `unproven`, or an owner as `<@U...>`. */
  readonly words: string;
  readonly after?: string | undefined;
}

const pageSize = 10;

export async function listZoomApps(ctx: Pick<Context, 'db'>, query: Query): Promise<ZoomAppPage> {
  const { workspaceId, words, after } = query;
  const page = await pageOfLines(ctx.db, workspaceId, filterFrom(words), after ?? null, pageSize);
  const isAll = words.trim() === '' && after === undefined && page.next === null;
  if (!isAll || page.lines.length > 0) return page;
  return { ...page, allArchived: await hasArchivedApps(ctx.db, workspaceId) };
}

/** The readiness board: the list, how many stand where, and whether StackOne can be looked at. */
export async function readBoard(ctx: Pick<Context, 'db'>, query: Query): Promise<Board> {
  const [page, counts, stackone] = await Promise.all([
    listZoomApps(ctx, query),
    countStages(ctx.db, query.workspaceId),
    readStackOneState(ctx.db, query.workspaceId),
  ]);
  return { ...page, counts, stackone };
}

function filterFrom(text: string): LineFilter {
  const unproven = asksForUnproven(text);
  const owner = /<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/.exec(text)?.[1] ?? null;
  const words = nameKey(text.replace(/<@[^<>]*>/g, ' '))
    .split(' ')
    .filter(Boolean);
  const stage = stages.find((one) => words.includes(one)) ?? null;
  return {
    owner,
    stage,
    unproven,
    words: words.filter((word) => word !== stage && !(unproven && word === UNPROVEN)),
  };
}

const UNPROVEN = 'unproven';

/** The word that narrows a list to what rests on what people said alone, or on what has expired. */
export function asksForUnproven(text: string): boolean {
  return nameKey(text).split(' ').includes(UNPROVEN);
}
