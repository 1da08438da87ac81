import type { TaskList } from 'graphile-worker';
import { scrub } from '../../scrub.ts';
import type { Tasks } from './task.ts';

/** Our tasks as graphile-worker wants them. It stores and logs what is thrown, so that is scrubbed first. */
export function taskList(tasks: Tasks): TaskList {
  const list: TaskList = {};
  for (const [name, task] of Object.entries(tasks)) {
    list[name] = async (payload, { job, abortSignal }) => {
      try {
        await task.run(payload, {
          attempt: job.attempts,
          lastAttempt: job.attempts >= job.max_attempts,
          signal: abortSignal,
        });
      } catch (error) {
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
