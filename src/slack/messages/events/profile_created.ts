import type { ProfileMatch } from '../../../core/checks/check_detail.ts';
import type { Message } from '../../../core/deliveries/message.ts';
import { actionIds } from '../../action_ids.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { linkButton } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, header, section } from '../../blocks/layout.ts';
import { named } from '../../blocks/text.ts';
import { isGuess, notThisOneButton } from '../card/guessed_profile.ts';
import { stackoneDashboard } from '../product_words.ts';
import { proveButton } from '../proof/proof_buttons.ts';
import { aboutWords, showButton, spoken } from './event_subject.ts';

const basis: Record<ProfileMatch, string> = {
  name: 'Greenroom matched it by its name; nobody has confirmed that yet.',
  only_candidate:
    'Greenroom matched it because no other environment waited for a profile; nobody has confirmed that yet.',
  person: 'A person said that it belongs here.',
  adopted: 'A person said that it belongs here; it existed before.',
};

/** The announcement that the connector profile was created. */
export function profileCreated(message: Extract<Message, { kind: 'profile_created' }>): MessageView {
  const { about, profileId, profileName, matchedBy, live } = message;
  const what = `StackOne lists the enabled profile *${named(profileName)}* for ${aboutWords(about)}.`;
  const stands = live
    ? ':large_green_circle: *Live:* every step before it is done too.'
    : ':hourglass_flowing_sand: *Not live yet:* an earlier check is still open; the card says which.';
  const next =
    '*Next:* prove that it works, or link the first Zoom account in StackOne: only that shows that it holds the right credentials.';
  return messageView(
    spoken(`The Zoom connector profile was created. ${what} ${basis[matchedBy]} ${stands} ${next}`),
    [
      header('The Zoom connector profile was created'),
      section(`:tada: ${what} ${basis[matchedBy]}`),
      section(`${stands}\n${next}`),
      ...actions([
        proveButton({ id: about.environmentId }, 'Prove it works', { style: 'primary' }),
        showButton(about.appId),
        linkButton('Open StackOne', stackoneDashboard, actionIds.openLink),
        ...(isGuess(matchedBy) ? [notThisOneButton({ id: about.environmentId }, profileId)] : []),
      ]),
    ],
  );
}
