import type { StackOneState } from '../../../core/checks/stackone_status.ts';
import { stages } from '../../../core/checks/stage.ts';
import { asksForUnproven, type Board } from '../../../usecases/apps/list_zoom_apps.ts';
import { actionIds } from '../../action_ids.ts';
import type { KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, code, context, header, section } from '../../blocks/layout.ts';
import { count } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { unknownReasonRemedy, whyNoAnswer } from '../checks/unknown_reason_words.ts';
import { stageWords } from '../product_words.ts';
import { appLine, appLineSpoken } from './app_line.ts';
import type { AskedPage } from './asked_page.ts';
import { matching, nothingBlocks, nothingSpoken, unprovenHint } from './list_message.ts';
import { pageButtons } from './page_buttons.ts';

/** The answer to `/zoom-ready`: how many environments stand where, then each of them with its next step. */
export function boardMessage(board: Board, asked: AskedPage, now: Date): MessageView {
  if (board.lines.length === 0) {
    return messageView(nothingSpoken(board, asked), [
      header('Zoom readiness'),
      ...nothingBlocks(board, asked, actionIds.boardPage),
      ...stackoneBlocks(board.stackone),
    ]);
  }
  const spoken = `Zoom readiness${matching(asked)}: ${countWords(board.counts)}. ${board.lines.map(appLineSpoken).join('. ')}.`;
  return messageView(spoken, [
    header('Zoom readiness'),
    ...countBlocks(board.counts),
    ...(asked.words.trim() === '' ? [] : [context(`Zoom apps${matching(asked)}:`)]),
    ...board.lines.map((line) => appLine(line, '', asksForUnproven(asked.words))),
    ...unprovenHint(asked),
    ...actions(pageButtons(actionIds.boardPage, asked, board.next)),
    ...stackoneBlocks(board.stackone),
    context(`As of ${moment(now)}.`),
  ]);
}

/** "2 Live, 1 Testing" */
function countWords(counts: Board['counts']): string {
  const words = present(counts).map(([stage, n]) => `${n} ${stageWords[stage].word}`);
  return words.join(', ') || 'no environment yet';
}

/** One bar per stage, in the order of the journey: a picture in letters, readable without colour. */
export function countBlocks(counts: Board['counts']): KnownBlock[] {
  const rows = present(counts);
  if (rows.length === 0) return [];
  const most = Math.max(...rows.map(([, n]) => n));
  const lines = rows.map(([stage, n]) => {
    const bar = '■'.repeat(Math.max(1, Math.round((n / Math.max(most, 20)) * 20)));
    return `${stageWords[stage].word.padEnd(12)}${String(n).padStart(6)} ${bar}`;
  });
  const total = rows.reduce((sum, [, n]) => sum + n, 0);
  return [section(`${count(total, 'environment')} by stage:\n${code(lines.join('\n'))}`)];
}

function present(counts: Board['counts']): [(typeof stages)[number], number][] {
  return stages.flatMap((stage) => {
    const n = counts[stage] ?? 0;
    return n > 0 ? [[stage, n] as [typeof stage, number]] : [];
  });
}

/** Only during an outage of StackOne: stale statuses must not look fresh. */
export function stackoneBlocks({ answeredAt, trouble, troubleSince }: StackOneState): KnownBlock[] {
  if (trouble === null) return [];
  const since = troubleSince === null ? '' : ` since ${moment(troubleSince)}`;
  const last =
    answeredAt === null ? 'It has not answered so far.' : `Its last answer was ${moment(answeredAt)}.`;
  return [
    section(
      `:warning: *StackOne cannot be looked into${since}:* ${whyNoAnswer(trouble, 'StackOne')}. ${last} ${unknownReasonRemedy(trouble)}`.trim(),
    ),
  ];
}
