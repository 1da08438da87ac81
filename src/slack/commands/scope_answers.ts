import type { ManagementType } from '../../core/readiness/checks.ts';
import type { CatalogueScope } from '../../core/scopes/catalogue.ts';
import type { Conversion } from '../../core/scopes/convert.ts';
import { explainWithout } from '../../core/scopes/words.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { messageView } from '../blocks/fit.ts';
import { codeBlocks, header, section, sections } from '../blocks/layout.ts';
import { count, typed } from '../blocks/text.ts';
import { managementNames } from '../messages/words.ts';

const SHOWN = 20;

/** The answer to `/zoom-scopes convert`: the list to copy, and what had to be left out. */
export function convertedMessage({ converted, without }: Conversion, to: ManagementType): MessageView {
  const summary = `${count(converted.length, 'scope')} for ${managementNames[to]} apps${
    without.length === 0 ? '' : `, ${without.length} left out`
  }.`;
  const { blocks, left } = codeBlocks(converted, 2);
  const out = without.slice(0, SHOWN).map((each) => `• ${explainWithout(each, to)}`);
  const more = without.length - out.length;
  return messageView(summary, [
    header(`Converted for ${managementNames[to]} apps`),
    section(summary),
    ...blocks,
    ...(left === 0 ? [] : [section(`… and ${left} more, which do not fit into this message.`)]),
    ...sections(out.length === 0 ? [] : ['*Left out*', ...out, ...(more > 0 ? [`… and ${more} more.`] : [])]),
  ]);
}

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
    [section(`${summary}:`), ...sections([...lines, ...more])],
  );
}

function purposeOf({ category, operations: [first] }: CatalogueScope): string {
  return first === undefined ? category : `${category}, ${typed(first, 100)}`;
}
