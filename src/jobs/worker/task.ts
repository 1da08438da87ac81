import type { z } from 'zod';

export interface JobAttempt {
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** True when a failure now is final: the job is then kept, but not run again. */
  readonly lastAttempt: boolean;
  /** Aborted when the process stops and the time for running jobs is over. */
  readonly signal: AbortSignal;
}

/**
 * What a job of one name does. It may run more than once (a process can die after the work and before its result is
 * recorded), so the work must be such that a second time does no harm. Throwing means: try again later.
 */
export interface Task<Payload> {
  readonly schema: z.ZodType<Payload>;
  run(payload: Payload, attempt: JobAttempt): Promise<void>;
}

/** A task whose payload type is known only to itself, as the queue keeps it. */
export interface BoundTask {
  run(payload: unknown, attempt: JobAttempt): Promise<void>;
}

export type Tasks = Readonly<Record<string, BoundTask>>;

/** Ties the schema and the work together: `run` is only called with a payload that fits. */
export function task<Payload>(definition: Task<Payload>): BoundTask {
  return {
    async run(payload, attempt) {
      const parsed = definition.schema.safeParse(payload);
      if (!parsed.success) throw new Error(`The payload does not fit: ${parsed.error.message}`);
      await definition.run(parsed.data, attempt);
    },
  };
}
