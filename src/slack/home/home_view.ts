import type { Draft } from '../../core/apps/zoom_app.ts';
import type { SupportContact } from '../../core/support_contact.ts';
import type { Introduction } from '../../usecases/introductions/introduce.ts';
import type { WaitingPage } from '../../usecases/turns/read_waiting.ts';
import { actionIds } from '../action_ids.ts';
import type { Button, HomeView, KnownBlock } from '../blocks/block_types.ts';
import { button, confirm } from '../blocks/elements.ts';
import { viewBlocks } from '../blocks/fit.ts';
import { actions, context, divider, header, section } from '../blocks/layout.ts';
import { named } from '../blocks/text.ts';
import { moment } from '../blocks/time.ts';
import { introductionWords } from '../messages/introduction/introduction.ts';
import { stackoneBlocks } from '../messages/lists/board_message.ts';
import { nothingBlocks, registerButton } from '../messages/lists/list_message.ts';
import { firstAdmin } from '../messages/roles/denied_words.ts';
import { contactBlocks } from '../messages/support_contact.ts';
import { appBlocks, type HomeApps, hasNoApps } from './home_apps.ts';
import { waitingBlocks } from './waiting_blocks.ts';

export interface HomeContents extends HomeApps {
  readonly draft: Draft | null;
  readonly waiting?: WaitingPage;
  readonly now: Date;
  /** Is `me` an admin of the workspace? Null: Slack did not say. */
  readonly isAdmin?: boolean | null;
  readonly supportContact?: SupportContact | null;
  /** What Greenroom is, to somebody who opens it for the first time. */
  readonly introduction?: Introduction | null;
}

/** App Home: the draft to resume, what waits for me, my Zoom apps, then all of them. */
export function homeView(contents: HomeContents): HomeView {
  const { board, draft, now, isAdmin, asked = { words: '' } } = contents;
  const isEmpty = hasNoApps(contents);
  const ownButtons = [remindersButton, ...(isAdmin === true ? [settingsButton] : [])];
  const isNarrowed = asked.words.trim() !== '' || asked.after !== undefined;
  return {
    type: 'home',
    blocks: viewBlocks([
      header('Greenroom'),
      section(
        contents.introduction == null
          ? 'Zoom apps on their way to a live StackOne connector profile: where each stands, and what is next.'
          : `:wave: ${introductionWords(contents.introduction)}`,
      ),
      ...(isEmpty ? [] : actions([registerButton(), watchesButton, ...ownButtons])),
      ...stackoneBlocks(board.stackone),
      ...draftBlocks(draft),
      ...(isNarrowed || contents.waiting === undefined ? [] : waitingBlocks(contents.waiting)),
      ...(isEmpty
        ? [divider(), ...nothingBlocks(board, { words: '' }, actionIds.boardPage), ...actions(ownButtons)]
        : appBlocks(contents)),
      divider(),
      context(
        `As of ${moment(now)}; open this page again to see the latest. \`/zoom-app help\` shows what you can type.`,
      ),
      ...(isAdmin === null ? [context(adminUnknown)] : []),
      ...contactBlocks(contents.supportContact),
    ]),
  };
}

const watchesButton: Button = button('My watches', actionIds.watchList, '');
const remindersButton: Button = button('My reminders', actionIds.myReminders, '');
const settingsButton: Button = button('Settings', actionIds.openSettings, '');

const adminUnknown = `The settings of this workspace are for its admins, and nobody is named as one yet. ${firstAdmin}`;

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
