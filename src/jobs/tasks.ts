import type { z } from 'zod';
import { jobPayloads } from '../core/jobs.ts';
import type { UseCases } from '../usecases/bind_use_cases.ts';
import { type Tasks, task } from './worker/task.ts';

/** Sends what is queued for a channel; a parameter, because it calls Slack. */
export type Deliver = (waiting: z.output<typeof jobPayloads.deliver>, signal: AbortSignal) => Promise<void>;

/** What each job of core/jobs.ts does. All of them may run twice without harm. */
export function createTasks(
  usecases: Pick<
    UseCases,
    | 'deleteOldDeliveries'
    | 'deleteNotedAccountEvents'
    | 'probeCredentials'
    | 'checkCredentials'
    | 'pollConnectSessions'
    | 'pollStackone'
    | 'checkAccounts'
    | 'refreshActions'
    | 'checkConnector'
    | 'compareApps'
    | 'reviewScopes'
    | 'sweep'
    | 'applyRetention'
  >,
): Tasks {
  return {
    probe_credentials: task({
      schema: jobPayloads.probe_credentials,
      run: (payload) => usecases.probeCredentials(payload),
    }),
    check_credentials: task({
      schema: jobPayloads.check_credentials,
      run: (payload, { signal }) => usecases.checkCredentials({ ...payload, signal }),
    }),
    poll_stackone: task({
      schema: jobPayloads.poll_stackone,
      run: async (payload) => {
        await usecases.pollStackone(payload);
        await usecases.checkAccounts(payload);
      },
    }),
    poll_connect_sessions: task({
      schema: jobPayloads.poll_connect_sessions,
      run: (payload, { signal }) => usecases.pollConnectSessions({ ...payload, signal }),
    }),
    review_scopes: task({
      schema: jobPayloads.review_scopes,
      run: async (payload) => {
        await usecases.reviewScopes(payload);
        await usecases.compareApps(payload);
      },
    }),
    forget_deliveries: task({
      schema: jobPayloads.forget_deliveries,
      run: async (payload) => {
        await usecases.deleteOldDeliveries(payload);
        await usecases.deleteNotedAccountEvents(payload);
      },
    }),
    list_actions: task({
      schema: jobPayloads.list_actions,
      run: async (payload) => void (await usecases.refreshActions(payload)),
    }),
    check_connector: task({
      schema: jobPayloads.check_connector,
      run: (payload) => usecases.checkConnector(payload),
    }),
    apply_retention: task({
      schema: jobPayloads.apply_retention,
      run: (payload) => usecases.applyRetention(payload),
    }),
    sweep: task({ schema: jobPayloads.sweep, run: (payload) => usecases.sweep(payload) }),
  };
}

/** In a queue of their own: sending is mostly waiting, and must not use up the concurrency of the others. */
export function createDeliveryTasks(deliver: Deliver): Tasks {
  return {
    deliver: task({ schema: jobPayloads.deliver, run: (payload, { signal }) => deliver(payload, signal) }),
  };
}
