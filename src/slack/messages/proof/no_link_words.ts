import type { Refusal } from '../../../usecases/changes/context.ts';
import type { NoSession } from '../../../usecases/proof/why_no_session.ts';
import { actionIds } from '../../action_ids.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { linkButton } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, section } from '../../blocks/layout.ts';
import { count, person } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { unknownReasonRemedy, whyNoAnswer } from '../checks/unknown_reason_words.ts';
import { spoken } from '../events/event_subject.ts';
import { stackoneDashboard } from '../product_words.ts';
import { Operator, operator } from '../support_contact.ts';
import { stackoneSaid } from './stackone_words.ts';

/** Why there is no link, besides what any change of an app may be denied for (../../error_message.ts). */
export type NoLink = Exclude<NoSession, { code: Refusal }>;

/** The way that needs no permission of Greenroom's. */
const byHand =
  '*By hand:* link the first Zoom account through this profile in StackOne. Greenroom sees it by itself, and the checks are verified by it.';

/** What happened, and what to do about it. Nothing has changed in any of these cases. */
export function noLinkMessage(problem: NoLink): MessageView {
  const { words, dashboard } = wordsOf(problem);
  const open = dashboard ? [linkButton('Open StackOne', stackoneDashboard, actionIds.openLink)] : [];
  return messageView(spoken(words.join(' ')), [...words.map((each) => section(each)), ...actions(open)]);
}

interface Words {
  readonly words: readonly string[];
  /** The next thing to do is done in StackOne. */
  readonly dashboard: boolean;
}

function wordsOf(problem: NoLink): Words {
  switch (problem.code) {
    case 'no_profile':
      return inStackone(
        'StackOne lists no connector profile yet that belongs to this environment, so there is nothing to prove.',
        '*Next:* create it in StackOne; *Show me how* on the card leads there. If it is there already, pick it on the card.',
      );
    case 'profile_disabled':
      return inStackone(
        'The connector profile of this environment is disabled in StackOne, and no account can be linked through it.',
        '*Next:* enable it under *Connector Profiles*. Greenroom sees that by itself; then press the button again.',
      );
    case 'no_customer':
      return elsewhere("StackOne has to know whose account it is: give the customer's name and ID.");
    case 'account_gone':
      return inStackone(
        'StackOne does not list this account under the profile any more, so it cannot be linked again.',
        '*Next:* look in StackOne under *Accounts*. If it was removed, *Link an account* makes a new one for the customer.',
      );
    case 'running':
      return elsewhere(
        `${person(problem.by)} is at it: their link is good until ${moment(problem.until)}, and the result comes to the channel.`,
        'There is one link at a time, so that it stays clear which sign-in proved what. Ask them, try again when it is over, or give up their link.',
      );
    default:
      return noAnswer(problem);
  }
}

type NoAnswer = Exclude<
  NoLink,
  { code: 'no_profile' | 'profile_disabled' | 'no_customer' | 'account_gone' | 'running' }
>;

/** Greenroom's key, or StackOne itself. */
function noAnswer(problem: NoAnswer): Words {
  switch (problem.code) {
    case 'no_key':
      return inStackone(
        'Greenroom has no StackOne API key, so it cannot ask for a link.',
        `*Next:* ${operator} sets \`STACKONE_API_KEY\` to a key with *Platform API: Read* and *Platform API: Write*.`,
        byHand,
      );
    case 'key_read_only':
      return inStackone(
        "Greenroom's StackOne API key may look, and may not ask for a link. Everything else works as before.",
        `*What is needed:* the permission *Platform API: Write*. A Project Admin makes such a key in StackOne, and ${operator} sets it as \`STACKONE_API_KEY\`.`,
        byHand,
      );
    case 'key_forbidden':
      return inStackone(
        "StackOne refuses Greenroom's API key (403).",
        unknownReasonRemedy('key_forbidden'),
        byHand,
      );
    case 'key_refused':
      return inStackone(
        "StackOne does not accept Greenroom's API key any more (401).",
        `${Operator} replaces \`STACKONE_API_KEY\`; a new key is tried at once.`,
        byHand,
      );
    case 'unavailable':
      return elsewhere(
        `There is no link yet: ${whyNoAnswer(problem.reason, 'StackOne')}.`,
        `Nothing was changed, and nothing counts as failed. Please try again in ${waitWords(problem.retryAfterMs)}. ${unknownReasonRemedy(problem.reason)}`.trim(),
      );
    case 'rejected':
      return inStackone(
        `StackOne made no link. ${stackoneSaid(null, problem.message)}`,
        `If that says what to change, change it and try again. If it does not, ${operator} finds the answer in Greenroom's log.`,
        byHand,
      );
  }
}

function waitWords(retryAfterMs = 0): string {
  const minutes = Math.ceil(retryAfterMs / 60_000);
  return minutes > 1 ? count(Math.min(minutes, 24 * 60), 'minute') : 'a minute';
}

const inStackone = (...words: readonly string[]): Words => ({ words, dashboard: true });
const elsewhere = (...words: readonly string[]): Words => ({ words, dashboard: false });
