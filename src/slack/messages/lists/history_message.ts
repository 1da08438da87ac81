import type { StoredEvent } from '../../../store/apps/events.ts';
import type { HistoryPage } from '../../../usecases/apps/read_history.ts';
import { actionIds } from '../../action_ids.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, header, section, sections } from '../../blocks/layout.ts';
import { count, named, person } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { environmentNames } from '../product_words.ts';
import { deed } from './history_words.ts';

/** Who did what to a Zoom app, newest first. */
export function historyMessage(
  page: HistoryPage,
  app: { readonly id: string; readonly name: string },
): MessageView {
  const { events, next } = page;
  const more =
    next === null
      ? []
      : [button('Older', actionIds.historyPage, JSON.stringify({ appId: app.id, after: next }))];
  if (events.length === 0) {
    const nothing = `There is nothing to tell about *${named(app.name)}* here.`;
    return messageView(nothing.replaceAll('*', ''), [section(nothing)]);
  }
  return messageView(
    `History of ${named(app.name)}: ${count(events.length, 'entry', 'entries')}, newest first${next === null ? '' : ', with older ones behind them'}.`,
    [header(`History of ${app.name}`), ...sections(events.map(eventLine)), ...actions(more)],
  );
}

function eventLine(event: StoredEvent): string {
  const where = event.environment === undefined ? '' : ` · ${environmentNames[event.environment]}`;
  return `• ${moment(event.at)}${where} · ${person(event.actor)}: ${deed(event)}`;
}
