import type { Message } from '../../../core/deliveries/message.ts';
import { count, people } from '../../blocks/text.ts';
import { accountList } from '../checks/account_words.ts';
import { aboutWords } from './event_subject.ts';

/** Some accounts began to fail, others are active: nothing broke for everybody, and each has to be linked again. */
export function accountsFailing(message: Extract<Message, { kind: 'accounts_failing' }>): string {
  const { about, owners, accounts, more, active, of } = message;
  const failing = accounts.length + more;
  const whom = owners.length === 0 ? '' : `${people(owners)}: `;
  const unsteady =
    message.unsteady === true
      ? ' Greenroom says no more about single accounts here until it has been calm for an hour; the card shows them.'
      : '';
  return `:warning: ${whom}${count(failing, 'account')} of ${aboutWords(about)} stopped working; ${active} of ${of} still ${active === 1 ? 'is' : 'are'} active. ${accountList(accounts, failing)} *Link again* on the card makes a link for whoever ${failing === 1 ? 'it belongs' : 'they belong'} to.${unsteady}`;
}
