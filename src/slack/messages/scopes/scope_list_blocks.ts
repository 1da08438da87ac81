import type { ManagementType } from '../../../core/checks/check.ts';
import { packScopes } from '../../../core/scopes/catalogue/packed_scopes.ts';
import { actionIds } from '../../action_ids.ts';
import type { Button, KnownBlock } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { code, codeBlocks, section } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { escapeMrkdwn } from '../../blocks/text.ts';

/** A list to copy: one scope a line, as Zoom prints them, and with commas, as programs want them. */
export function copyBlocks(scopes: readonly string[], mostBlocks: number): KnownBlock[] {
  const { blocks, left } = codeBlocks(scopes, mostBlocks);
  const more = left === 0 ? [] : [section(`… and ${left.toLocaleString('en')} more, which do not fit here.`)];
  const line = escapeMrkdwn(scopes.join(','));
  const withCommas = scopes.length > 1 && line.length <= COMMA_ROOM ? [section(code(line))] : [];
  return [...blocks, ...more, ...withCommas];
}

const COMMA_ROOM = 1200;

/** The value of a button that carries a list. Undefined when Slack would not carry so much. */
export function listValue(managementType: ManagementType, scopes: readonly string[]): string | undefined {
  const packed = packScopes(scopes, limits.button.value - 'admin '.length);
  return packed === null ? undefined : `${managementType} ${packed}`;
}

/** Buttons for a list; `label` names it. None for a list with too many unlisted scopes to be packed. */
export function listButtons(
  label: string,
  { managementType, scopes }: { readonly managementType: ManagementType; readonly scopes: readonly string[] },
): Button[] {
  const value = scopes.length === 0 ? undefined : listValue(managementType, scopes);
  if (value === undefined) return [];
  return [
    button(label, actionIds.useScopes, value, { style: 'primary' }),
    button('Copy list', actionIds.copyScopes, value),
  ];
}

/** Carries the list as it came over to the other management type. */
export function convertButton(from: ManagementType, scopes: readonly string[]): Button[] {
  const to = from === 'admin' ? 'user' : 'admin';
  const value = listValue(to, scopes);
  return value === undefined ? [] : [button(`Convert to ${to}`, actionIds.convertScopesTo, value)];
}
