/** The faults of a simulated host: outages, slowness and prescribed answers. */
export interface Faults {
  /** Every connection is reset before an answer. */
  down(): void;
  /** Every answer comes this many milliseconds late. */
  slow(ms: number): void;
  /** The headers and the beginning of the body arrive, then the connection breaks. */
  cut(): void;
  /** This answer instead of the host's own. A later call has precedence. */
  answer(answer: Answer): void;
  clearFaults(): void;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as an HTML page; has precedence over `body`. */
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Only for this path; for all when left out. */
  readonly path?: string;
  /** Only this many times; until `clearFaults` when left out. */
  readonly times?: number;
}

export interface FaultSwitches extends Faults {
  readonly isDown: () => boolean;
  readonly isCut: () => boolean;
  readonly delayMs: () => number;
  readonly takeAnswer: (path: string) => Answer | undefined;
}

export function createFaults(): FaultSwitches {
  let isDown = false;
  let isCut = false;
  let delayMs = 0;
  let prescribed: { answer: Answer; left: number }[] = [];
  return {
    down: () => {
      isDown = true;
    },
    slow: (ms) => {
      delayMs = ms;
    },
    cut: () => {
      isCut = true;
    },
    answer: (answer) => {
      prescribed.unshift({ answer, left: answer.times ?? Number.POSITIVE_INFINITY });
    },
    clearFaults: () => {
      isDown = false;
      isCut = false;
      delayMs = 0;
      prescribed = [];
    },
    isDown: () => isDown,
    isCut: () => isCut,
    delayMs: () => delayMs,
    takeAnswer: (path) => {
      const found = prescribed.find(({ answer }) => answer.path === undefined || answer.path === path);
      if (!found) return undefined;
      found.left -= 1;
      prescribed = prescribed.filter(({ left }) => left > 0);
      return found.answer;
    },
  };
}
