import type { Draft, ZoomAppLine } from '../../core/apps/zoom_app.ts';
import type { SupportContact } from '../../core/support_contact.ts';
import type { Board } from '../../usecases/apps/list_zoom_apps.ts';
import type { SecretsSetting } from '../../usecases/secrets/secrets_setting.ts';
import { actionIds } from '../action_ids.ts';
import type { HomeView, KnownBlock } from '../blocks/block_types.ts';
import { button, confirm } from '../blocks/elements.ts';
import { viewBlocks } from '../blocks/fit.ts';
import { actions, context, divider, header, section } from '../blocks/layout.ts';
import { named } from '../blocks/text.ts';
import { moment } from '../blocks/time.ts';
import { appLine } from '../messages/lists/app_line.ts';
import type { AskedPage } from '../messages/lists/asked_page.ts';
import { countBlocks, stackoneBlocks } from '../messages/lists/board_message.ts';
import { matching, nothingBlocks, nothingSpoken, registerButton } from '../messages/lists/list_message.ts';
import { pageButtons } from '../messages/lists/page_buttons.ts';
import { contactBlocks } from '../messages/support_contact.ts';
import { attestationBlocks } from './attestation_section.ts';
import { secretsBlocks } from './secrets_section.ts';

export interface HomeContents {
  readonly board: Board;
  /** The Zoom apps that `me` owns; without it, those on this page of the board. */
  readonly mine?: readonly ZoomAppLine[];
  /** `me` owns more than those. */
  readonly moreMine?: boolean;
  readonly draft: Draft | null;
  readonly me: string;
  readonly asked?: AskedPage;
  readonly now: Date;
  readonly secrets?: SecretsSetting | undefined;
  readonly attestationDays?: number;
  readonly supportContact?: SupportContact | null;
}

/** My apps beyond these are found in the list of all, or with `/zoom-app list`. */
const mostMine = 20;

/** App Home: the draft to resume, my Zoom apps, then all of them. */
export function homeView(contents: HomeContents): HomeView {
  const { board, draft, me, now, asked = { words: '' } } = contents;
  const owned = contents.mine ?? board.lines.filter(({ owners }) => owners.includes(me));
  const mine = owned.slice(0, mostMine);
  const moreMine = contents.moreMine === true || owned.length > mine.length;
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
      ...(empty
        ? [divider(), ...nothingBlocks(asked, board.next, actionIds.boardPage)]
        : filledBlocks(board, { mine, moreMine }, asked)),
      divider(),
      context(
        `As of ${moment(now)}; open this page again to see the latest. \`/zoom-app help\` shows what you can type.`,
      ),
      ...(contents.secrets === undefined ? [] : secretsBlocks(contents.secrets)),
      ...(contents.attestationDays === undefined
        ? []
        : attestationBlocks(contents.attestationDays, contents.secrets?.mayDecide ?? null)),
      ...contactBlocks(contents.supportContact),
    ]),
  };
}

interface Mine {
  readonly mine: readonly ZoomAppLine[];
  readonly moreMine: boolean;
}

function filledBlocks(board: Board, { mine, moreMine }: Mine, asked: AskedPage): KnownBlock[] {
  // An app of mine that is not in the list above must not look as if it were somebody else's.
  const lines = moreMine
    ? board.lines
    : board.lines.filter((line) => !mine.some(({ appId }) => appId === line.appId));
  const filtered = matching(asked);
  return [
    ...actions([registerButton()]),
    ...countBlocks(board.counts),
    ...mineBlocks({ mine, moreMine }),
    divider(),
    header(mine.length === 0 || moreMine ? 'All Zoom apps' : 'All other Zoom apps'),
    ...(filtered === '' ? [] : [context(`Zoom apps${filtered}:`)]),
    ...(lines.length === 0
      ? [section(nothingElse(board, asked))]
      : lines.map((line) => appLine(line, 'all.'))),
    ...actions(pageButtons(actionIds.boardPage, asked, board.next)),
  ];
}

function nothingElse(board: Board, asked: AskedPage): string {
  if (board.next !== null && board.lines.length === 0) return nothingSpoken(asked, board.next);
  if (board.next !== null) return 'All on this page are yours. More are on the next page.';
  return asked.after === undefined ? 'There are no others yet.' : 'There are no more.';
}

function mineBlocks({ mine, moreMine }: Mine): KnownBlock[] {
  if (mine.length === 0) return [];
  return [
    divider(),
    header('My Zoom apps'),
    ...mine.map((line) => appLine(line, 'mine.')),
    ...(moreMine
      ? [context('… and more: type `/zoom-app list` and your own @name to see all of them.')]
      : []),
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
