import { z } from 'zod';
import type { UseCases } from '../usecases/bind_use_cases.ts';
import { type Tasks, task } from './worker/task.ts';

const workspace = z.object({ workspaceId: z.string() });
const environment = workspace.extend({ environmentId: z.string() });
const channel = workspace.extend({ channelId: z.string(), failures: z.number().int().min(0).default(0) });

/** Sends what waits in a channel; handed in, because it speaks to Slack. */
export type Deliver = (waiting: z.output<typeof channel>, signal: AbortSignal) => Promise<void>;

/** What each job of store/jobs.ts does. All of them may run twice without harm. */
export function createTasks(
  usecases: Pick<
    UseCases,
    | 'forgetDeliveries'
    | 'probeCredentials'
    | 'checkCredentials'
    | 'pollStackone'
    | 'checkAccounts'
    | 'refreshActions'
    | 'reviewScopes'
    | 'sweep'
  >,
): Tasks {
  return {
    probe_credentials: task({ schema: environment, run: (payload) => usecases.probeCredentials(payload) }),
    check_credentials: task({
      schema: workspace,
      run: (payload, { signal }) => usecases.checkCredentials({ ...payload, signal }),
    }),
    poll_stackone: task({
      schema: workspace.extend({ force: z.boolean().optional() }),
      run: async (payload) => {
        await usecases.pollStackone(payload);
        await usecases.checkAccounts(payload);
      },
    }),
    review_scopes: task({ schema: workspace, run: (payload) => usecases.reviewScopes(payload) }),
    forget_deliveries: task({ schema: workspace, run: (payload) => usecases.forgetDeliveries(payload) }),
    list_actions: task({ schema: workspace, run: (payload) => usecases.refreshActions(payload) }),
    sweep: task({ schema: workspace, run: (payload) => usecases.sweep(payload) }),
  };
}

/** Apart from the others: sending is mostly waiting, and must not take their places. */
export function createDeliveryTasks(deliver: Deliver): Tasks {
  return {
    deliver: task({ schema: channel, run: (payload, { signal }) => deliver(payload, signal) }),
  };
}
