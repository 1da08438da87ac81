import type { Json } from '../json.ts';
import type { Violation } from '../rules/index.ts';

export type { Violation };

export interface LogEntry {
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly direction: 'from_app' | 'to_app';
  /** Web API method, `response_url`, or what was delivered: `command`, `view_submission`, `event:app_home_opened`. */
  readonly kind: string;
  readonly team: string | null;
  readonly request: Json;
  /** What Slack answered the app, or how the app acknowledged; null while open. */
  readonly reply: Json | null;
  /** HTTP status of the answer; null for Socket Mode and while open. */
  readonly status: number | null;
  readonly ms: number | null;
  /** How much longer than Slack would have the simulator waited for the app, because the machine was too busy. */
  readonly grantedMs: number;
  /** How long simulator and app waited for a processor between a delivery and its acknowledgement; 0 while open. */
  readonly waitedMs: number;
  readonly violations: readonly Violation[];
}

export interface Inspector {
  entries(): readonly LogEntry[];
  /** Everything the app ever did against Slack's rules. Empty = the app behaves. */
  violations(): readonly (Violation & { readonly kind: string; readonly entry: number })[];
  /** Requests of the app to one method, in order. */
  calls(method: string): readonly LogEntry[];
  /** Deliveries to the app of one kind. */
  deliveries(kind: string): readonly LogEntry[];
  /** Forget the log, e.g. after a provoked mistake. */
  clear(): void;
}
