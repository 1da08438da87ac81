import type { StoredEvent } from '../../../store/apps/events.ts';
import { eventWords } from '../history/history_words.ts';

/**
 * What happened, for a report. It is taken along, out of the workspace: the account that a proof linked may be a customer's, and
 * StackOne's words about a sign-in may name whose it was, so both are left out.
 */
export function reportEventWords(event: StoredEvent): string {
  const { accountId: _account, description: _words, ...detail } = event.detail;
  return eventWords({ ...event, detail });
}
