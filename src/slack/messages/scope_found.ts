import type { ManagementType } from '../../core/readiness/checks.ts';
import type { CatalogueScope } from '../../core/scopes/catalogue.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { messageView } from '../blocks/fit.ts';
import { context, section, sections } from '../blocks/layout.ts';
import { count, typed } from '../blocks/text.ts';
import { catalogueLine } from './catalogue_line.ts';
import { managementNames } from './words.ts';

const SHOWN = 20;

/** The answer to `/zoom-scopes find`. */
export function foundMessage(
  rows: readonly CatalogueScope[],
  words: string,
  managementType: ManagementType,
): MessageView {
  const what = `for "${typed(words)}" in ${managementNames[managementType]} apps`;
  if (rows.length === 0)
    return messageView(`No scope ${what}.`, [
      section(
        `No scope ${what}. Try one word of what is read or written, such as \`recording\` or \`/users\`.`,
      ),
    ]);
  const lines = rows.slice(0, SHOWN).map((row) => `• \`${row.scope}\` ${purposeOf(row)}`);
  const more = rows.length > SHOWN ? ['… and more: add a word to narrow it.'] : [];
  const summary = `${count(Math.min(rows.length, SHOWN), 'scope')} ${what}`;
  return messageView(
    `${summary}: ${rows
      .slice(0, SHOWN)
      .map(({ scope }) => scope)
      .join(', ')}.`,
    [section(`${summary}:`), ...sections([...lines, ...more]), context(catalogueLine())],
  );
}

function purposeOf({ category, operations: [first] }: CatalogueScope): string {
  return first === undefined ? category : `${category}, ${typed(first, 100)}`;
}
