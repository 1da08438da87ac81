import type { Modal, Submitted } from '../../sandbox/simulators/slack/index.ts';

const tooSlow = /Greenroom could not finish in time/;
const MOST_TIMES = 5;

/**
 * Presses the submit button. Greenroom may give up waiting for its database and ask to try again: where the simulator says
 * that the machine delayed this submission, a person does, and so does a story that tells of something else.
 */
export async function submits(modal: Pick<Modal, 'submit' | 'text' | 'wasDelayed'>): Promise<Submitted> {
  for (let times = 1; ; times += 1) {
    const outcome = await modal.submit();
    const mayTryAgain = outcome === 'errors' && tooSlow.test(modal.text()) && modal.wasDelayed();
    if (!mayTryAgain || times === MOST_TIMES) return outcome;
    console.warn('The machine was too busy: a form was submitted again');
  }
}
