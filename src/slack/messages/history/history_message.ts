import type { StoredEvent } from '../../../store/apps/events.ts';
import { historyTopics } from '../../../usecases/history/history_topics.ts';
import type { HistoryPage } from '../../../usecases/history/read_history.ts';
import { actionIds } from '../../action_ids.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, context, header, section, sections } from '../../blocks/layout.ts';
import { count, named, person, typed } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { environmentNames } from '../product_words.ts';
import { type AskedHistory, historyValue } from './asked_history.ts';
import { eventWords } from './history_words.ts';

/** Who did what, newest first: to one Zoom app, or in the whole workspace. */
export function historyMessage(page: HistoryPage, asked: AskedHistory): MessageView {
  const { events, next } = page;
  const filter = filterWords(asked);
  if (events.length === 0) {
    const about = asked.app === null ? '' : ` about *${named(asked.app.name)}*`;
    const wider = filter === '' ? '' : ' Leave a word of the filter out to see more.';
    const nothing = `There is nothing to tell${about} here${filter}.${wider}`;
    return messageView(nothing.replaceAll('*', ''), [section(nothing)]);
  }
  const title = asked.app === null ? 'History of this workspace' : `History of ${asked.app.name}`;
  const shown = `${count(events.length, 'entry', 'entries')}${filter}, newest first${next === null ? '' : ', with older ones behind them'}`;
  return messageView(`${asked.app === null ? title : `History of ${named(asked.app.name)}`}: ${shown}.`, [
    header(title),
    ...(filter === '' ? [] : [context(`${shown}.`)]),
    ...sections(events.map((event) => eventLine(event, asked.app === null))),
    ...actions([
      ...(next === null ? [] : [button('Older', actionIds.historyPage, historyValue(asked, next))]),
      button('Send me a CSV file', actionIds.historyCsv, historyValue(asked)),
    ]),
    ...(filter === '' ? [context(narrowWords(asked))] : []),
  ]);
}

function narrowWords({ app }: AskedHistory): string {
  const name = app === null ? '&lt;app&gt;' : typed(app.name);
  return `For less, add a person, a topic or a time: \`/zoom-app history ${name} @person checks 7d\`. Topics are ${historyTopics.join(', ')}.`;
}

/** " by @Ana, about checks, since 1 Nov" */
function filterWords({ person: by, topic, since }: AskedHistory): string {
  const parts = [
    ...(by === undefined ? [] : [`by ${person(by)}`]),
    ...(topic === undefined ? [] : [`about ${topic}`]),
    ...(since === undefined ? [] : [`since ${moment(since)}`]),
  ];
  return parts.length === 0 ? '' : ` ${parts.join(', ')}`;
}

function eventLine(event: StoredEvent, withApp: boolean): string {
  const app = withApp && event.app != null ? ` · *${named(event.app.name)}*` : '';
  const where = event.environment === undefined ? '' : ` · ${environmentNames[event.environment]}`;
  return `• ${moment(event.at)}${app}${where} · ${person(event.actor)}: ${eventWords(event)}`;
}
