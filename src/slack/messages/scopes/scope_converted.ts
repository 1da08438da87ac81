import type { ManagementType } from '../../../core/checks/check.ts';
import { groupPairs } from '../../../core/group_by.ts';
import type { Conversion, Conversions } from '../../../core/scopes/verdict/convert_scopes.ts';
import { actionIds } from '../../action_ids.ts';
import type { Button, KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { button, nth } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, context, header, section, sections } from '../../blocks/layout.ts';
import { asMrkdwn } from '../../blocks/phrase.ts';
import { count, typed } from '../../blocks/text.ts';
import { managementNames } from '../product_words.ts';
import { catalogueLine } from './catalogue_line.ts';
import { explainLeftOut } from './left_out_scope.ts';
import { copyBlocks, listButtons, listValue } from './scope_list_blocks.ts';

/** Lines of a kind: more would push the buttons out of the message. */
const SHOWN = 12;

/** The answer to `/zoom-scopes convert`: the list to copy, what became of each scope, and what had to be left out. */
export function convertedMessage(conversions: Conversions, to: ManagementType): MessageView {
  const { converted, changed, without } = conversions.all;
  const summary = `${count(converted.length, 'scope')} for ${managementNames[to]} apps${
    without.length === 0 ? '' : `, ${without.length} left out`
  }.`;
  return messageView(summary, [
    header(`Converted for ${managementNames[to]} apps`),
    section(summary),
    ...copyBlocks(converted, 1),
    ...listed('*Changed*', [...targetsOf(changed)], changeLine),
    ...listed('*Left out*', without, (each) => `• ${asMrkdwn(explainLeftOut(each, to))}`),
    ...smallerWords(conversions),
    ...actions(useButtons(conversions, to)),
    context(catalogueLine()),
  ]);
}

/** Only what is shown is put into words. */
function listed<T>(title: string, items: readonly T[], lineOf: (item: T) => string): KnownBlock[] {
  if (items.length === 0) return [];
  const more = items.length - SHOWN;
  const lines = items.slice(0, SHOWN).map(lineOf);
  return sections([title, ...lines, ...(more > 0 ? [`… and ${more} more.`] : [])]);
}

/** What each scope of the input became that is written differently now. */
function targetsOf(changed: Conversion['changed']): ReadonlyMap<string, readonly string[]> {
  return groupPairs(changed.map(({ from, to }) => [from, to]));
}

function changeLine([from, to]: readonly [from: string, to: readonly string[]]): string {
  const [only] = to;
  return to.length === 1
    ? `• \`${typed(from, 100)}\` is \`${only}\``
    : `• \`${typed(from, 100)}\`, a classic scope, allowed what ${to.length} granular scopes allow now`;
}

/** Classic scopes were coarse: an app that needs only the usual part of them should not declare all of it. */
function smallerWords({ all, usual }: Conversions): KnownBlock[] {
  const { converted: smaller } = usual;
  if (smaller.length === all.converted.length) return [];
  return [
    section(
      `*Smaller list* (${count(smaller.length, 'scope')}): the list above allows all that the classic scopes did. For the thing itself and its list, these are enough. \`/zoom-scopes plan\` picks by what you need.`,
    ),
    ...copyBlocks(smaller, 1).slice(0, 1),
  ];
}

function useButtons({ all, usual }: Conversions, to: ManagementType): Button[] {
  const use = listButtons('Use this list', { managementType: to, scopes: all.converted });
  const { converted: smaller } = usual;
  const value = listValue(to, smaller);
  if (smaller.length === all.converted.length || smaller.length === 0 || value === undefined) return use;
  return [...use, button('Use the smaller list', nth(actionIds.useScopes, 'smaller'), value)];
}
