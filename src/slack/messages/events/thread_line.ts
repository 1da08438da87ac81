import type { Message } from '../../../core/deliveries/message.ts';
import type { EditedPart } from '../../../core/deliveries/messages/message_facts.ts';
import type { ThreadEntry } from '../../../core/deliveries/messages/thread_entry.ts';
import { limits } from '../../blocks/limits.ts';
import { named, people, person, typed, wordList } from '../../blocks/text.ts';
import { appMerged } from '../archive/archived_events.ts';
import { meaning, missingList } from '../checks/check_meaning.ts';
import { nextStep } from '../checks/next_step.ts';
import { ownersChanged } from '../ownership/owners_changed.ts';
import { checkTitles, environmentNames, stageWords, zoomTests } from '../product_words.ts';
import { proofRecorded } from '../proof/proven.ts';
import { accountsFailing } from './accounts_failing.ts';
import { aboutWords, failedCheck } from './event_subject.ts';

/** What is one line in the thread of a card. */
type ThreadLine = Exclude<ThreadEntry, { kind: 'proof_failed' }>;

/** One line in the thread of the card: who did what, or what changed by itself. */
export function threadLine(message: ThreadLine): string {
  switch (message.kind) {
    case 'registered':
      return `:memo: ${person(message.by)} registered *${named(message.appName)}*. Greenroom now asks Zoom whether it accepts the credentials, and watches StackOne for the profile. The story goes on in this thread; the card above shows where it stands.`;
    case 'app_merged':
      return appMerged(message);
    case 'stage_changed': {
      const { word, sentence, sign } = stageWords[message.to];
      return `${sign} ${aboutWords(message.about)}: ${stageWords[message.from].word} → *${word}* (${sentence}).`;
    }
    case 'attested':
      return `:white_check_mark: ${aboutWords(message.about)}: ${person(message.by)} ${attestationWords(message)}`;
    case 'not_ready':
      return notReady(message);
    case 'ask_again':
      return askAgain(message);
    case 'stopped_asking':
      return `:bell: ${asked(message.owners)}: Greenroom stops asking about ${zoomTests[message.about.environment].name} of ${aboutWords(message.about)} now, as nothing has changed for a while. When you have looked in Zoom, press *It says Ready* on the card; or press *Not ready yet* to be asked again.`;
    case 'check_failed':
      return checkFailed(message);
    case 'check_repaired':
      return `:white_check_mark: *${checkTitles[message.check]}* of ${aboutWords(message.about)} passes now.`;
    case 'profile_adopted':
      return `:white_check_mark: ${person(message.by)} said that the existing profile *${named(message.profileName)}* belongs to ${aboutWords(message.about)}.`;
    case 'profile_rejected':
      return `:leftwards_arrow_with_hook: ${person(message.by)} said that the profile *${named(message.profileName)}* does not belong to ${aboutWords(message.about)}. Greenroom waits for the right one.`;
    case 'account_linked':
      return accountLinked(message);
    case 'accounts_failing':
      return accountsFailing(message);
    case 'proof_recorded':
      return proofRecorded(message);
    case 'edited':
      return editedLine(message);
    case 'owners_changed':
      return ownersChanged(message);
    case 'catalogue_changed':
      return catalogueChanged(message);
  }
}

function editedLine({ by, what, appName, secret }: Extract<Message, { kind: 'edited' }>): string {
  const of = `*${named(appName)}*`;
  if (secret === undefined) return `:pencil2: ${person(by)} changed ${partList(what)} of ${of}.`;
  const kind = environmentNames[secret.environment];
  return secret.how === 'forgotten'
    ? `:lock: ${person(by)} had the stored client secret of ${of}, ${kind}, forgotten. What was known of it stays, with its age; Greenroom does not look at it again.`
    : `:lock: ${person(by)} replaced the credentials of ${of}, ${kind}, in Zoom and keeps the secret. They are open until proven.`;
}

