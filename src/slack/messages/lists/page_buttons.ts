import type { Button } from '../../blocks/block_types.ts';
import { button, nth } from '../../blocks/elements.ts';
import { limits } from '../../blocks/limits.ts';
import type { AskedPage } from './asked_page.ts';

/** Buttons to the next page and back to the first; `action` is list_page or board_page. */
export function pageButtons(action: string, asked: AskedPage, next: string | null): Button[] {
  const value = (after: string | undefined): string =>
    JSON.stringify({ words: asked.words, ...(after === undefined ? {} : { after }) });
  const first =
    asked.after === undefined ? [] : [button('First page', nth(action, 'first'), value(undefined))];
  const more = next === null ? [] : [button('Next page', nth(action, 'next'), value(next))];
  // A filter too long to carry along is better not paged than refused by Slack.
  return [...first, ...more].filter((each) => (each.value ?? '').length <= limits.button.value);
}
