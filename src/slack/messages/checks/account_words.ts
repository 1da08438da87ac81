import type { AccountState } from '../../../core/accounts/account_state.ts';
import { typed } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';

/** How many accounts one sentence names, and what is shown of StackOne's words: the whole reason is in StackOne. */
const shown = { accounts: 3, name: 40, status: 30, code: 40, description: 120 };

/**
 * The accounts that are not active: whose, StackOne's status and reason as they came, and since when. `notActive`: how many
 * there are in all. Empty without any.
 */
export function accountList(states: readonly AccountState[], notActive: number): string {
  const named = states.slice(0, shown.accounts).map(accountWords);
  if (named.length === 0) return '';
  const more = notActive - named.length;
  return `${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
}

function accountWords({ id, name, status, code, description, test, since }: AccountState): string {
  const who = typed(name ?? '', shown.name) || `account ${typed(id, shown.name)}`;
  const word = typed(status, shown.status) || 'without a status';
  const reason = [typed(code ?? '', shown.code), typed(description ?? '', shown.description)]
    .filter((words) => words !== '')
    .join(', ');
  const why = reason === '' ? '' : ` (“${reason}”)`;
  return `*${who}*${test === true ? ' (a test)' : ''}: ${word}${why} since ${moment(new Date(since))}`;
}
