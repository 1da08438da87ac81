import type { WatchedCheck } from './metrics.ts';

/** What the database knows of all replicas together, at one moment. Ages in seconds; null when there is nothing. */
export interface Statistics {
  readonly jobs: readonly JobStatistics[];
  readonly checks: readonly CheckStatistics[];
  readonly deliveries: DeliveryStatistics;
}

export interface JobStatistics {
  readonly task: string;
  /** Could run now. */
  readonly waiting: number;
  readonly running: number;
  /** Failed for the last time; kept for somebody to look at. */
  readonly givenUp: number;
  readonly oldestWaiting: number;
}

export interface CheckStatistics {
  readonly check: WatchedCheck;
  /** null: this check has a schedule of its own. */
  readonly due: number | null;
  /** Due for longer than five minutes. */
  readonly overdue: number | null;
  readonly oldestLook: number | null;
}

export interface DeliveryStatistics {
  readonly queued: number;
  readonly sending: number;
  /** Queued for a channel that is paused, because Slack takes no message there. */
  readonly held: number;
  /** Of those that are not held. */
  readonly oldestWaiting: number;
}

/** Where the gauges get their values at a scrape. */
export interface Sources {
  /** Null when the database does not answer. */
  statistics(): Promise<Statistics | null>;
  connections(): { readonly idle: number; readonly busy: number; readonly waiting: number };
  slackConnected(): boolean;
}
