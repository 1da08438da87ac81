import type { MessageView } from '../blocks/block_types.ts';
import type { HistoryPage } from './shown.ts';

/** Who did what to a Zoom app, newest first. */
export function historyMessage(
  page: HistoryPage,
  app: { readonly id: string; readonly name: string },
): MessageView {
  void [page, app];
  return { text: '', blocks: [] };
}
