import { z } from 'zod';

/**
 * Every job of the queue. Names and payloads are stored: a running replica of an earlier release may read them, and may have
 * written them.
 */
export const jobNames = [
  'deliver',
  'probe_credentials',
  'check_credentials',
  'poll_stackone',
  'poll_connect_sessions',
  'review_scopes',
  'forget_deliveries',
  'list_actions',
  'check_connector',
  'sweep',
  'apply_retention',
] as const;
export type JobName = (typeof jobNames)[number];

const workspace = z.object({ workspaceId: z.string() });

/** Ids only: what else a job needs it reads when it runs. */
export const jobPayloads = {
  /** `failures`: how often in a row Slack could not be reached for this channel. */
  deliver: workspace.extend({ channelId: z.string(), failures: z.number().int().min(0).default(0) }),
  probe_credentials: workspace.extend({ environmentId: z.string() }),
  check_credentials: workspace,
  poll_stackone: workspace.extend({ force: z.boolean().optional() }),
  poll_connect_sessions: workspace,
  review_scopes: workspace,
  forget_deliveries: workspace,
  list_actions: workspace,
  check_connector: workspace.extend({ force: z.boolean().optional() }),
  sweep: workspace,
  apply_retention: workspace,
} as const satisfies Record<JobName, z.ZodType>;

type JobNamed<Name extends JobName> = { readonly task: Name } & Readonly<z.input<(typeof jobPayloads)[Name]>>;

/** A job to be queued. `task` is graphile-worker's word for the name of a job. */
export type Job = { [Name in JobName]: JobNamed<Name> }[JobName];

/** Jobs about a whole workspace, which a schedule can queue. */
export type WorkspaceJobName = Exclude<JobName, 'deliver' | 'probe_credentials'>;
