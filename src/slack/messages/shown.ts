import type { ZoomAppLine } from '../../core/apps/zoom_app.ts';
import type { EnvironmentKind, Trouble } from '../../core/checks/check.ts';
import type { Stage } from '../../core/checks/stage.ts';

/** What the use cases hand to the lists, the board, the history and ping, in the form the builders read it. */

/** `next`: opaque cursor of the page after this one. */
export interface ZoomAppPage {
  readonly lines: readonly ZoomAppLine[];
  readonly next: string | null;
}

export interface StackOneState {
  readonly answeredAt: Date | null;
  readonly trouble: Trouble | null;
  readonly troubleSince: Date | null;
}

export interface Board extends ZoomAppPage {
  readonly counts: Partial<Record<Stage, number>>;
  readonly stackone: StackOneState;
}

export interface ShownEvent {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  /** A Slack user id, or `greenroom`. */
  readonly actor: string;
  readonly environment?: EnvironmentKind;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface HistoryPage {
  readonly events: readonly ShownEvent[];
  readonly next: string | null;
}

export interface Health {
  readonly version: string;
  readonly database: 'ok';
  readonly jobsWaiting: number;
  readonly deliveriesWaiting: number;
  /** Blind resends: these messages may be in the channel twice. */
  readonly deliveriesRepeated: number;
  /** Dropped, because Slack refuses the message itself. */
  readonly deliveriesDropped: number;
  /** Conversations that Slack takes no messages for; `since` null: only refused, and not paused yet. */
  readonly closed: {
    readonly channels: readonly {
      readonly channelId: string;
      readonly reason: string;
      readonly since: Date | null;
    }[];
    readonly count: number;
  };
  /** Block types that Slack does not take in this workspace: fallback blocks are sent instead. */
  readonly plainBlocks: readonly string[];
  readonly stackone: StackOneState & { readonly configured: boolean };
  readonly zoom: {
    readonly probeTrust: 'untested' | 'trusted' | 'untrusted';
    readonly lastTrouble: Trouble | null;
  };
}

/** What was asked for: the words typed, and the cursor of the page shown; without one it is the first page. */
export interface Asked {
  readonly words: string;
  readonly after?: string;
}
