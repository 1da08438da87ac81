import type { HistoryPage } from '../../../usecases/history/read_history.ts';
import { actionIds } from '../../action_ids.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { count, named } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { type FileSent, type FileToSend, noDirectMessage } from '../file_sent.ts';
import { say } from '../say.ts';
import { type AskedHistory, historyValue } from './asked_history.ts';
import { historyCsv } from './history_csv.ts';

/** What is said about a history that is sent as a file; there is at least one event. */
export const historySent = {
  /** Named after its newest day, as one may follow the other. */
  file({ app }: AskedHistory, { events, next }: HistoryPage): FileToSend {
    const of = app === null ? 'this workspace' : `*${named(app.name)}*`;
    const [newest, oldest] = [events[0]?.at ?? new Date(0), events.at(-1)?.at ?? new Date(0)];
    const older = next === null ? '' : ' There are older ones.';
    return {
      filename: `history-${newest.toISOString().slice(0, 10)}.csv`,
      title: 'History (CSV)',
      text: historyCsv(events),
      comment: `The history of ${of}, from ${moment(oldest)} to ${moment(newest)}: ${count(events.length, 'entry', 'entries')}, newest first, as they are stored.${older}`,
    };
  },
  /** With the way to what the file does not hold. */
  answer(sent: FileSent, asked: AskedHistory, { next }: HistoryPage): MessageView {
    const words = answerWords(sent, next !== null);
    if (sent.kind !== 'file' || next === null) return { text: words, blocks: [] };
    return say(words, [button('Send the next file', actionIds.historyCsv, historyValue(asked, next))]);
  },
};

function answerWords(sent: FileSent, hasOlder: boolean): string {
  switch (sent.kind) {
    case 'file':
      return `Sent to you as a direct message, as a file.${hasOlder ? ' There are older entries: they come with the next file.' : ''}`;
    case 'text':
      return `Sent to you as a direct message, as text: Greenroom may not send files here${sent.isCutOff || hasOlder ? ', and not all of it fits. Ask for the history of an app, a person or a topic to get less' : ''}.`;
    case 'refused':
      return noDirectMessage(sent.error, 'the history');
  }
}
