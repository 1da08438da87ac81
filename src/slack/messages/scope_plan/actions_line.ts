import type { UnknownReason } from '../../../core/checks/reasons.ts';
import { CONNECTOR_ITSELF } from '../../../core/profiles/zoom_connector.ts';
import type { ActionList } from '../../../store/profiles/stackone_actions.ts';
import { count } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { whyNoAnswer } from '../checks/unknown_reason_words.ts';

/** How old the knowledge of StackOne is, and what is missing in it. */
export function actionsLine({ actions: known, answeredAt, trouble, incomplete }: ActionList): string {
  const now = trouble === null ? '' : unknownReasonWords(trouble);
  if (answeredAt === null) return now === '' ? 'StackOne’s actions are not known yet.' : now;
  const listed = known.filter(({ id }) => id !== CONNECTOR_ITSELF).length;
  const all = `${count(listed, 'StackOne action')} as of ${moment(answeredAt)}.`;
  const gaps = incomplete ? 'That list was incomplete: there may be more.' : '';
  return [all, gaps, now].filter((words) => words !== '').join(' ');
}

function unknownReasonWords(trouble: UnknownReason): string {
  switch (trouble) {
    case 'key_forbidden':
      return 'StackOne’s actions are not available: the API key may not list them.';
    case 'no_listing':
      return 'StackOne’s actions are not available: it does not offer that list.';
    default:
      return `StackOne’s actions are not available right now: ${whyNoAnswer(trouble, 'StackOne')}.`;
  }
}
