import type { ArchivedApp } from '../../../store/archive/archived_apps.ts';
import type { ArchivedPage } from '../../../usecases/archive/find_archived.ts';
import { actionIds } from '../../action_ids.ts';
import type { KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { button, nth } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, context, header, section } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { named, person, typed } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { linkedName } from '../lists/app_line.ts';
import type { AskedPage } from '../lists/asked_page.ts';
import { pageButtons } from '../lists/page_buttons.ts';

/** The answer to `/zoom-app list archived`: each with a button that brings it back. */
export function archivedList(page: ArchivedPage, asked: AskedPage): MessageView {
  const { apps, next } = page;
  const blocks = [
    ...archivedLines(page, asked.words),
    ...actions(pageButtons(actionIds.archivedPage, asked, next)),
  ];
  if (apps.length === 0) return messageView(nothing(asked.words), blocks);
  return messageView(`Archived Zoom apps: ${apps.map(({ name }) => named(name)).join(', ')}.`, [
    header('Archived Zoom apps'),
    ...blocks,
  ]);
}

/** Those whose name has this beginning, or that there are none. */
export function archivedLines({ apps }: ArchivedPage, beginning: string): KnownBlock[] {
  return apps.length === 0 ? [section(nothing(beginning))] : apps.map((app) => archivedLine(app));
}

/** Several archived apps could be meant: the person chooses one. */
export function archivedChoice(
  apps: readonly ArchivedApp[],
  text: string,
  press: Press = 'Restore',
): MessageView {
  const words = `Several archived Zoom apps could be meant by "${typed(text, limits.shown.words)}". Which one?`;
  return messageView(`${words} ${apps.map(({ name }) => named(name)).join(', ')}.`, [
    section(words),
    ...apps.map((app) => archivedLine(app, press)),
    context('`/zoom-app list archived` shows all of them.'),
  ]);
}

/** What the button of a line does; the card that *Show* shows has the others. */
type Press = 'Restore' | 'Show';

function archivedLine(
  { id, name, archivedAt, archivedBy, cardUrl }: ArchivedApp,
  press: Press = 'Restore',
): KnownBlock {
  const action = press === 'Show' ? actionIds.showApp : actionIds.restoreApp;
  return section(
    `*${linkedName({ name, cardUrl })}*\narchived ${moment(archivedAt)} by ${person(archivedBy)}`,
    button(press, nth(action, id), id),
  );
}

function nothing(words: string): string {
  return words.trim() === ''
    ? 'No Zoom app is archived.'
    : `No archived Zoom app begins with "${typed(words, limits.shown.words)}".`;
}
