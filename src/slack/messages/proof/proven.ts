import type { CheckName } from '../../../core/checks/check.ts';
import type { Message } from '../../../core/deliveries/message.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, section } from '../../blocks/layout.ts';
import { named, person, typed, wordList } from '../../blocks/text.ts';
import { aboutWords, showButton, spoken } from '../events/event_subject.ts';
import { checkTitles } from '../product_words.ts';

type Proven = Extract<Message, { kind: 'proven' }>;
type ProofRecorded = Extract<Message, { kind: 'proof_recorded' }>;

/** The one line for the channel; the story stands in the thread of the card. */
export function proven(message: Proven): MessageView {
  const live = message.live ? ' It is *live* now.' : '';
  const line = `${announcement(message)}${live}`;
  return messageView(spoken(line), [section(line), ...actions([showButton(message.about.appId)])]);
}

function announcement({ about, purpose, by, profileName, customerName }: Proven): string {
  const through = `through the profile *${named(profileName)}* of ${aboutWords(about)}`;
  switch (purpose) {
    case 'prove':
      return `:white_check_mark: *Proven:* ${aboutWords(about)} works. ${person(by)} signed in at Zoom, and StackOne linked an account through the profile *${named(profileName)}*.`;
    case 'link':
      return `:link: ${customerName === undefined ? 'A Zoom account' : `The Zoom account of *${named(customerName)}*`} is linked ${through}.`;
    case 'link_again':
      return `:link: A Zoom account is linked again ${through}.`;
  }
}

/** The story of a consent that ran through. */
export function proofRecorded(message: ProofRecorded): string {
  const { about, by, accountId, customerName } = message;
  const whose = customerName === undefined ? '' : ` for *${named(customerName)}*`;
  return [
    `:white_check_mark: ${aboutWords(about)}: ${person(by)} ran a sign-in at Zoom${accountWords(message)}, and it went all the way through. StackOne linked the account \`${typed(accountId, 80)}\`${whose}.`,
    verified(message.checks),
    'Nothing of the account reached Greenroom.',
    ...(message.afterAll === true
      ? ['The link had been given up before; somebody used it all the same.']
      : []),
    ...(message.purpose === 'prove' && !message.keepsAccount ? [removal(by)] : []),
  ].join(' ');
}

function accountWords({ zoomAccount }: ProofRecorded): string {
  if (zoomAccount === undefined) return '';
  return zoomAccount === 'own' ? ' with an account of their own' : ' with a test account';
}

function verified(checks: readonly CheckName[]): string {
  const titles = checks.map((name) => `*${checkTitles[name]}*`);
  return titles.length === 0
    ? 'What it shows was verified before; this is newer evidence.'
    : `Verified by StackOne now: ${wordList(titles)}.`;
}

function removal(by: string): string {
  return `${person(by)}, you said that the test account goes again: remove it in StackOne under *Accounts*. That it disappears counts as no failure.`;
}
