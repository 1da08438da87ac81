import { readFileSync } from 'node:fs';
import type { Modal, Submitted } from '../../sandbox/simulators/slack/index.ts';

const tooSlow = /Greenroom could not finish in time/;
const MOST_TIMES = 5;

/**
 * Presses the submit button. On a machine whose processors were busy most of that time Greenroom may give up waiting for
 * its database and ask to try again: then a person does, and so does a story that tells of something else.
 */
export async function submits(modal: Modal): Promise<Submitted> {
  for (let times = 1; ; times += 1) {
    const [before, busyBefore] = [performance.now(), busyMs()];
    const outcome = await modal.submit();
    const wasBusy = busyMs() - busyBefore > (performance.now() - before) / 2;
    if (outcome !== 'errors' || !tooSlow.test(modal.text()) || !wasBusy || times === MOST_TIMES)
      return outcome;
    console.warn('The machine was too busy: a form was submitted again');
  }
}

/** How long at least one process has waited for a processor, ms since the start of the machine; 0 where nobody counts. */
function busyMs(): number {
  try {
    return Number(/^some .*total=(\d+)/.exec(readFileSync('/proc/pressure/cpu', 'utf8'))?.[1]) / 1_000;
  } catch {
    return 0;
  }
}
