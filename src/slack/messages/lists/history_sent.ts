import type { MessageView } from '../../blocks/block_types.ts';
import { count, named } from '../../blocks/text.ts';
import type { AskedHistory } from './asked_history.ts';

/** How a file went out (slack/responses/send_file.ts). */
type Sent =
  | { readonly kind: 'file' }
  | { readonly kind: 'text'; readonly isCutOff: boolean }
  | { readonly kind: 'refused'; readonly error: string };

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
  answer(sent: Sent): MessageView {
    return { text: answerWords(sent), blocks: [] };
  },
};

function answerWords(sent: Sent): string {
  switch (sent.kind) {
    case 'file':
      return 'Sent to you as a direct message, as a file.';
    case 'text':
      return `Sent to you as a direct message, as text: Greenroom may not send files here${sent.isCutOff ? ', and not all of it fits' : ''}.`;
    case 'refused':
      return `Slack takes no direct message to you (${sent.error}), so the history could not be sent.`;
  }
}
