/** One request as the simulated host saw it. Secrets, keys, codes and tokens are never in it. */
interface SeenRequest {
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly userAgent: string | undefined;
  /** What was answered; null when the connection was reset. */
  readonly status: number | null;
  /** The parsed fields, masked: `client_id`, `grant_type`, `secret: "[32 characters]"`. */
  readonly notes: Readonly<Record<string, string>>;
}

export interface RequestLog {
  all(): readonly SeenRequest[];
  /** The number of requests, of all paths or of one. */
  count(path?: string): number;
  last(): SeenRequest | undefined;
  clear(): void;
}

export interface RequestBook extends RequestLog {
  write(seen: SeenRequest): void;
}

/** A demo may run for days: only the newest requests are kept. */
const KEPT = 10_000;

export function createRequestBook(): RequestBook {
  const seen: SeenRequest[] = [];
  return {
    all: () => [...seen],
    count: (path) => seen.filter((request) => path === undefined || request.path === path).length,
    last: () => seen.at(-1),
    clear: () => {
      seen.length = 0;
    },
    write: (request) => {
      seen.push(request);
      if (seen.length > KEPT) seen.shift();
    },
  };
}

export function masked(secret: string): string {
  return `[${secret.length} characters]`;
}
