import { checkNames } from '../../../core/checks/check.ts';
import type { EventKind } from '../../../store/apps/events.ts';
import { type Detail, somebody } from '../history/event_detail.ts';
import { checkTitles } from '../product_words.ts';

/** Who looked after what broke, for the history. */
export const regressionEventWords = {
  regression_taken: (detail: Detail) => `looks after *${title(detail)}*, which broke.`,
  regression_handed_over: (detail: Detail) =>
    `handed *${title(detail)}*, which broke, over to ${somebody(detail.to)}.`,
  regression_released: (detail: Detail) =>
    `asks the owners about *${title(detail)}* again, which is still broken; ${somebody(detail.from)} looked after it.`,
} satisfies Partial<Record<EventKind, (detail: Detail) => string>>;

function title({ check }: Detail): string {
  const name = checkNames.find((one) => one === check);
  return name === undefined ? 'a check' : checkTitles[name];
}
