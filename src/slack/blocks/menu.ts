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
  const entries = rare.filter(fitsMenu);
  // A menu of one takes the place of its button and needs a press more.
  if (entries.length < 2) return [...buttons, ...rare];
  const shown = [...buttons, ...rare.filter((one) => !fitsMenu(one))];
  const menus: ActionsElement[] = [];
  for (let i = 0; i < entries.length; i += limits.overflow) {
    const options = entries.slice(i, i + limits.overflow).map(entryOf);
    menus.push({ type: 'overflow', action_id: nth(menuId, `${key}.${i}`), options });
  }
  return [...shown, ...menus];
}

function entryOf(button: Button) {
  return { text: button.text, value: entryValue(button) };
}

/** What the request of a menu is read from (requests/action_payload.ts): the action id without its `#` part, and the value. */
function entryValue({ action_id, value }: Button): string {
  return `${(action_id ?? '').split('#', 1)[0]} ${value ?? ''}`;
}

function fitsMenu(button: Button): boolean {
  return (
    button.url === undefined &&
    button.confirm === undefined &&
    button.text.text.length <= limits.option.text &&
    entryValue(button).length <= limits.option.value
  );
}
