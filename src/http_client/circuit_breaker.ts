import type { Clock } from '../core/clock.ts';
import type { Failure, HttpOutcome } from './http_outcome.ts';

export interface CircuitLimits {
  /** This number of failures in a row opens the circuit. */
  readonly failures: number;
  /** Time without a call while the circuit is open; then one call is let through (half-open). */
  readonly restMs: number;
}

export type CircuitChange = { readonly now: 'open'; readonly because: Failure } | { readonly now: 'closed' };

/** Stops calling a host that is down, so that an outage costs neither time nor connections. */
export interface Circuit {
  run(call: () => Promise<HttpOutcome>): Promise<HttpOutcome>;
}

interface CircuitState {
  inARow: number;
  /** Milliseconds; undefined while closed. */
  openSince: number | undefined;
  because: Failure;
  /** Half-open: one call is on its way. */
  trying: boolean;
}

export function createCircuit(
  limits: CircuitLimits,
  clock: Clock,
  onChange: (change: CircuitChange) => void,
): Circuit {
  const circuitState: CircuitState = { inARow: 0, openSince: undefined, because: 'network', trying: false };

  const refusal = (): HttpOutcome | undefined => {
    if (circuitState.openSince === undefined) return undefined;
    const left = circuitState.openSince + limits.restMs - clock.now().getTime();
    if (left <= 0 && !circuitState.trying) return undefined;
    const { because } = circuitState;
    return { kind: 'unreachable', why: 'circuit_open', because, retryAfterMs: Math.max(left, 0) };
  };

  const fail = (because: Failure): void => {
    circuitState.inARow += 1;
    circuitState.because = because;
    const wasOpen = circuitState.openSince !== undefined;
    if (!wasOpen && circuitState.inARow < limits.failures) return;
    circuitState.openSince = clock.now().getTime();
    if (!wasOpen) onChange({ now: 'open', because });
  };

  const succeed = (): void => {
    circuitState.inARow = 0;
    if (circuitState.openSince === undefined) return;
    circuitState.openSince = undefined;
    onChange({ now: 'closed' });
  };

  return {
    run: async (call) => {
      const refused = refusal();
      if (refused) return refused;
      const isTrial = circuitState.openSince !== undefined;
      if (isTrial) circuitState.trying = true;
      try {
        const outcome = await call();
        const failure = failureOf(outcome);
        if (failure === undefined) succeed();
        else fail(failure);
        return outcome;
      } finally {
        if (isTrial) circuitState.trying = false;
      }
    },
  };
}

/** An answer below 500, even one that is too large, shows that the host is up. */
function failureOf(outcome: HttpOutcome): Failure | undefined {
  if (outcome.kind === 'reply') return outcome.status >= 500 ? 'server_error' : undefined;
  return outcome.why === 'timeout' || outcome.why === 'network' ? outcome.why : undefined;
}
