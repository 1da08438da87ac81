import { unknownReasonIn } from '../../core/checks/stackone_status.ts';
import type { Action } from '../../core/scopes/plan/needs.ts';
import type { ActionsOutcome } from '../../stackone/stackone_types.ts';
import { enqueue } from '../../store/jobs.ts';
import {
  type ActionList,
  readActionList,
  saveActions,
  saveActionTrouble,
} from '../../store/profiles/stackone_actions.ts';
import type { Context } from '../changes/context.ts';
import { compareApps } from '../drift/compare_apps.ts';
import { recordSnapshot } from '../drift/record_snapshot.ts';

/** The age at which the list of actions is fetched again: actions change with StackOne's releases only. */
const freshMs = 24 * 60 * 60_000;
/** The delay before the next try while StackOne gives no list. */
const againMs = 5 * 60_000;

/**
 * Fetches the actions of StackOne's Zoom connector and compares the apps with them. Does nothing without a key; a list that
 * surprises is fetched once more.
 */
export async function refreshActions(
  ctx: Pick<Context, 'db' | 'stackone' | 'clock' | 'newId' | 'settings'>,
  input: { readonly workspaceId: string },
): Promise<'listed' | 'refused' | 'unavailable'> {
  if (ctx.settings.stackoneKey === null) return 'unavailable';
  const { workspaceId } = input;
  const known = await readActionList(ctx.db, workspaceId);
  const outcome = await askTwice(ctx, known.actions.length > 0);
  if (outcome.kind !== 'actions') {
    await saveActionTrouble(ctx.db, workspaceId, unknownReasonIn(outcome), ctx.clock.now());
    return outcome.kind;
  }
  const actions =
    outcome.incomplete === true ? mergeActions(known.actions, outcome.actions) : outcome.actions;
  await saveActions(
    ctx.db,
    workspaceId,
    { actions, incomplete: outcome.incomplete === true },
    outcome.fetchedAt,
  );
  await recordSnapshot(ctx, workspaceId, outcome);
  await compareApps(ctx, { workspaceId });
  return 'listed';
}

/** An empty list where there were actions before is fetched again before it is saved. */
async function askTwice({ stackone }: Pick<Context, 'stackone'>, couldDo: boolean): Promise<ActionsOutcome> {
  const outcome = await stackone.listZoomActions();
  const vanished = couldDo && outcome.kind === 'actions' && outcome.actions.length === 0;
  return vanished ? stackone.listZoomActions() : outcome;
}

/** Actions that an incomplete list lacks may still exist: they are kept. */
function mergeActions(known: readonly Action[], listed: readonly Action[]): readonly Action[] {
  const ids = new Set(listed.map(({ id }) => id));
  return [...listed, ...known.filter(({ id }) => !ids.has(id))];
}

/** The saved actions; a missing or old list is queued to be fetched, for the next call. */
export async function readActions(
  ctx: Pick<Context, 'db' | 'clock' | 'settings'>,
  input: { readonly workspaceId: string },
): Promise<ActionList> {
  const list = await readActionList(ctx.db, input.workspaceId);
  if (ctx.settings.stackoneKey !== null && isDue(list, ctx.clock.now()))
    await enqueue(ctx.db, { task: 'list_actions', workspaceId: input.workspaceId });
  // Without a key StackOne is never asked, and no trouble is recorded.
  const unasked = ctx.settings.stackoneKey === null && list.trouble === null;
  return unasked ? { ...list, trouble: 'not_configured' } : list;
}

function isDue({ askedAt, answeredAt, trouble }: ActionList, now: Date): boolean {
  if (askedAt === null) return true;
  if (trouble !== null) return now.getTime() - askedAt.getTime() >= againMs;
  return answeredAt === null || now.getTime() - answeredAt.getTime() >= freshMs;
}
