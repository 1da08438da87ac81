import { asksForUnproven, type ZoomAppPage } from '../../../usecases/apps/list_zoom_apps.ts';
import { actionIds } from '../../action_ids.ts';
import type { KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, context, header, section } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { count, typed } from '../../blocks/text.ts';
import { appLine, appLineSpoken } from './app_line.ts';
import type { AskedPage } from './asked_page.ts';
import { pageButtons } from './page_buttons.ts';

/** The answer to `/zoom-app list`. */
export function listMessage(page: ZoomAppPage, asked: AskedPage): MessageView {
  if (page.lines.length === 0) return nothingFound(page, asked, actionIds.listPage);
  const shown = `${count(page.lines.length, 'Zoom app')}${matching(asked)}${page.next === null ? '' : ', more on the next page'}`;
  return messageView(`${shown}. ${page.lines.map(appLineSpoken).join('. ')}.`, [
    header('Zoom apps'),
    context(`${shown}.`),
    ...page.lines.map((line) => appLine(line, '', asksForUnproven(asked.words))),
    ...unprovenHint(asked),
    ...actions(pageButtons(actionIds.listPage, asked, page.next)),
  ]);
}

/** How what people said is proven, and how an app that is named so is found. */
export function unprovenHint({ words }: AskedPage): KnownBlock[] {
  if (!asksForUnproven(words)) return [];
  return [
    context(
      'These rest on what people said. A proof through StackOne settles what it shows; the rest is confirmed again when its end comes. An app named so: `/zoom-app show unproven`.',
    ),
  ];
}

export function matching({ words }: AskedPage): string {
  const shown = filterWords(words);
  return shown === '' ? '' : ` matching "${shown}"`;
}

/** An owner's mention stays one; anything else is text of a person. */
function filterWords(words: string): string {
  const owner = /^<@([UW][A-Z0-9]{1,30})(\|[^>]*)?>$/.exec(words.trim());
  return owner === null ? typed(words, limits.shown.words) : `<@${owner[1]}>`;
}

/** Nothing to show: how to begin, how to look further, or how to ask for less. `action` turns the pages. */
function nothingFound(page: EmptyPage, asked: AskedPage, action: string): MessageView {
  return messageView(nothingSpoken(page, asked), nothingBlocks(page, asked, action));
}

type EmptyPage = Pick<ZoomAppPage, 'next' | 'allArchived'>;

export function nothingSpoken({ next, allArchived = false }: EmptyPage, asked: AskedPage): string {
  if (next !== null) return noneSoFar(asked);
  if (asked.after !== undefined) return noMore(asked);
  if (asksForUnprovenAlone(asked)) return NOTHING_UNPROVEN;
  if (allArchived) return `${ALL_ARCHIVED} ${WAYS_ON.replaceAll('`', '')}`;
  return asked.words.trim() === ''
    ? 'No Zoom app is registered yet. Type /zoom-app register to register the first one.'
    : `No Zoom app${matching(asked)}. Type /zoom-app list to see all of them.`;
}

export function nothingBlocks(
  { next, allArchived = false }: EmptyPage,
  asked: AskedPage,
  action: string,
): KnownBlock[] {
  const pages = actions(pageButtons(action, asked, next));
  if (next !== null) return [section(noneSoFar(asked)), ...pages];
  if (asked.after !== undefined) return [section(noMore(asked)), ...pages];
  if (asksForUnprovenAlone(asked)) return [section(NOTHING_UNPROVEN)];
  if (asked.words.trim() !== '') {
    return [
      section(
        `No Zoom app${matching(asked)}. Words are looked for in the name; a stage (\`testing\`, \`live\`, …), \`unproven\` (what only people said) or an owner (\`@Ana\`) works too. \`/zoom-app list\` shows all of them.`,
      ),
    ];
  }
  if (allArchived)
    return [section(`:file_cabinet: *${ALL_ARCHIVED}* ${WAYS_ON}`), ...actions([registerButton()])];
  return [
    section(
      ':wave: *No Zoom app is registered yet.* Type `/zoom-app register` or press the button. Greenroom then checks what it can, asks for the rest, and says when the connector profile is there.',
    ),
    ...actions([registerButton()]),
  ];
}

const NOTHING_UNPROVEN =
  "Nothing here rests on people's words alone, and nothing has to be confirmed again. Type /zoom-app list to see all Zoom apps.";

const ALL_ARCHIVED = 'All Zoom apps of this workspace are archived.';
const WAYS_ON =
  'Type `/zoom-app list archived` to see them and bring one back, or `/zoom-app register` to register another one.';

const asksForUnprovenAlone = ({ words }: AskedPage): boolean => words.trim().toLowerCase() === 'unproven';

/** Where few of very many match, one page looks through a part of them only. */
function noneSoFar(asked: AskedPage): string {
  return `No Zoom app${matching(asked)} so far, and not all were looked at yet. *Next page* looks further.`;
}

function noMore(asked: AskedPage): string {
  return `No more Zoom apps${matching(asked)}.`;
}

export function registerButton(): ReturnType<typeof button> {
  return button('Register a Zoom app', actionIds.register, 'register', { style: 'primary' });
}
