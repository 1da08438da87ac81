import type { Trouble } from '../core/readiness/checks.ts';
import type { StackOneState } from '../core/readiness/overlay.ts';
import { readProbeTrouble } from '../store/credentials.ts';
import { countRepeatedDeliveries, countWaitingDeliveries } from '../store/deliveries.ts';
import { countWaitingJobs } from '../store/jobs.ts';
import { readStackOneState } from '../store/stackone_polls.ts';
import { type ProbeTrust, readWorkspace } from '../store/workspaces.ts';
import type { Context } from './context.ts';

export interface Health {
  readonly version: string;
  readonly database: 'ok';
  readonly jobsWaiting: number;
  readonly deliveriesWaiting: number;
  /** Sent again without having been able to look: they may stand twice. */
  readonly deliveriesRepeated: number;
  readonly stackone: StackOneState & { readonly configured: boolean };
  readonly zoom: { readonly probeTrust: ProbeTrust; readonly lastTrouble: Trouble | null };
}

/** For `/zoom-app ping`. That it answers at all says that the database does. */
export async function readHealth(
  ctx: Pick<Context, 'db' | 'settings'>,
  input: { readonly workspaceId: string },
): Promise<Health> {
  const [jobsWaiting, deliveriesWaiting, deliveriesRepeated, stackone, workspace, lastTrouble] =
    await Promise.all([
      countWaitingJobs(ctx.db),
      countWaitingDeliveries(ctx.db, input.workspaceId),
      countRepeatedDeliveries(ctx.db, input.workspaceId),
      readStackOneState(ctx.db, input.workspaceId),
      readWorkspace(ctx.db, input.workspaceId),
      readProbeTrouble(ctx.db, input.workspaceId),
    ]);
  return {
    version: ctx.settings.version,
    database: 'ok',
    jobsWaiting,
    deliveriesWaiting,
    deliveriesRepeated,
    stackone: { ...stackone, configured: ctx.settings.stackoneKey !== null },
    zoom: { probeTrust: workspace?.probeTrust ?? 'untested', lastTrouble },
  };
}
