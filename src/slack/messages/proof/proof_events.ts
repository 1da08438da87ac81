import type { CheckName } from '../../../core/checks/check.ts';
import type { Message } from '../../../core/deliveries/message.ts';
import type { ConnectPurpose } from '../../../core/proof/connect_session.ts';
import type { FailureKind } from '../../../core/proof/proof_failure.ts';
import { named, person, typed, wordList } from '../../blocks/text.ts';
import { aboutWords } from '../events/event_subject.ts';
import { checkTitles } from '../product_words.ts';

type Of<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>;

/** In the channel: a consent ran through. */
export function provenLine({ about, by, profileName, purpose, customerName, live }: Of<'proven'>): string {
  const now = live ? ' It is *live*.' : '';
  const whose = customerName === undefined ? '' : ` for *${named(customerName)}*`;
  return `:white_check_mark: *Proven:* ${person(by)} ${linked[purpose]}${whose} through the profile *${named(profileName)}* of ${aboutWords(about)}, and it works.${now}`;
}

/** In the thread: what there is to know about it. */
export function proofRecordedLine(message: Of<'proof_recorded'>): string {
  const { about, by, purpose, accountId, keepsAccount, checks, afterAll } = message;
  const late = afterAll === true ? ' The link had been given up, and was used all the same.' : '';
  const remove = keepsAccount ? '' : ' The test account may be removed in StackOne.';
  return `:link: ${aboutWords(about)}: ${person(by)} ${linked[purpose]}; at StackOne it is \`${typed(accountId, 80)}\`.${late} ${verified(checks)}${remove}`;
}

const linked: Record<ConnectPurpose, string> = {
  prove: 'linked a test account',
  link: 'linked an account',
  link_again: 'linked an account again',
};

function verified(checks: readonly CheckName[]): string {
  if (checks.length === 0) return 'It shows once more that the profile works.';
  return `Verified by StackOne now: ${wordList(checks.map((name) => checkTitles[name]))}.`;
}

/** In the thread, and to the person who ran it. */
export function proofFailedLine({ about, by, failure }: Of<'proof_failed'>): string {
  const said = [failure.description, failure.code, failure.status].find((text) => text !== null);
  const words = said == null ? '' : ` StackOne says: “${typed(said, 400)}”.`;
  return `:grey_question: ${aboutWords(about)}: the link that ${person(by)} asked for proved nothing: ${how[failure.how]}.${words} No check has changed.`;
}

const how: Record<FailureKind, string> = {
  error: 'the consent did not succeed',
  cancelled: 'the consent was cancelled',
  expired: 'nobody finished in time',
  gone: 'StackOne does not know it any more',
  unseen: 'StackOne could not be asked how it ended',
  profile_changed: 'another profile belongs to this environment by now',
  pair_replaced: 'another client ID or secret was entered meanwhile',
  other_profile: 'StackOne made it for another profile',
};

export function proofAskedLine({ about, by }: Of<'proof_asked'>): string {
  return `:wave: ${person(by)} asks you to prove that the profile of ${aboutWords(about)} works.`;
}
