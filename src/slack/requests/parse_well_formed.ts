import type { App } from '@slack/bolt';
import { wellFormed } from '../../core/text/well_formed.ts';

/**
 * Makes every text of every body well formed before anything reads it, over both transports. Outermost of the wrappers
 * of `processEvent`, since the others know a request by its body.
 */
export function readWellFormed(app: App): void {
  const process = app.processEvent.bind(app);
  app.processEvent = (event) => process({ ...event, body: wellFormed(event.body) });
}
