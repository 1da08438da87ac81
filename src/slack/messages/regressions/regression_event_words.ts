import type { EventKind } from '../../../store/apps/events.ts';
import { checkTitleIn, type Detail, somebody } from '../history/event_detail.ts';

/** Who looked after what broke, for the history. */
export const regressionEventWords = {
  regression_taken: (detail: Detail) => `looks after *${checkTitleIn(detail.check)}*, which broke.`,
  regression_handed_over: (detail: Detail) =>
    `handed *${checkTitleIn(detail.check)}*, which broke, over to ${somebody(detail.to)}.`,
  regression_released: (detail: Detail) =>
    `asks the owners about *${checkTitleIn(detail.check)}* again, which is still broken; ${somebody(detail.from)} looked after it.`,
} satisfies Partial<Record<EventKind, (detail: Detail) => string>>;
