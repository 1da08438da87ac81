import type { UnknownReason } from '../core/checks/reasons.ts';
import type { StackOneState } from '../core/checks/stackone_status.ts';
import { readProbeTrouble } from '../store/apps/credentials.ts';
import {
  countRefusedDeliveries,
  countRepeatedDeliveries,
  countWaitingDeliveries,
  readRefusedChannels,
} from '../store/deliveries/deliveries.ts';
import { readPausedChannels } from '../store/deliveries/paused_channels.ts';
import { countWaitingJobs } from '../store/jobs.ts';
import { readStackOneState } from '../store/profiles/stackone_polls.ts';
import { readBlockSupport } from '../store/workspaces/block_support.ts';
import { type ProbeTrust, readWorkspace } from '../store/workspaces/workspaces.ts';
import type { Context } from './changes/context.ts';

export interface Health {
  readonly version: string;
  readonly database: 'ok';
  readonly jobsWaiting: number;
  readonly deliveriesWaiting: number;
  /** Blind resends: these messages may be in the channel twice. */
  readonly deliveriesRepeated: number;
  /** Dropped within the last weeks, because Slack refuses the message itself. */
  readonly deliveriesDropped: number;
  /** Channels that Slack takes no messages for: the longest paused first, and how many there are. */
  readonly closed: {
    readonly channels: readonly ClosedChannel[];
    readonly count: number;
  };
  /** Block types that Slack does not take in this workspace: fallback blocks are sent instead. */
  readonly plainBlocks: readonly string[];
  readonly stackone: StackOneState & { readonly configured: boolean };
  readonly zoom: { readonly probeTrust: ProbeTrust; readonly lastTrouble: UnknownReason | null };
}

export interface ClosedChannel {
  /** Of a channel, or of a person. */
  readonly channelId: string;
  /** Slack's error code. */
  readonly reason: string;
  /** Null: refused, and not for long enough to count as paused. */
  readonly since: Date | null;
}

/** Most closed channels that are named. */
const mostNamed = 5;

/** For `/zoom-app ping`. Fails when the database does not answer. */
export async function readHealth(
  ctx: Pick<Context, 'db' | 'settings'>,
  input: { readonly workspaceId: string },
): Promise<Health> {
  const { db } = ctx;
  const { workspaceId } = input;
  const [
    jobsWaiting,
    waiting,
    repeated,
    dropped,
    paused,
    refused,
    stackone,
    workspace,
    lastTrouble,
    support,
  ] = await Promise.all([
    countWaitingJobs(db),
    countWaitingDeliveries(db, workspaceId),
    countRepeatedDeliveries(db, workspaceId),
    countRefusedDeliveries(db, workspaceId),
    readPausedChannels(db, workspaceId, mostNamed),
    readRefusedChannels(db, workspaceId, mostNamed),
    readStackOneState(db, workspaceId),
    readWorkspace(db, workspaceId),
    readProbeTrouble(db, workspaceId),
    readBlockSupport(db, workspaceId),
  ]);
  return {
    version: ctx.settings.version,
    database: 'ok',
    jobsWaiting,
    deliveriesWaiting: waiting,
    deliveriesRepeated: repeated,
    deliveriesDropped: dropped,
    closed: {
      channels: [...paused, ...refused.map((one) => ({ ...one, since: null }))].slice(0, mostNamed),
      count: (paused[0]?.count ?? 0) + (refused[0]?.count ?? 0),
    },
    plainBlocks: support.flatMap(({ block, taken }) => (taken ? [] : [block])),
    stackone: { ...stackone, configured: ctx.settings.stackoneKey !== null },
    zoom: { probeTrust: workspace?.probeTrust ?? 'untested', lastTrouble },
  };
}
