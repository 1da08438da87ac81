import type { TaskList } from 'graphile-worker';
import { scrub } from '../../scrub.ts';
import { noTelemetry, stopwatch, type Telemetry } from '../../telemetry/telemetry.ts';
import type { Tasks } from './task.ts';

/** Our tasks in the form that graphile-worker takes. It stores and logs what is thrown, so that is scrubbed first. */
export function taskList(tasks: Tasks, { metrics, tracing }: Telemetry = noTelemetry): TaskList {
  const list: TaskList = {};
  for (const [name, task] of Object.entries(tasks)) {
    list[name] = async (payload, { job, abortSignal }) => {
      const seconds = stopwatch();
      const lastAttempt = job.attempts >= job.max_attempts;
      try {
        const start = { name: `job ${name}`, kind: 'consumer', cause: traceparentIn(payload) } as const;
        const attempt = { attempt: job.attempts, lastAttempt, signal: abortSignal };
        await tracing.span(start, () => task.run(payload, attempt));
        metrics.jobRan(name, 'done', seconds());
      } catch (error) {
        metrics.jobRan(name, lastAttempt ? 'given_up' : 'failed', seconds());
        throw scrubbed(error);
      }
    };
  }
  return list;
}

function scrubbed(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(scrub(String(error)));
  const safe = new Error(scrub(error.message));
  if (error.stack !== undefined) safe.stack = scrub(error.stack);
  return safe;
}

/** Of what added the job. */
function traceparentIn(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || !('traceparent' in payload)) return null;
  return typeof payload.traceparent === 'string' ? payload.traceparent : null;
}
