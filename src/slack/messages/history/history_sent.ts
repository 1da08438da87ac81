import type { MessageView } from '../../blocks/block_types.ts';
import { count, named } from '../../blocks/text.ts';
import { type FileSent, noDirectMessage } from '../file_sent.ts';
import type { AskedHistory } from './asked_history.ts';

/** What is said about a history that is sent as a file. */
export const historySent = {
  file({ app }: AskedHistory, many: number, isCutOff: boolean): { comment: string; title: string } {
    const whole = isCutOff
      ? ' There are older ones: narrow it with a time, a person or a topic to get them.'
      : '';
    const of = app === null ? 'this workspace' : `*${named(app.name)}*`;
    return {
      comment: `The history of ${of}: ${count(many, 'entry', 'entries')}, newest first, as they are stored.${whole}`,
      title: 'History (CSV)',
    };
  },
  answer(sent: FileSent): MessageView {
    return { text: answerWords(sent), blocks: [] };
  },
};

function answerWords(sent: FileSent): string {
  switch (sent.kind) {
    case 'file':
      return 'Sent to you as a direct message, as a file.';
    case 'text':
      return `Sent to you as a direct message, as text: Greenroom may not send files here${sent.isCutOff ? ', and not all of it fits' : ''}.`;
    case 'refused':
      return noDirectMessage(sent.error, 'the history');
  }
}
