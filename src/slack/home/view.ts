import type { Draft, ZoomAppLine } from '../../core/zoom_app.ts';
import { actionIds } from '../action_ids.ts';
import type { HomeView, KnownBlock } from '../blocks/block_types.ts';
import { button, confirm } from '../blocks/elements.ts';
import { viewBlocks } from '../blocks/fit.ts';
import { actions, context, divider, header, section } from '../blocks/layout.ts';
import { named } from '../blocks/text.ts';
import { moment } from '../blocks/time.ts';
import { appLine } from '../messages/app_line.ts';
import { countBlocks, stackoneBlocks } from '../messages/board.ts';
import { matching, nothingBlocks, registerButton } from '../messages/list.ts';
import { pageButtons } from '../messages/paging.ts';
import type { Asked, Board } from '../messages/shown.ts';

export interface HomeContents {
  readonly board: Board;
  /** The Zoom apps that `me` owns; without it, those on this page of the board. */
  readonly mine?: readonly ZoomAppLine[];
  readonly draft: Draft | null;
  readonly me: string;
  readonly asked?: Asked;
  readonly now: Date;
}

/** My apps beyond these are found in the list of all, or with `/zoom-app list`. */
const mostMine = 20;

/** App Home: the draft to resume, my Zoom apps, then all of them. */
export function homeView(contents: HomeContents): HomeView {
  const { board, draft, me, now, asked = { words: '' } } = contents;
  const mine = contents.mine ?? board.lines.filter(({ owners }) => owners.includes(me));
  const empty = board.lines.length === 0 && mine.length === 0;
  return {
    type: 'home',
    blocks: viewBlocks([
      header('Greenroom'),
      section(
        'Zoom apps on their way to a live StackOne connector profile: where each stands, and what is next.',
      ),
      ...stackoneBlocks(board.stackone),
      ...draftBlocks(draft),
      ...(empty ? [divider(), ...nothingBlocks(asked)] : filledBlocks(board, mine, asked)),
      divider(),
      context(
        `As of ${moment(now)}; open this page again to see the latest. \`/zoom-app help\` shows what you can type.`,
      ),
    ]),
  };
}

function filledBlocks(board: Board, mine: readonly ZoomAppLine[], asked: Asked): KnownBlock[] {
  const others = board.lines.filter(
    (line) => !mine.slice(0, mostMine).some(({ appId }) => appId === line.appId),
  );
  const filtered = matching(asked);
  return [
    ...actions([registerButton()]),
    ...countBlocks(board.counts),
    ...mineBlocks(mine),
    divider(),
    header(mine.length === 0 ? 'All Zoom apps' : 'All other Zoom apps'),
    ...(filtered === '' ? [] : [context(`Zoom apps${filtered}:`)]),
    ...(others.length === 0
      ? [section('There is none on this page.')]
      : others.map((line) => appLine(line, 'all.'))),
    ...actions(pageButtons(actionIds.boardPage, asked, board.next)),
  ];
}

function mineBlocks(mine: readonly ZoomAppLine[]): KnownBlock[] {
  if (mine.length === 0) return [];
  const more = mine.length - mostMine;
  return [
    divider(),
    header('My Zoom apps'),
    ...mine.slice(0, mostMine).map((line) => appLine(line, 'mine.')),
    ...(more > 0 ? [context(`… and ${more} more: \`/zoom-app list @you\` shows all of them.`)] : []),
  ];
}

/** What was typed into the registration and not finished. */
function draftBlocks(draft: Draft | null): KnownBlock[] {
  if (draft === null) return [];
  const name = draft.answers.name === undefined ? '' : ` of *${named(draft.answers.name)}*`;
  return [
    section(
      `:memo: *You have an unfinished registration*${name}, last changed ${moment(draft.updatedAt)}. Secrets are not kept in it.`,
    ),
    ...actions([
      button('Resume', actionIds.resumeDraft, draft.id, { style: 'primary' }),
      button('Discard', actionIds.discardDraft, draft.id, {
        style: 'danger',
        confirm: confirm(
          'Discard the draft?',
          'What you typed into this registration is deleted.',
          'Discard',
        ),
      }),
    ]),
  ];
}