function attestationWords({ what, about, clientIdOnly }: Extract<Message, { kind: 'attested' }>): string {
  const kind = about.environment;
  switch (what) {
    case 'redirect':
      return "said that StackOne's callback is the redirect URL and on the allow list.";
    case 'test_status':
      return `said that ${zoomTests[kind].name} shows "${zoomTests[kind].ready}".`;
    case 'credentials':
      if (clientIdOnly === true)
        return 'compared the client ID with the one in Zoom and said that it is right. The secret is not known here: a proof shows whether it works.';
      return 'compared the client ID and secret with those in Zoom and said that they are right.';
  }
}

function notReady(message: Extract<Message, { kind: 'not_ready' }>): string {
  const { about, by, missing, note } = message;
  const what = missing.length === 0 ? '' : ` Missing: ${missingList(missing)}.`;
  const words = typed(note, limits.shown.note);
  const said = words === '' ? '' : ` Note: “${words}”.`;
  return `:construction: ${person(by)} said that ${zoomTests[about.environment].name} of ${aboutWords(about)} is not ready yet.${what}${said}`;
}

/** Without owners, as when the last one was forgotten, anybody may act as one. */
const asked = (owners: readonly string[]): string =>
  owners.length === 0 ? 'Everybody here, as nobody owns the app' : people(owners);

function askAgain(message: Extract<Message, { kind: 'ask_again' }>): string {
  const { about, missing, owners } = message;
  const what = missing.length === 0 ? '' : ` Missing then: ${missingList(missing)}.`;
  const test = zoomTests[about.environment];
  return `:bell: ${asked(owners)}: does ${test.name} of ${aboutWords(about)} show "${test.ready}" by now?${what} Please look in Zoom, then press *It says Ready* or *Not ready yet* on the card.`;
}

function checkFailed(message: Extract<Message, { kind: 'check_failed' }>): string {
  const { about, check: name, reason } = message;
  const check = failedCheck(name, reason);
  const step = nextStep([check], about.environment);
  const next = `*Next${step.whom === null ? '' : `, for ${step.whom}`}:* ${step.words}`;
  return `:x: *${checkTitles[name]}* of ${aboutWords(about)}: failed. ${meaning(check, about.environment)}\n${next}`;
}

function accountLinked({ about, tied }: Extract<Message, { kind: 'account_linked' }>): string {
  return tied
    ? `:link: An account linked through the profile of ${aboutWords(about)} is active. This proves that the profile holds the right credentials.`
    : `:link: StackOne lists an active Zoom account. It does not say through which profile, so it is likely, but not proven, that it belongs to ${aboutWords(about)}.`;
}

function catalogueChanged(message: Extract<Message, { kind: 'catalogue_changed' }>): string {
  const { appName, catalogue, known, refused } = message;
  const knows =
    known.length === 0 ? '' : ` It knows ${scopeList(known)} now, which somebody had to confirm before.`;
  const refuses =
    refused.length === 0
      ? ''
      : ` By it, ${scopeList(refused)} cannot be declared as it is: an owner looks at it with \`/zoom-app scopes ${typed(appName)}\`.`;
  return `:books: Greenroom has a newer catalogue of Zoom scopes (${catalogue}), and it touches *${named(appName)}*.${knows}${refuses}`;
}

const SCOPES = 10;

function scopeList(scopes: readonly string[]): string {
  const shown = scopes.slice(0, SCOPES).map((scope) => `\`${typed(scope, 100)}\``);
  const more = scopes.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : wordList(shown);
}

export const partWords: Record<EditedPart, string> = {
  name: 'the name',
  management_type: 'the management type',
  owners: 'the owners',
  purpose: 'the purpose',
  scopes: 'the scopes',
  scope_description: 'the scope description',
  credentials: 'the credentials',
  environment: 'the environments',
  channel: 'the channel',
};

function partList(parts: readonly EditedPart[]): string {
  return wordList(parts.map((part) => partWords[part])) || 'something';
}
