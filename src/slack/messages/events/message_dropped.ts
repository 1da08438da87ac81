import type { Message } from '../../../core/deliveries/message.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, section } from '../../blocks/layout.ts';
import { channel, count, named } from '../../blocks/text.ts';
import { codeShown } from '../closed_channel_words.ts';
import { checkTitles, stageWords } from '../product_words.ts';
import { operator } from '../support_contact.ts';
import { aboutWords, showButton, spoken } from './event_subject.ts';

/** A direct message to one owner: Slack refused a message itself, which one, and where its content can be read. */
export function messageDropped(message: Extract<Message, { kind: 'message_dropped' }>): MessageView {
  const { channelId, why, said, appId, appName, others } = message;
  const app = appName === null ? '' : ` of *${named(appName)}*`;
  const which = said === null ? `the card${app}` : `the message that ${saidWords(said)}`;
  const more =
    others > 0
      ? ` ${count(others, 'other message was', 'other messages were')} left out shortly before.`
      : '';
  const what = `Slack did not take ${which}, so it is missing in ${channel(channelId)} (Slack's word: \`${codeShown(why)}\`).${more}`;
  const next = `Trying again would not help, so Greenroom goes on without it. \`/zoom-app show\` tells how things stand, \`/zoom-app history\` what happened. Please tell ${operator}: this is a fault of its own.`;
  return messageView(spoken(`${what} ${next}`), [
    section(`:warning: ${what}\n${next}`),
    ...(appId === null ? [] : actions([showButton(appId)])),
  ]);
}

/** After "the message that": its content. */
function saidWords(said: Message): string {
  switch (said.kind) {
    case 'profile_created':
      return `the connector profile of ${aboutWords(said.about)} was created`;
    case 'regressed':
    case 'regression_due':
      return `*${checkTitles[said.check]}* of ${aboutWords(said.about)} broke`;
    case 'recovered':
    case 'check_repaired':
      return `*${checkTitles[said.check]}* of ${aboutWords(said.about)} passes again`;
    case 'check_failed':
      return `*${checkTitles[said.check]}* of ${aboutWords(said.about)} failed`;
    case 'stackone_trouble':
      return 'Greenroom cannot look into StackOne';
    case 'stackone_back':
      return 'Greenroom can look into StackOne again';
    case 'introduction':
      return 'Greenroom says what it is';
    case 'app_archived':
      return `*${named(said.appName)}* was archived`;
    case 'app_merged':
      return `a duplicate was merged into *${named(said.appName)}*`;
    case 'app_restored':
      return `*${named(said.appName)}* was restored`;
    case 'app_deleted':
      return `*${named(said.appName)}* was deleted`;
    case 'registered':
      return `*${named(said.appName)}* was registered`;
    case 'stage_changed':
      return `${aboutWords(said.about)} is at *${stageWords[said.to].word}* now`;
    case 'attested':
    case 'not_ready':
      return `a person said how ${aboutWords(said.about)} stands in Zoom`;
    case 'ask_again':
    case 'stopped_asking':
      return `asked whether ${aboutWords(said.about)} is ready in Zoom`;
    case 'profile_adopted':
    case 'profile_rejected':
      return `a person said whose the profile *${named(said.profileName)}* is`;
    case 'account_linked':
      return `an account of ${aboutWords(said.about)} was linked`;
    case 'accounts_failing':
      return `accounts of ${aboutWords(said.about)} stopped working`;
    case 'proven':
    case 'proof_recorded':
      return `the connector profile of ${aboutWords(said.about)} was proven`;
    case 'proof_failed':
      return `the connector profile of ${aboutWords(said.about)} could not be proven`;
    case 'proof_asked':
      return `asked for a proof of ${aboutWords(said.about)}`;
    case 'owner_unreachable':
      return 'says that an owner cannot be reached';
    case 'admin_changed':
      return 'says who is an admin of Greenroom';
    case 'takeover_asked':
    case 'takeover_ended':
    case 'owners_changed':
      return `says who owns *${named(said.appName)}*`;
    case 'edited':
      return `*${named(said.appName)}* was edited`;
    case 'catalogue_changed':
      return `a newer catalogue touches the scopes of *${named(said.appName)}*`;
    case 'connector_drift':
      return "said what StackOne's connector needs now";
    case 'secrets_due':
      return 'reminded of client secrets';
    case 'nudge':
      return `reminded of a step of ${aboutWords(said.about)}`;
    case 'digest':
      return 'said what changed and what waits';
    case 'nudges':
      return 'reminded of what waits';
    case 'still_so':
      return 'asked whether something is still so';
    case 'cannot_post':
    case 'message_dropped':
      return `something was wrong in ${channel(said.channelId)}`;
    default:
      return ofNewerReplica(said);
  }
}

const ofNewerReplica = (_said: never): string => 'something happened';
