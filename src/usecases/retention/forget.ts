import { retry } from '../../concurrency/retry.ts';
import {
  countAppsWithoutOwner,
  type ForgetStep,
  type Forgotten,
  forgetRows,
  type StepResult,
  stepsOf,
} from '../../store/workspaces/forget.ts';
import type { Context } from '../changes/context.ts';
import { notifyAll } from '../changes/notify_watchers.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';

/** Small transactions, so that changes of people never wait long for one. */
const batchSize = 1_000;
/** For one step; what is left is forgotten by the next run. */
const mostBatches = 10_000;
/** Rows that somebody else writes meanwhile: the steps begin again this often. */
const mostRounds = 5;
/** Postgres, appendix A: a deadlock; a row that refers to what is deleted was written meanwhile. */
const PASSING = new Set(['40P01', '40001']);
const STILL_REFERRED_TO = '23503';

/** How much was forgotten: rows by table, and waiting jobs. Never what was in them. */
export type ForgetCounts = Readonly<Record<string, number>>;

export interface ForgetReport {
  readonly counts: ForgetCounts;
  /** Rows that are still there: in use, or written meanwhile. Another run forgets them. */
  readonly left: number;
  /** Zoom apps of the workspace that nobody owns: anybody of the workspace can make themselves an owner. */
  readonly appsWithoutOwner: number;
}

export type ForgetInput = Forgotten & { readonly workspaceId: string };
type Forgetting = Pick<Context, 'db' | 'clock' | 'newId'>;

/**
 * Forgets a person in a workspace, the whole workspace, or old history, in bounded batches of a transaction each. It may be
 * killed at any moment: another run goes on. A workspace stays forgotten only if no Greenroom that is installed there runs.
 */
export async function forget(ctx: Forgetting, input: ForgetInput): Promise<ForgetReport> {
  const counts: Record<string, number> = {};
  let left = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    for (const step of await stepsOf(ctx.db, input)) {
      const rows = await forgetAll(ctx, input, step);
      if (rows > 0) counts[nameOf(step)] = (counts[nameOf(step)] ?? 0) + rows;
    }
    left = total(await countForgettable(ctx, input));
    if (left === 0) break;
  }
  return { counts, left, appsWithoutOwner: await countAppsWithoutOwner(ctx.db, input.workspaceId) };
}

/** What `forget` would do, without doing it. */
export async function countForgettable(ctx: Forgetting, input: ForgetInput): Promise<ForgetCounts> {
  const counts: Record<string, number> = {};
  for (const step of await stepsOf(ctx.db, input)) {
    const { rows } = await forgetBatch(ctx, input, step, true);
    if (rows > 0) counts[nameOf(step)] = rows;
  }
  return counts;
}

async function forgetAll(ctx: Forgetting, input: ForgetInput, step: ForgetStep): Promise<number> {
  let forgotten = 0;
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const { rows } = await forgetBatch(ctx, input, step, false).catch(laterIfReferredTo);
    if (rows === 0) break;
    forgotten += rows;
  }
  return forgotten;
}

/** Somebody wrote a row that refers to one of these: the next round deletes it first. */
function laterIfReferredTo(error: unknown): StepResult {
  if (error instanceof Error && 'code' in error && error.code === STILL_REFERRED_TO) return nothing;
  throw error;
}
const nothing: StepResult = { rows: 0, appIds: [] };

/** One batch, in a transaction, with new cards for the apps that show something else now. */
function forgetBatch(
  ctx: Forgetting,
  input: ForgetInput,
  step: ForgetStep,
  dry: boolean,
): Promise<StepResult> {
  const { workspaceId } = input;
  const run = () =>
    withWorkspaceLock(ctx, workspaceId, async (tx) => {
      const options = { most: batchSize, eventId: ctx.newId(), dry };
      const done = await forgetRows(tx, input, step, options);
      if (input.what === 'person') {
        const redrawn = done.appIds.map((appId) => ({ appId, messages: [] }));
        await notifyAll(tx, ctx, workspaceId, redrawn);
      }
      return done;
    });
  return retry(run, {
    delay: { firstMs: 100, longestMs: 1_000 },
    maxTries: 5,
    retryIf: (error) => error instanceof Error && 'code' in error && PASSING.has(String(error.code)),
  });
}

const nameOf = ({ name, table }: ForgetStep): string => table ?? name;

const total = (counts: ForgetCounts): number => Object.values(counts).reduce((sum, rows) => sum + rows, 0);
