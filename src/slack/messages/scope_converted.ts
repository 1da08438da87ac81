import type { ManagementType } from '../../core/readiness/checks.ts';
import { type Conversion, convertAll } from '../../core/scopes/convert.ts';
import { explainWithout } from '../../core/scopes/words.ts';
import { actionIds } from '../action_ids.ts';
import type { Button, KnownBlock, MessageView } from '../blocks/block_types.ts';
import { button, nth } from '../blocks/elements.ts';
import { messageView } from '../blocks/fit.ts';
import { actions, context, header, section, sections } from '../blocks/layout.ts';
import { count, typed } from '../blocks/text.ts';
import { catalogueLine } from './catalogue_line.ts';
import { copyBlocks, listButtons, listValue } from './scope_lists.ts';
import { managementNames } from './words.ts';

/** Lines of a kind: more would push the buttons out of the message. */
const SHOWN = 12;

/** The answer to `/zoom-scopes convert`: the list to copy, what became of each scope, and what had to be left out. */
export function convertedMessage(
  scopes: readonly string[],
  to: ManagementType,
  confirmed: ReadonlySet<string> = new Set(),
): MessageView {
  const conversion = convertAll(scopes, to, confirmed);
  const { converted, without } = conversion;
  const summary = `${count(converted.length, 'scope')} for ${managementNames[to]} apps${
    without.length === 0 ? '' : `, ${without.length} left out`
  }.`;
  const out = without.map((each) => `• ${explainWithout(each, to)}`);
  return messageView(summary, [
    header(`Converted for ${managementNames[to]} apps`),
    section(summary),
    ...copyBlocks(converted, 1),
    ...listed('*Changed*', changeLines(conversion)),
    ...listed('*Left out*', out),
    ...smallerWords(scopes, to, confirmed, conversion),
    ...actions(useButtons(scopes, to, confirmed, conversion)),
    context(catalogueLine()),
  ]);
}

function listed(title: string, lines: readonly string[]): KnownBlock[] {
  if (lines.length === 0) return [];
  const more = lines.length - SHOWN;
  return sections([title, ...lines.slice(0, SHOWN), ...(more > 0 ? [`… and ${more} more.`] : [])]);
}

/** One line for each scope of the input that is written differently now. */
function changeLines({ changed }: Conversion): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of changed) targets.set(from, [...(targets.get(from) ?? []), to]);
  return [...targets].map(([from, to]) => {
    const [only] = to;
    return to.length === 1
      ? `• \`${typed(from, 100)}\` is \`${only}\``
      : `• \`${typed(from, 100)}\`, a classic scope, allowed what ${to.length} granular scopes allow now`;
  });
}

/** Classic scopes were coarse: whoever needs only the usual part of them should not ask for all of it. */
function smallerWords(
  scopes: readonly string[],
  to: ManagementType,
  confirmed: ReadonlySet<string>,
  all: Conversion,
): KnownBlock[] {
  const { converted: smaller } = convertAll(scopes, to, confirmed, 'usual');
  if (smaller.length === all.converted.length) return [];
  return [
    section(
      `*Smaller list* (${count(smaller.length, 'scope')}): the list above allows all that the classic scopes did. For the thing itself and its list, these are enough. \`/zoom-scopes plan\` picks by what you need.`,
    ),
    ...copyBlocks(smaller, 1).slice(0, 1),
  ];
}

function useButtons(
  scopes: readonly string[],
  to: ManagementType,
  confirmed: ReadonlySet<string>,
  all: Conversion,
): Button[] {
  const use = listButtons('Use this list', { managementType: to, scopes: all.converted });
  const { converted: smaller } = convertAll(scopes, to, confirmed, 'usual');
  const value = listValue(to, smaller);
  if (smaller.length === all.converted.length || smaller.length === 0 || value === undefined) return use;
  return [...use, button('Use the smaller list', nth(actionIds.useScopes, 'smaller'), value)];
}
