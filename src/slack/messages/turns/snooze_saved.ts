import type { MessageView } from '../../blocks/block_types.ts';
import { moment } from '../../blocks/time.ts';
import { say } from '../say.ts';

/** The answer to whoever put off reminders. Null: the step that was shown is done, or another one is next. */
export function snoozeSaved(snoozed: { readonly until: Date | null } | null): MessageView {
  return say(wordsOf(snoozed));
}

function wordsOf(snoozed: Parameters<typeof snoozeSaved>[0]): string {
  if (snoozed === null) return 'This step is not the next one any more: nobody is reminded of it.';
  return snoozed.until === null
    ? 'Nobody is reminded of this step again. It stays on the card and in App Home.'
    : `Greenroom reminds of it again after ${moment(snoozed.until)}, if it still waits then.`;
}
