/** Words and numbers from a small set: never an id of a person, never what was sent. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

export interface SpanStart {
  /** `command /zoom-app`, `job sweep`, `slack chat.postMessage` */
  readonly name: string;
  /** Default: work inside the process. */
  readonly kind?: 'server' | 'client' | 'consumer';
  /** The `traceparent` (W3C) of what caused it, perhaps in another process. Without one it belongs to what runs now. */
  readonly cause?: string | null;
}

export interface Span {
  note(attributes: Attributes): void;
}

export interface Tracing {
  /** Runs `work` as a part of what is going on; one that throws is marked as failed. */
  span<T>(start: SpanStart, work: (span: Span) => Promise<T>): Promise<T>;
  /** Of what runs now, to be stored with what it causes; null when nothing is traced. */
  traceparent(): string | null;
  /** For log lines. */
  fields(): Readonly<Record<string, string>>;
  /** Sends what has not been sent yet, within a few seconds. */
  stop(): Promise<void>;
}

const silent: Span = { note() {} };
const noFields = {};

export const noTracing: Tracing = {
  span: (_start, work) => work(silent),
  traceparent: () => null,
  fields: () => noFields,
  stop: async () => {},
};
