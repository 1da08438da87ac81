import { fairDeadline } from '../deadlines/fair_deadline.ts';
import type { SlackState } from './workspace_state.ts';

/** Notifies every listener of visible changes. */
export function changed(slackState: SlackState): void {
  for (const listener of [...slackState.listeners]) listener();
}

/**
 * Waits until `probe` gives something other than null. Rejects with what `describe` says after `timeoutMs`,
 * and as much longer as the machine was too busy.
 */
export function until<T>(
  slackState: SlackState,
  probe: () => T | null,
  describe: () => Error,
  ms?: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const first = probe();
    if (first !== null) return resolve(first);
    const finish = () => {
      limit.cancel();
      slackState.listeners.delete(onChange);
    };
    const onChange = () => {
      try {
        const found = probe();
        if (found === null) return;
        finish();
        resolve(found);
      } catch (error) {
        finish();
        reject(error);
      }
    };
    const limit = fairDeadline(slackState.processorWait, ms ?? slackState.limits.timeoutMs, () => {
      finish();
      reject(describe());
    });
    slackState.listeners.add(onChange);
  });
}
