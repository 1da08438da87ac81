import type { ZoomAppLine } from '../../core/apps/zoom_app.ts';
import { asksForUnproven, type Board } from '../../usecases/apps/list_zoom_apps.ts';
import type { ArchivedPage } from '../../usecases/archive/find_archived.ts';
import { actionIds } from '../action_ids.ts';
import type { KnownBlock } from '../blocks/block_types.ts';
import { actions, context, divider, header, section } from '../blocks/layout.ts';
import { archivedLines } from '../messages/archive/archived_list.ts';
import { appLine } from '../messages/lists/app_line.ts';
import type { AskedPage } from '../messages/lists/asked_page.ts';
import { countBlocks } from '../messages/lists/board_message.ts';
import { matching, nothingBlocks } from '../messages/lists/list_message.ts';
import { pageButtons } from '../messages/lists/page_buttons.ts';
import { archivedIn, filterBlocks } from './home_filter.ts';

export interface HomeApps {
  readonly board: Board;
  /** The Zoom apps that `me` owns; without it, those on this page of the board. */
  readonly mine?: readonly ZoomAppLine[];
  /** `me` owns more than those. */
  readonly moreMine?: boolean;
  /** The page of archived apps that was asked for, in place of the board's. */
  readonly archived?: ArchivedPage | null;
  readonly me: string;
  readonly asked?: AskedPage;
}

/** My apps beyond these are found in the list of all. */
const mostMine = 20;

/** Nothing was asked for, and there is nothing, not even archived. */
export function hasNoApps({ board, mine = [], asked = { words: '' } }: HomeApps): boolean {
  return (
    board.lines.length === 0 &&
    mine.length === 0 &&
    board.next === null &&
    board.allArchived !== true &&
    asked.words.trim() === '' &&
    asked.after === undefined
  );
}

/** How many stand where, mine, and all of them; nothing where there are none. */
export function appBlocks(contents: HomeApps): KnownBlock[] {
  const { board, me, asked = { words: '' } } = contents;
  const owned = contents.mine ?? board.lines.filter(({ owners }) => owners.includes(me));
  const mine = owned.slice(0, mostMine);
  const moreMine = contents.moreMine === true || owned.length > mine.length;
  const isFiltered = asked.words.trim() !== '';
  const counts = countBlocks(board.counts);
  const all = isFiltered ? foundBlocks(contents, asked) : otherBlocks(board, { mine, moreMine }, asked);
  return [
    ...(counts.length === 0 ? [] : [divider(), ...counts]),
    ...(isFiltered ? [] : mineBlocks({ mine, moreMine })),
    divider(),
    header(isFiltered || mine.length === 0 || moreMine ? 'All Zoom apps' : 'All other Zoom apps'),
    ...filterBlocks(asked.words, me),
    ...all,
  ];
}

interface Mine {
  readonly mine: readonly ZoomAppLine[];
  readonly moreMine: boolean;
}

function foundBlocks({ board, archived }: HomeApps, asked: AskedPage): KnownBlock[] {
  if (archived != null) {
    return [
      ...archivedLines(archived, archivedIn(asked.words) ?? ''),
      ...actions(pageButtons(actionIds.boardPage, asked, archived.next)),
    ];
  }
  if (board.lines.length === 0) return nothingBlocks(board, asked, actionIds.boardPage);
  return [
    context(`Zoom apps${matching(asked)}:`),
    ...board.lines.map((line) => appLine(line, 'all.', asksForUnproven(asked.words))),
    ...actions(pageButtons(actionIds.boardPage, asked, board.next)),
  ];
}

function otherBlocks(board: Board, { mine, moreMine }: Mine, asked: AskedPage): KnownBlock[] {
  // An app of mine that is not in the list above must not look as if it were somebody else's.
  const lines = moreMine
    ? board.lines
    : board.lines.filter((line) => !mine.some(({ appId }) => appId === line.appId));
  return [
    ...(lines.length === 0
      ? [section(nothingElse(board, asked))]
      : lines.map((line) => appLine(line, 'all.'))),
    ...actions(pageButtons(actionIds.boardPage, asked, board.next)),
  ];
}

function nothingElse(board: Board, asked: AskedPage): string {
  if (board.allArchived === true) return 'All are archived: choose *Archived* above to see them.';
  if (board.next !== null) return 'All on this page are yours. More are on the next page.';
  return asked.after === undefined ? 'There are no others yet.' : 'There are no more.';
}

function mineBlocks({ mine, moreMine }: Mine): KnownBlock[] {
  if (mine.length === 0) return [];
  return [
    divider(),
    header('My Zoom apps'),
    ...mine.map((line) => appLine(line, 'mine.')),
    ...(moreMine ? [context('… and more: choose *Only mine* below to see all of them.')] : []),
  ];
}
