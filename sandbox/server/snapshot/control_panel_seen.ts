import type { RefusalReport } from '../../simulators/stackone/connect/refusal_reports.ts';
import type { OddList } from '../../simulators/stackone/lists/odd_list_names.ts';
import type { TokenAnswer } from '../../simulators/zoom/answer_names.ts';

/** What the control panel shows, a part of the `Snapshot`. */

export type FaultSetting = 'fine' | 'slow' | 'limited' | 'down';
export type HostName = 'slack' | 'zoom' | 'stackone';
export type ListName = 'profiles' | 'accounts' | 'actions';

/** The state that the control panel shows. */
export interface ControlPanelSeen {
  readonly faults: Readonly<Record<HostName, FaultSetting>>;
  /** The prescribed answer of Zoom's token endpoint; null: the right one. */
  readonly tokenAnswer: TokenAnswer | null;
  /** What is wrong with StackOne's lists; null: nothing. */
  readonly oddLists: Readonly<Record<ListName, OddList | null>>;
  readonly zoomApps: readonly ZoomAppSeen[];
  readonly profiles: readonly ProfileSeen[];
  readonly stackone: StackOneSeen;
  readonly greenroom: GreenroomSeen;
  readonly sockets: number;
  /** Slack refuses the blocks that were rolled out lately. */
  readonly older: boolean;
}

export interface ZoomAppSeen {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly enabled: boolean;
  /** Local Test shows Ready. */
  readonly ready: boolean;
  readonly production: { readonly clientId: string; readonly clientSecret: string };
  readonly publicClientId: string;
  /** The Production side is shared for Beta. */
  readonly shared: boolean;
  readonly management: 'admin' | 'user';
  /** StackOne's redirect URL stands on the OAuth Allow List. */
  readonly redirectAllowed: boolean;
  readonly scopes: readonly string[];
}

export interface StackOneSeen {
  readonly keyWrites: boolean;
  readonly webhooks: boolean;
  readonly refusals: RefusalReport;
  /** Of Zoom's connector, the newest first. */
  readonly versions: readonly string[];
  /** Newest first; without links and tokens. */
  readonly sessions: readonly ConnectSessionSeen[];
}

export interface ConnectSessionSeen {
  readonly id: number;
  readonly type: 'production' | 'test';
  readonly owner: string;
  /** The word of its latest attempt, `not opened` or `expired`. */
  readonly state: string;
  /** What StackOne says of an attempt that did not succeed. */
  readonly words: string;
}

export interface ProfileSeen {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly version: string;
  readonly pinned: boolean;
  /** Of the pair that it holds; null: none. */
  readonly clientId: string | null;
  readonly accounts: readonly { readonly id: string; readonly owner: string; readonly status: string }[];
}

export interface GreenroomSeen {
  /** Frozen: the process is there and does nothing. */
  readonly state: 'starting' | 'running' | 'frozen' | 'stopped';
  readonly transport: 'socket' | 'http';
  /** Seconds between two polls of StackOne. */
  readonly pollSeconds: number;
  /** Milliseconds by which its time is ahead of everybody else's. */
  readonly aheadMs: number;
  /** Last lines of its log. */
  readonly log: readonly string[];
}
