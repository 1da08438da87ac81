import type { ActionsElement, Button } from './block_types.ts';
import { nth } from './elements.ts';
import { limits } from './limits.ts';

/** The action id of "…" menus: the value of an entry is the action id of what it does, and that one's value. */
export const menuId = 'menu';

/**
 * Buttons, and behind them a "…" menu of what is needed rarely, so that a phone shows one or two rows. `key`: unique in the message.
 * What a menu cannot carry stays a button: a link, a question before it (a menu asks the same for every entry), a long value.
 */
export function withMenu(buttons: readonly Button[], rare: readonly Button[], key: string): ActionsElement[] {
  const shown = [...buttons];
  const entries: Entry[] = [];
  for (const one of rare) {
    const entry = entryOf(one);
    if (entry === null) shown.push(one);
    else entries.push(entry);
  }
  // A menu of one takes the place of its button and needs a press more.
  if (entries.length < 2) return [...buttons, ...rare];
  const menus: ActionsElement[] = [];
  for (let i = 0; i < entries.length; i += limits.overflow) {
    const options = entries.slice(i, i + limits.overflow);
    menus.push({ type: 'overflow', action_id: nth(menuId, `${key}.${i}`), options });
  }
  return [...shown, ...menus];
}

interface Entry {
  readonly text: Button['text'];
  /** What the request of a menu is read from (requests/action_payload.ts): the action id without its `#` part, and the value. */
  readonly value: string;
}

/** Null: a menu cannot carry it. */
function entryOf({ url, confirm, text, action_id = '', value = '' }: Button): Entry | null {
  if (url !== undefined || confirm !== undefined || text.text.length > limits.option.text) return null;
  const at = action_id.indexOf('#');
  const entry = `${at === -1 ? action_id : action_id.slice(0, at)} ${value}`;
  return entry.length > limits.option.value ? null : { text, value: entry };
}
