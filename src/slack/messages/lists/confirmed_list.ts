import { actionIds } from '../../action_ids.ts';
import type { KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { button, confirm, nth } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { context, section } from '../../blocks/layout.ts';
import { person, typed } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';

/** Most scopes that are shown; words narrow the list. */
export const MOST_SHOWN = 20;

export interface ConfirmedLine {
  readonly scope: string;
  readonly by: string;
  readonly at: Date;
}

/** `/zoom-scopes confirmed [words]`. `said`: what was just done, as a sentence. */
export function confirmedList(lines: readonly ConfirmedLine[], said = ''): MessageView {
  const text =
    lines.length === 0
      ? 'No confirmed scope fits: what people here have seen in Zoom and the catalogue does not know is listed here.'
      : 'Scopes that the catalogue does not know and somebody here has seen in Zoom. Who confirmed one may withdraw it, and so may the owners of apps that declare it.';
  const shown = lines.slice(0, MOST_SHOWN);
  return messageView(`${said} ${text}`.trim(), [
    ...(said === '' ? [] : [section(said)]),
    section(text),
    ...shown.map(lineBlock),
    ...(lines.length > shown.length
      ? [context('There are more: type a part of one behind `/zoom-scopes confirmed`.')]
      : []),
  ]);
}

function lineBlock({ scope, by, at }: ConfirmedLine, i: number): KnownBlock {
  const sure = confirm('Withdraw it?', 'It has to be confirmed again from now on.', 'Withdraw');
  return section(
    `\`${typed(scope, 200)}\`\n${person(by)}, ${moment(at)}`,
    button('Withdraw', nth(actionIds.withdrawScope, i), scope, { confirm: sure }),
  );
}
